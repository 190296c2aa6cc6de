import { combine, type Assumptions } from './assumption.js';
import { entryOf, type List, type Settled, type Value } from './value.js';

/** A value that is no choice, with what it rests on. */
export interface Alternative<V extends Settled = Settled> {
  readonly value: V;
  readonly when: Assumptions;
}

/** More ways than this to combine the arms of conditions are not followed: their number doubles with each condition. */
const mostAlternatives = 64;

/** Every way a value can turn out under the given assumptions; contradictory arms are left out. */
export function alternatives(value: Value, when: Assumptions = []): Alternative[] {
  if (value.kind !== 'choice') return [{ value, when }];
  return value.arms.flatMap((arm) => {
    const both = combine(when, arm.when);
    return both === undefined ? [] : alternatives(arm.value, both);
  });
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

function expandItems(list: List, when: Assumptions): Alternative[] {
  let lists: { items: Settled[]; when: Assumptions }[] = [{ items: [], when }];
  for (const item of list.items) {
    if (item.kind !== 'choice') {
      if (item.kind !== 'absent') for (const { items } of lists) items.push(item);
      continue;
    }
    lists = lists.flatMap(({ items, when: so }) =>
      alternatives(item, so).map((arm) => ({ items: [...items, ...itemsOf(arm.value)], when: arm.when })),
    );
    if (lists.length > mostAlternatives)
      return [
        {
          value: {
            kind: 'unknown',
            what: 'the list',
            why: 'its items depend on more conditions than are followed',
            settle: 'fewer conditions in one list',
            place: list.place,
          },
          when,
        },
      ];
  }
  return lists.map(({ items, when: so }) => ({
    value: { kind: 'list', items, place: list.place },
    when: so,
  }));
}

/** An arm of a condition inside a list may be a list of its own; its items then count one by one. */
function itemsOf(value: Settled): Settled[] {
  if (value.kind === 'absent') return [];
  if (value.kind !== 'list') return [value];
  return value.items.flatMap((item) => (item.kind === 'choice' ? [] : itemsOf(item)));
}

/**
 * The values at a path of keys such as `['Policies', '[]', 'PolicyDocument']`, where `[]` means every item of a list.
 * What is missing on the way is absent at the place of the last value that exists; what is unknown stays unknown.
 */
export function select(value: Value, path: readonly string[], when: Assumptions = []): Alternative[] {
  const [key, ...rest] = path;
  if (key === undefined) return alternatives(value, when);
  if (key === '[]') {
    return listAlternatives(value, when).flatMap(({ value: list, when: so }): Alternative[] => {
      if (list.kind === 'list') return list.items.flatMap((item) => select(item, rest, so));
      return list.kind === 'unknown' ? [{ value: list, when: so }] : [];
    });
  }
  return alternatives(value, when).flatMap(({ value: settled, when: so }): Alternative[] => {
    if (settled.kind === 'map') {
      const entry = entryOf(settled, key);
      if (entry !== undefined) return select(entry.value, rest, so);
    }
    if (settled.kind === 'unknown') return [{ value: settled, when: so }];
    if (rest.includes('[]')) return [];
    return [{ value: { kind: 'absent', place: settled.place }, when: so }];
  });
}
