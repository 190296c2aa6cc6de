import { combine, type Assumptions } from '../../value/assumption.js';
import { alternatives, type Alternative } from '../../value/select.js';
import {
  withEntries,
  withItems,
  type Entry,
  type List,
  type MapValue,
  type Settled,
  type Value,
} from '../../value/value.js';

/** More ways than this are not followed: their number doubles with each condition. */
const mostWays = 64;

/**
 * Every way a whole value can turn out: lists and maps without a choice at any depth, and without what is absent.
 * Where they are too many there is one way, of which nothing is known.
 */
export function waysOf(value: Value, when: Assumptions = []): Alternative[] {
  return isSettled(value) ? [{ value, when }] : expandWays(value, when);
}

/** Whether a value has nothing to choose and nothing absent at any depth, as nearly every one. */
function isSettled(value: Value): value is Settled {
  if (value.kind === 'list') return value.items.every(isSettled);
  if (value.kind === 'map') return value.entries.every((entry) => isSettled(entry.value));
  return value.kind !== 'choice' && value.kind !== 'absent';
}

function expandWays(value: Value, when: Assumptions): Alternative[] {
  const ways = alternatives(value, when).flatMap(({ value: settled, when: so }) => {
    if (settled.kind === 'list') return listWays(settled, so);
    return settled.kind === 'map' ? mapWays(settled, so) : [{ value: settled, when: so }];
  });
  return ways.length > mostWays ? [tooMany(value, when)] : ways;
}

function listWays(list: List, when: Assumptions): Alternative[] {
  const ways = product(
    list.items.map((item) => {
      // An arm of a condition inside a list may be a list of its own; its items then count one by one.
      const spreads = item.kind === 'choice';
      return expandWays(item, []).map((way) => ({
        when: way.when,
        value: spreads && way.value.kind === 'list' ? way.value.items : [way.value],
      }));
    }),
    when,
  );
  if (ways === undefined) return [tooMany(list, when)];
  return ways.map((way) => ({
    value: withItems(
      list,
      way.value.flat().filter(({ kind }) => kind !== 'absent'),
    ),
    when: way.when,
  }));
}

function mapWays(map: MapValue, when: Assumptions): Alternative[] {
  const ways = product(
    map.entries.map((entry) =>
      expandWays(entry.value, []).map((way): Under<Entry> => ({
        when: way.when,
        value: { key: entry.key, keyPlace: entry.keyPlace, value: way.value },
      })),
    ),
    when,
  );
  if (ways === undefined) return [tooMany(map, when)];
  return ways.map((way) => ({
    value: withEntries(
      map,
      way.value.filter(({ value }) => value.kind !== 'absent'),
    ),
    when: way.when,
  }));
}

interface Under<Item> {
  readonly when: Assumptions;
  readonly value: Item;
}

/** Every choice of one item from each list that does not contradict itself; undefined where there are too many. */
function product<Item>(
  lists: readonly (readonly Under<Item>[])[],
  when: Assumptions,
): Under<readonly Item[]>[] | undefined {
  let ways: { when: Assumptions; value: Item[] }[] = [{ when, value: [] }];
  for (const list of lists) {
    const [only] = list;
    if (list.length === 1 && only?.when.length === 0) {
      for (const way of ways) way.value.push(only.value);
      continue;
    }
    ways = ways.flatMap((way) =>
      list.flatMap((item) => {
        const both = combine(way.when, item.when);
        return both === undefined ? [] : [{ when: both, value: [...way.value, item.value] }];
      }),
    );
    if (ways.length > mostWays) return undefined;
  }
  return ways;
}

function tooMany({ place }: Value | Settled, when: Assumptions): Alternative {
  const why = 'it depends on more conditions than are followed';
  return { value: { kind: 'unknown', what: 'the statement', why, settle: 'fewer conditions', place }, when };
}
