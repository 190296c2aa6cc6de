import { combine } from '../../value/assumption.js';
import { isDoubt, not, type Doubt, type Tri } from '../../value/tri.js';
import { addressKey, isPlaceholder } from './addresses.js';
import { identityOf } from '../chat/chat.js';
import { byPlace, isSameThing } from '../incident-manager.js';
import type { Leaf } from '../leaf.js';
import { isSameContact } from './same-contact.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

type Channel = View<'contact-channel'>;

/** An address that a channel before has, too, or may have. */
export interface SharedAddress {
  readonly verdict: Tri;
  /** The address, resting on what both rest on. */
  readonly at: Leaf;
  readonly other: Channel;
  readonly otherAddress: Leaf;
  /** Whether both belong to one contact, so that the same one is engaged twice and nobody else. */
  readonly isOwn: boolean;
}

/** An address of a channel, in one of its arms. */
interface Use {
  readonly channel: Channel;
  readonly address: Leaf;
  /** Equal for equal addresses. */
  readonly key: string | undefined;
  /** Why an address with another key may be the same all the same. */
  readonly doubt: Doubt | undefined;
}

interface Uses {
  readonly byChannel: ReadonlyMap<Channel, readonly Use[]>;
  readonly byKey: ReadonlyMap<string, readonly Use[]>;
  /** The first of all, and the first of another contact. */
  readonly some: readonly Use[];
}

/** More channels of one address are not looked at; those before one that cannot be deployed with it are few. */
const mostCompared = 16;

const known = new WeakMap<Workspace, Uses>();

/** The addresses of a channel that one before it has, too: one of another contact, or else one of the same. */
export function sharedAddressesOf(channel: Channel, workspace: Workspace): SharedAddress[] {
  const { byChannel, byKey, some } = usesIn(workspace);
  return (byChannel.get(channel) ?? []).flatMap((use) => {
    const same = use.key === undefined ? [] : (byKey.get(use.key) ?? []).slice(0, mostCompared);
    const own = same.findIndex((other) => other.channel === channel);
    const found: SharedAddress[] = [];
    for (const other of same.slice(0, own === -1 ? same.length : own)) {
      found.push(...comparisons(use, other, workspace));
      if (found.some(isCertain)) break;
    }
    const told =
      found.find(isCertain) ??
      found.find(({ verdict }) => isDoubt(verdict)) ??
      found.find(({ verdict }) => verdict === true);
    if (told !== undefined) return [told];
    // Where a later channel has the same unknown address, that one is told.
    return same.length > 1 ? [] : doubted(use, some, workspace);
  });
}

function isCertain({ verdict, isOwn }: SharedAddress): boolean {
  return verdict === true && !isOwn;
}

/** What may be the address of any other contact is told once, with one of them. */
function doubted(use: Use, some: readonly Use[], workspace: Workspace): SharedAddress[] {
  const { address, doubt } = use;
  const other = some.find(({ channel }) => isOfOneContact(use.channel, channel, workspace) !== true);
  if (doubt === undefined || other === undefined) return [];
  return [{ verdict: doubt, at: address, other: other.channel, otherAddress: other.address, isOwn: false }];
}

/** Two equal addresses, in every way in which the contacts of the channels can turn out. */
function comparisons(use: Use, other: Use, workspace: Workspace): SharedAddress[] {
  const { address, channel } = use;
  const addresses = combine(address.when, other.address.when);
  if (addresses === undefined || isSameThing(channel.resource, other.channel.resource)) return [];
  return [...channel.contact].flatMap((left) =>
    [...other.channel.contact].flatMap((right): SharedAddress[] => {
      const contacts = combine(left.when, right.when);
      const when = contacts && combine(addresses, contacts);
      if (when === undefined) return [];
      const isSame = isSameContact(left, right, workspace);
      const isOwn = isSame === true;
      return [
        {
          verdict: isOwn ? isTwice(channel, other.channel) : not(isSame),
          at: address.inner(address.value, when),
          other: other.channel,
          otherAddress: other.address,
          isOwn,
        },
      ];
    }),
  );
}

/** Whether two channels of a contact do the same: a call and a message to one phone do not. */
function isTwice(channel: Channel, other: Channel): boolean {
  // The same stack for another Region gives the contact of that Region its channels.
  if (channel.resource.place.file !== other.resource.place.file) return false;
  const types = [...channel.type].map((leaf) => identityOf(leaf).key);
  return [...other.type].every((leaf) => types.includes(identityOf(leaf).key));
}

function isOfOneContact(channel: Channel, other: Channel, workspace: Workspace): Tri {
  if (channel === other) return true;
  const [[left], [right]] = [[...channel.contact], [...other.contact]];
  return left !== undefined && right !== undefined && isSameContact(left, right, workspace);
}

function usesIn(workspace: Workspace): Uses {
  let uses = known.get(workspace);
  if (uses === undefined) known.set(workspace, (uses = readUses(workspace)));
  return uses;
}

function readUses(workspace: Workspace): Uses {
  const byKey = new Map<string, Use[]>();
  const byChannel = new Map<Channel, readonly Use[]>();
  const channels = workspace
    .all('contact-channel')
    .toSorted((left, right) => byPlace(left.resource, right.resource));
  for (const channel of channels) {
    const own = usesOf(channel);
    byChannel.set(channel, own);
    for (const use of own) {
      if (use.key === undefined) continue;
      const same = byKey.get(use.key);
      if (same === undefined) byKey.set(use.key, [use]);
      else same.push(use);
    }
  }
  const [first, ...others] = [...byChannel.values()].flat();
  const another =
    first && others.find(({ channel }) => isOfOneContact(first.channel, channel, workspace) !== true);
  return { byChannel, byKey, some: [first, another].filter((use) => use !== undefined) };
}

const ofChannels = new WeakMap<Channel, readonly Use[]>();

function usesOf(channel: Channel): readonly Use[] {
  let uses = ofChannels.get(channel);
  if (uses === undefined) {
    uses = [...channel.address].flatMap((address) => useOf(channel, address));
    ofChannels.set(channel, uses);
  }
  return uses;
}

/** A placeholder is nobody's address, and other rules tell of it. */
function useOf(channel: Channel, address: Leaf): Use[] {
  if (address.isAbsent === true || address.is(isPlaceholder) === true) return [];
  const { value } = address;
  if (value.kind === 'text')
    return [{ channel, address, key: `address ${addressKey(value.text)}`, doubt: undefined }];
  const { key, doubt } = identityOf(address);
  return [{ channel, address, key, doubt }];
}
