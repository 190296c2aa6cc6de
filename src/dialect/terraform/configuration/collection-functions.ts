import type { Place } from '../../../text/place.js';
import { alternatives, mapSettled } from '../../../value/select.js';
import { entryOf, withItems, type Entry, type Settled, type Value } from '../../../value/value.js';
import { indexOf } from './access.js';
import { textValue } from './evaluate.js';
import { undetermined, type FunctionTable, type Invocation, type TerraformFunction } from './functions.js';
import { inOrder } from './loops.js';
import { equality } from './operators.js';

/** The functions over lists, sets and maps. A set is a list here, in the order it was written. */
export const collectionFunctions: FunctionTable = {
  concat: ({ operands, place }) => ({
    kind: 'list',
    items: operands.flatMap((list) => itemsOf(list)),
    place,
  }),
  flatten: (invocation) => {
    const items: Value[] = [];
    for (const list of invocation.operands)
      if (!flattenInto(list, items, invocation)) return notKnown(invocation);
    return { kind: 'list', items, place: invocation.place };
  },
  compact: ofList((items, { place }) => ({
    kind: 'list',
    items: items.filter((item) => item.kind !== 'absent' && !(item.kind === 'text' && item.text === '')),
    place,
  })),
  distinct: ofList((items, { place }) => distinct({ kind: 'list', items, place })),
  tolist: ofList((items, { place }) => ({ kind: 'list', items, place })),
  reverse: ofList((items, { place }) => ({ kind: 'list', items: items.toReversed(), place })),
  tomap: first,
  merge,
  keys: ofMap((entries, place) => ({
    kind: 'list',
    items: inOrder(entries).map(({ key, keyPlace }) => textValue(key, keyPlace)),
    place,
  })),
  values: ofMap((entries, place) => ({
    kind: 'list',
    items: inOrder(entries).map(({ value }) => value),
    place,
  })),
  length: (invocation) =>
    mapSettled(first(invocation), invocation.place, (value) => {
      const length = lengthOf(value);
      return length === undefined
        ? notKnown(invocation)
        : textValue(String(length), invocation.place, 'number');
    }),
  element: (invocation) => {
    const [list, index] = invocation.operands;
    if (list?.kind !== 'list' || list.items.length === 0 || index?.kind !== 'text')
      return indexOf(
        first(invocation),
        index ?? textValue('', invocation.place),
        invocation.place,
        invocation.scope,
      );
    const wrapped = textValue(String(Number(index.text) % list.items.length), invocation.place, 'number');
    return indexOf(list, wrapped, invocation.place, invocation.scope);
  },
  lookup: (invocation) => {
    const [map, key, fallback] = invocation.operands;
    if (map === undefined || key === undefined) return notKnown(invocation);
    return mapSettled(map, invocation.place, (settled) =>
      mapSettled(key, invocation.place, (name) => {
        const isMissing =
          settled.kind === 'map' && name.kind === 'text' && entryOf(settled, name.text) === undefined;
        return isMissing && fallback !== undefined
          ? fallback
          : indexOf(settled, name, invocation.place, invocation.scope);
      }),
    );
  },
  contains: (invocation) => {
    const [list, wanted] = invocation.operands;
    if (list === undefined || wanted === undefined) return notKnown(invocation);
    return mapSettled(list, invocation.place, (settled) =>
      mapSettled(wanted, invocation.place, (text) => {
        if (settled.kind !== 'list') return notKnown(invocation);
        const found = settled.items.map((item) =>
          item.kind === 'choice' ? undefined : equality(item, text),
        );
        if (found.includes(true)) return textValue('true', invocation.place, 'boolean');
        return found.includes(undefined)
          ? notKnown(invocation)
          : textValue('false', invocation.place, 'boolean');
      }),
    );
  },
  one: ofList((items, invocation) => {
    const [only] = items;
    return only === undefined
      ? { kind: 'absent', place: invocation.place }
      : items.length === 1
        ? only
        : notKnown(invocation);
  }),
};

function first({ operands: [value], place }: Invocation): Value {
  return value ?? { kind: 'absent', place };
}

function notKnown(invocation: Invocation): Value {
  return undetermined(invocation, `an operand of ${invocation.name} is known only when Terraform runs`);
}

/** The items of a list as further items; an arm of a condition that is a list adds its items one by one. */
function itemsOf(list: Value): readonly Value[] {
  if (list.kind === 'list') return list.items;
  return list.kind === 'absent' ? [] : [list];
}

function flattenInto(value: Value, items: Value[], invocation: Invocation): boolean {
  if (!invocation.scope.work.spend(1)) return false;
  if (value.kind === 'list') return value.items.every((item) => flattenInto(item, items, invocation));
  items.push(value);
  return true;
}

function ofList(apply: (items: readonly Value[], invocation: Invocation) => Value): TerraformFunction {
  return (invocation) =>
    mapSettled(first(invocation), invocation.place, (value) => {
      if (value.kind === 'unknown' || value.kind === 'absent') return value;
      return value.kind === 'list' ? apply(value.items, invocation) : notKnown(invocation);
    });
}

function ofMap(apply: (entries: readonly Entry[], place: Place) => Value): TerraformFunction {
  return (invocation) =>
    mapSettled(first(invocation), invocation.place, (value) => {
      if (value.kind === 'unknown') return value;
      return value.kind === 'map' ? apply(value.entries, invocation.place) : notKnown(invocation);
    });
}

function distinct(list: Extract<Settled, { kind: 'list' }>): Value {
  const seen = new Set<string>();
  const items = list.items.filter((item) => {
    if (item.kind !== 'text') return true;
    const isNew = !seen.has(item.text);
    seen.add(item.text);
    return isNew;
  });
  return withItems(list, items);
}

function lengthOf(value: Settled): number | undefined {
  if (value.kind === 'text') return value.text.length;
  if (value.kind === 'map') return value.entries.length;
  return value.kind === 'list' && value.items.every(({ kind }) => kind !== 'choice')
    ? value.items.length
    : undefined;
}

/** A map that is not known may hold any key, so that nothing is known of the whole. */
function merge(invocation: Invocation): Value {
  const { operands, place } = invocation;
  const merge2 = (entries: ReadonlyMap<string, Entry>, rest: readonly Value[]): Value => {
    const [next, ...others] = rest;
    if (next === undefined) return { kind: 'map', entries: [...entries.values()], place };
    return mapSettled(next, place, (settled) => {
      if (settled.kind === 'absent') return merge2(entries, others);
      if (settled.kind !== 'map')
        return settled.kind === 'unknown' ? { ...settled, place } : notKnown(invocation);
      return merge2(
        new Map([...entries, ...settled.entries.map((entry) => [entry.key, entry] as const)]),
        others,
      );
    });
  };
  // Each conditional operand multiplies what the others can be.
  const ways = operands.reduce((product, operand) => product * alternatives(operand).length, 1);
  return ways > 64 || operands.length > 100 ? notKnown(invocation) : merge2(new Map(), operands);
}
