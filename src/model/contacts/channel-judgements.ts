import type { Place } from '../../text/place.js';
import type { Assumptions } from '../../value/assumption.js';
import { all, any, isDoubt, not, type Doubt, type Tri } from '../../value/tri.js';
import { addressFault, channelTypes, isOutside, isPlaceholder } from './addresses.js';
import { combinations, type Arm } from '../combinations.js';
import type { Leaf } from '../leaf.js';
import { unanimous } from '../unanimous.js';
import type { View } from '../view.js';

type Channel = View<'contact-channel'>;

/** Where a judgement belongs. */
interface Spot extends Arm {
  readonly place: Place;
}

export interface FormatJudgement {
  readonly verdict: Tri;
  readonly at: Spot;
  /** What is wrong, as a clause that follows "the address". */
  readonly fault: string;
}

export interface PlaceholderJudgement {
  readonly verdict: Tri;
  readonly at: Spot;
  /** Whether the deployment sends an activation code to the address. */
  readonly isSent: Tri;
}

const tooMany: Doubt = {
  why: 'its address depends on more conditions than are followed',
  settle: 'fewer conditions in the channel',
};

const severalTypes: Doubt = {
  why: 'its address fits some of the types that the channel can have, and not others',
  settle: 'a literal channel type',
};

/** Whether `DeferActivation` is on: CloudFormation takes `true` and `"true"`, and its YAML is version 1.1 with `yes` and `on`. */
export function isDeferring(text: string): boolean {
  return /^(?:true|yes|on)$/i.test(text);
}

/** Whether each address of a channel fails to be one of the channel's type, in every consistent way. */
export function judgeFormat(channel: Channel): FormatJudgement[] {
  const pairs = pairsWith(channel, [...channel.type]);
  if (pairs === undefined) return [{ verdict: tooMany, at: channel, fault: '' }];
  return pairs.flatMap(({ address, partners }) =>
    unanimous(
      partners.map(({ leaf, when }) => ({ ...formatOf(address, leaf), when })),
      address.when,
    ).map(({ verdict, fault, when }) => ({ verdict, fault, at: restingOn(address, when) })),
  );
}

/** Whether each address of a channel is a placeholder, and what becomes of it at deployment. */
export function judgePlaceholder(channel: Channel): PlaceholderJudgement[] {
  const pairs = pairsWith(channel, [...channel.deferred]);
  if (pairs === undefined) return [{ verdict: tooMany, at: channel, isSent: tooMany }];
  return pairs.flatMap(({ address, partners }): PlaceholderJudgement[] => {
    const verdict = evidently(address, isPlaceholder);
    const ways = partners.map(({ leaf, when }) => ({ isSent: not(leaf.is(isDeferring)), when }));
    const [first] = ways;
    if (first === undefined) return [];
    const isSame = ways.every(({ isSent }) => outcomeOf(isSent) === outcomeOf(first.isSent));
    const told = isSame || isDoubt(verdict) ? [{ isSent: first.isSent, when: address.when }] : ways;
    return told.map(({ isSent, when }) => ({ verdict, isSent, at: restingOn(address, when) }));
  });
}

interface Partner extends Arm {
  readonly leaf: Leaf;
}

/** Whether an address is outside of some domains. */
export function judgeDomain(address: Leaf, domains: readonly string[]): Tri {
  const whole = address.is((text) => isOutside(text, domains) === true);
  return isDoubt(whole) ? address.test((text) => isOutside(text, domains) ?? whole) : whole;
}

/** Each address of a channel with the leaves of another field that can hold together with it. */
function pairsWith(
  channel: Channel,
  leaves: readonly Leaf[],
): { readonly address: Leaf; readonly partners: readonly Partner[] }[] | undefined {
  const found = combinations([[...channel.address], leaves], channel.when);
  if (found === undefined) return undefined;
  const byAddress = new Map<Leaf, Partner[]>();
  for (const { arms, when } of found) {
    const [address, leaf] = arms;
    if (address === undefined || leaf === undefined) continue;
    const partners = byAddress.get(address) ?? [];
    partners.push({ leaf, when });
    byAddress.set(address, partners);
  }
  return [...byAddress].map(([address, partners]) => ({ address, partners }));
}

/** Whether an address is wrong for every type that a channel can have. */
function formatOf(address: Leaf, type: Leaf): { readonly verdict: Tri; readonly fault: string } {
  const possible = channelTypes.filter((name) => type.is((text) => text === name) !== false);
  const faults = new Set<string>();
  const verdicts = possible.map((name) =>
    evidently(address, (text) => {
      const fault = addressFault(text, name);
      if (fault !== undefined) faults.add(fault);
      return fault !== undefined;
    }),
  );
  const [fault = ''] = faults;
  const isOneFault = possible.length === 1 || faults.size === 1;
  return {
    verdict: agreed(verdicts),
    fault: isOneFault ? fault : 'fits none of the types that the channel can have',
  };
}

function agreed(verdicts: readonly Tri[]): Tri {
  if (verdicts.length > 0 && all(...verdicts) === true) return true;
  if (any(...verdicts) === false) return false;
  return verdicts.find(isDoubt) ?? severalTypes;
}

/** Whether a predicate holds of a text, also where what stands between its gaps is enough to tell. */
function evidently(leaf: Leaf, predicate: (text: string) => boolean): Tri {
  return any(leaf.test(predicate), leaf.is(predicate));
}

function outcomeOf(tri: Tri): boolean | 'unknown' {
  return isDoubt(tri) ? 'unknown' : tri;
}

/** The same leaf, resting on more than before. */
function restingOn(leaf: Leaf, when: Assumptions): Leaf {
  return leaf.inner(leaf.value, when);
}
