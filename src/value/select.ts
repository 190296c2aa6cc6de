import { combine, type Assumptions } from './assumption.js';
import type { Place } from '../text/place.js';
import { entryOf, type List, type Settled, type Unknown, type Value } from './value.js';

/** A value that is no choice, with what it rests on. */
export interface Alternative<V extends Settled = Settled> {
  readonly value: V;
  readonly when: Assumptions;
}

/** More ways than this to combine the arms of conditions are not followed: their number doubles with each condition. */
const mostAlternatives = 64;

/** Arms that contradict each other are passed over, but so many of them are not even looked at. */
const mostArms = 4_096;

/** Nor is followed what rests on more than this at a time: each new assumption is compared with all others. */
const mostAssumptions = 1_000;

/**
 * Every way a value can turn out under the given assumptions; contradictory arms are left out. A value that can turn
 * out in too many ways is one of which nothing is known.
 */
export function alternatives(value: Value, when: Assumptions = []): Alternative[] {
  if (value.kind !== 'choice') return [{ value, when }];
  const found: Alternative[] = [];
  let looked = 0;
  const follow = (arm: Value, so: Assumptions): boolean => {
    looked += 1;
    if (arm.kind !== 'choice') return found.push({ value: arm, when: so }) <= mostAlternatives;
    return (
      looked <= mostArms &&
      arm.arms.every((inner) => {
        const both = combine(so, inner.when);
        return both === undefined || (both.length <= mostAssumptions && follow(inner.value, both));
      })
    );
  };
  return follow(value, when) ? found : [{ value: tooMany(value.place, 'the value', 'it depends'), when }];
}

/** The same value with all its arms side by side, so that choices within choices do not multiply. */
export function flattened(value: Value): Value {
  if (value.kind !== 'choice') return value;
  return { kind: 'choice', arms: alternatives(value), place: value.place };
}

/** Applies a function to every alternative of a value. */
export function mapSettled(value: Value, place: Place, apply: (value: Settled) => Value): Value {
  if (value.kind !== 'choice') return apply(value);
  return {
    kind: 'choice',
    place,
    arms: alternatives(value).map(({ value: arm, when }) => ({ when, value: apply(arm) })),
  };
}

function tooMany(place: Place, what: string, who: string): Unknown {
  const why = `${who} on more conditions than are followed`;
  return { kind: 'unknown', what, why, settle: 'fewer conditions in one value', place };
}

/** Every way in which a list can turn out once its conditional items are in or out. A lone value counts as a list of one. */
export function listAlternatives(value: Value, when: Assumptions = []): Alternative[] {
  return alternatives(value, when).flatMap((alternative): Alternative[] => {
    const { value: settled } = alternative;
    if (settled.kind !== 'list') {
      return settled.kind === 'absent' || settled.kind === 'unknown'
        ? [alternative]
        : [{ value: { kind: 'list', items: [settled], place: settled.place }, when: alternative.when }];
    }
    return expandItems(settled, alternative.when);
  });
}

interface Expansion {
  readonly items: Settled[];
  readonly when: Assumptions;
}

function expandItems(list: List, when: Assumptions): Alternative[] {
  const expansions = withItems([{ items: [], when }], list.items);
  if (expansions !== undefined)
    return expansions.map(({ items, when: so }) => ({
      value: { kind: 'list', items, place: list.place },
      when: so,
    }));
  return [{ value: tooMany(list.place, 'the list', 'its items depend'), when }];
}

/** The lists with further items; an arm of a condition that is a list of its own adds its items one by one. */
function withItems(lists: Expansion[], added: readonly Value[]): Expansion[] | undefined {
  let current = lists;
  for (const item of added) {
    if (item.kind !== 'choice') {
      if (item.kind !== 'absent') for (const { items } of current) items.push(item);
      continue;
    }
    const next: Expansion[] = [];
    for (const { items, when } of current) {
      const arms = alternatives(item, when);
      for (const [index, arm] of arms.entries()) {
        const own = arm.value.kind === 'list' ? arm.value.items : [arm.value];
        // The last arm takes the list over: copying it for each item would take quadratic time.
        const before = index === arms.length - 1 ? items : [...items];
        const longer = withItems([{ items: before, when: arm.when }], own);
        if (longer === undefined) return undefined;
        next.push(...longer);
        if (next.length > mostAlternatives) return undefined;
      }
    }
    current = next;
  }
  return current;
}

/** Every item of a list once, with what it rests on; a lone value counts as a list of one, an absent one has no item. */
function eachItem(value: Value, when: Assumptions): Alternative[] {
  return alternatives(value, when).flatMap((alternative): Alternative[] => {
    const { value: settled, when: so } = alternative;
    if (settled.kind === 'list') return settled.items.flatMap((item) => eachItem(item, so));
    return settled.kind === 'absent' ? [] : [alternative];
  });
}

/**
 * The values at a path of keys such as `['Policies', '[]', 'PolicyDocument']`, where `[]` means every item of a list
 * and `[0]` the first one.
 * What is missing on the way is absent at the place of the last value that exists; what is unknown stays unknown.
 */
export function select(value: Value, path: readonly string[], when: Assumptions = []): Alternative[] {
  const [key, ...rest] = path;
  if (key === undefined) return alternatives(value, when);
  if (key === '[]') return eachItem(value, when).flatMap((item) => select(item.value, rest, item.when));
  return alternatives(value, when).flatMap(({ value: settled, when: so }): Alternative[] => {
    if (key === '[0]') {
      const first = settled.kind === 'list' ? settled.items[0] : settled;
      return select(first ?? { kind: 'absent', place: settled.place }, rest, so);
    }
    if (settled.kind === 'map') {
      const entry = entryOf(settled, key);
      if (entry !== undefined) return select(entry.value, rest, so);
      if (settled.rest !== undefined) return [{ value: settled.rest, when: so }];
    }
    if (settled.kind === 'unknown') return [{ value: settled, when: so }];
    if (rest.includes('[]')) return [];
    return [{ value: { kind: 'absent', place: settled.place }, when: so }];
  });
}
