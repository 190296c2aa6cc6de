import type { Arm } from '../model/combinations.js';
import type { Leaf } from '../model/leaf.js';
import type { Place } from '../text/place.js';
import { alternatives, select } from '../value/select.js';
import { all, any, not, type Tri } from '../value/tri.js';
import type { Settled } from '../value/value.js';
import { policyIn } from './policy/policy-text.js';

/** A place of a chat applications policy that lets public Slack channels in. */
export interface PublicOpening extends Arm {
  readonly place: Place;
  readonly verdict: Tri;
  /** A clause that says how, after the policy's name. */
  readonly fault: string;
  /** The list of types that names public channels; undefined where no list does. */
  readonly types?: Leaf;
}

const unnamed = 'names no types of Slack channels, so public ones are let in as well';

/**
 * Where a chat applications policy lets public channels of Slack in: its types of channels name `public`, an override
 * for a workspace does, or no types are named although Slack is let in. Teams has no such key (AWS Organizations user
 * guide, chat applications policy syntax).
 */
export function publicOpeningsOf(content: Leaf): PublicOpening[] {
  const document = documentOf(content.value);
  if (document === undefined) return [];
  return select(document, ['chatbot', 'platforms', 'slack'], content.when).flatMap(({ value, when }) => {
    const slack = content.inner(value, when);
    if (value.kind === 'map') return openingsIn(slack);
    return slack.doubt === undefined ? [] : [openingAt(slack, slack.doubt, unnamed)];
  });
}

function documentOf(value: Settled): Settled | undefined {
  return value.kind === 'text' || value.kind === 'partial' ? policyIn(value) : value;
}

function openingsIn(at: Leaf): PublicOpening[] {
  const client = leavesAt(at, ['client', '@@assign']);
  if (client.every((leaf) => leaf.is((text) => text === 'disabled') === true)) return [];
  const isLetIn = any(
    ...client.map((leaf) => leaf.is((text) => text === 'enabled')),
    ...leavesAt(at, ['workspaces']).map(({ isAbsent }) => not(isAbsent)),
  );
  const lists = operators.map((operator) => leavesAt(at, ['default', 'supported_channel_types', operator]));
  const isUnnamed = all(isLetIn, ...lists.flat().map(({ isAbsent }) => isAbsent));
  const overrides = leavesAt(at, ['overrides']).flatMap(({ value, when }) =>
    value.kind === 'map'
      ? value.entries
          .flatMap((entry) => alternatives(entry.value, when))
          .map((one) => at.inner(one.value, one.when))
      : [],
  );
  return [
    ...(isUnnamed === false ? [] : [openingAt(at, isUnnamed, unnamed)]),
    ...lists.flat().flatMap((types) => publicIn(types, 'lets public Slack channels in')),
    ...overrides
      .flatMap((one) => operators.flatMap((operator) => leavesAt(one, ['supported_channel_types', operator])))
      .flatMap((types) => publicIn(types, 'lets public Slack channels in for one workspace')),
  ];
}

/** The ways in which a policy sets a list (AWS Organizations user guide, inheritance operators). */
const operators = ['@@assign', '@@append'];

function leavesAt(at: Leaf, path: readonly string[]): Leaf[] {
  return select(at.value, path, at.when).map(({ value, when }) => at.inner(value, when));
}

/** Each `public` of a list. */
function publicIn(types: Leaf, fault: string): PublicOpening[] {
  return leavesAt(types, ['[]'])
    .map((type) => {
      const isPublic = type.is((text) => text === 'public');
      return { ...openingAt(type, isPublic, fault), types };
    })
    .filter(({ verdict }) => verdict !== false);
}

function openingAt({ place, when }: Leaf, verdict: Tri, fault: string): PublicOpening {
  return { place, when, verdict, fault };
}
