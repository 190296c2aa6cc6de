import type { Place } from '../../../text/place.js';
import { alternatives, mapSettled } from '../../../value/select.js';
import type { List, Settled, Text, Value } from '../../../value/value.js';
import { textValue } from './evaluate.js';
import { undetermined, type FunctionTable, type Invocation, type TerraformFunction } from './functions.js';

/** Terraform makes no longer ranges. */
const longestRange = 1024;

/** Products of more rows than this are not made. */
const mostRows = 10_000;

/** Operands that can turn out in more ways than this, all in all, are not looked through. */
const mostWays = 64;

/** The functions that make lists of lists, numbers and keys. A set is a list here, in the order of its texts. */
export const sequenceFunctions: FunctionTable = {
  toset: settledBy(([list], { place }) => list?.kind === 'list' && setOf(list.items, place)),
  setunion: settledBy((sets, { place }) =>
    sets.every(isList)
      ? setOf(
          sets.flatMap(({ items }) => items),
          place,
        )
      : false,
  ),
  setsubtract: betweenSets((text, others) => !others.has(text)),
  setintersection: betweenSets((text, others) => others.has(text)),
  setproduct: settledBy((lists, { place, scope }) => {
    let rows: Value[][] = [[]];
    for (const list of lists) {
      if (list.kind !== 'list' || rows.length * list.items.length > mostRows) return false;
      if (!scope.work.spend(rows.length * list.items.length)) return false;
      rows = rows.flatMap((row) => list.items.map((item) => [...row, item]));
    }
    return { kind: 'list', items: rows.map((items) => ({ kind: 'list', items, place })), place };
  }),
  sort: settledBy(([list], { place }) => {
    const texts = textsOf(list);
    return texts !== undefined && { kind: 'list', items: inOrder(texts), place };
  }),
  zipmap: settledBy(([keys, values], { place }) => {
    const names = textsOf(keys);
    if (names === undefined || values?.kind !== 'list' || values.items.length !== names.length) return false;
    const entries = names.map(({ text, place: keyPlace }, index) => {
      const value = values.items[index] ?? ({ kind: 'absent', place } as const);
      return [text, { key: text, keyPlace, value }] as const;
    });
    return { kind: 'map', entries: [...new Map(entries).values()], place };
  }),
  range: settledBy((operands, { place }) => {
    const [first = Number.NaN, second, step] = operands.map(numberOf);
    const [start, end] = second === undefined ? [0, first] : [first, second];
    const by = step ?? (start <= end ? 1 : -1);
    const length = Math.max(0, Math.ceil((end - start) / by));
    if (!Number.isFinite(length) || length > longestRange) return false;
    const items = Array.from({ length }, (_, n) => textValue(String(start + n * by), place, 'number'));
    return { kind: 'list', items, place };
  }),
  slice: settledBy(([list, start, end], { place }) => {
    if (!isWhole(list)) return false;
    const [from = Number.NaN, to = Number.NaN] = [start, end].map((operand) => operand && numberOf(operand));
    if (!(from >= 0 && from <= to && to <= list.items.length)) return false;
    return { kind: 'list', items: list.items.slice(from, to), place };
  }),
  chunklist: settledBy(([list, size], { place }) => {
    const length = size === undefined ? Number.NaN : numberOf(size);
    if (!isWhole(list) || !(length >= 1)) return false;
    const items = Array.from({ length: Math.ceil(list.items.length / length) }, (_, n): Value => {
      return { kind: 'list', items: list.items.slice(n * length, (n + 1) * length), place };
    });
    return { kind: 'list', items, place };
  }),
  alltrue: settledBy(([list], { place }) => truthOfAll(list, 'false', 'true', place)),
  anytrue: settledBy(([list], { place }) => truthOfAll(list, 'true', 'false', place)),
};

/**
 * A function over all that its operands can be.
 *
 * @param apply gives `false` where the result is not known.
 */
function settledBy(
  apply: (operands: readonly Settled[], invocation: Invocation) => Value | false,
): TerraformFunction {
  return (invocation) => {
    const { operands, place, name } = invocation;
    const ways = operands.reduce((product, operand) => product * alternatives(operand).length, 1);
    const notKnown = undetermined(invocation, `an operand of ${name} is known only when Terraform runs`);
    if (ways > mostWays) return notKnown;
    const from = (settled: readonly Settled[]): Value => {
      const next = operands[settled.length];
      if (next === undefined) return apply(settled, invocation) || notKnown;
      return mapSettled(next, place, (value) =>
        value.kind === 'unknown' ? { ...value, place } : from([...settled, value]),
      );
    };
    return from([]);
  };
}

function betweenSets(keeps: (text: string, others: ReadonlySet<string>) => boolean): TerraformFunction {
  return settledBy(([first, ...rest], { place }) => {
    let kept = textsOf(first);
    for (const set of rest) {
      const others = textsOf(set);
      if (kept === undefined || others === undefined) return false;
      const texts = new Set(others.map(({ text }) => text));
      kept = kept.filter(({ text }) => keeps(text, texts));
    }
    return kept !== undefined && setOf(kept, place);
  });
}

/** A set: each text once, in order where all are known. */
function setOf(items: readonly Value[], place: Place): List {
  const seen = new Set<string>();
  const distinct = items.filter((item) => {
    if (item.kind !== 'text') return true;
    const isNew = !seen.has(item.text);
    seen.add(item.text);
    return isNew;
  });
  return { kind: 'list', items: distinct.every(isText) ? inOrder(distinct) : distinct, place };
}

function inOrder(texts: readonly Text[]): Text[] {
  return texts.toSorted((left, right) => (left.text < right.text ? -1 : left.text > right.text ? 1 : 0));
}

function textsOf(list: Value | undefined): readonly Text[] | undefined {
  return list?.kind === 'list' && list.items.every(isText) ? list.items : undefined;
}

function isText(item: Value): item is Text {
  return item.kind === 'text';
}

function isList(value: Value): value is List {
  return value.kind === 'list';
}

/** Whether it is a list whose items are as many as are written. */
function isWhole(list: Value | undefined): list is List {
  return list?.kind === 'list' && list.items.every(({ kind }) => kind !== 'choice');
}

function numberOf(value: Value): number {
  return value.kind === 'text' && value.text.trim() !== '' ? Number(value.text) : Number.NaN;
}

function truthOfAll(list: Value | undefined, decisive: string, other: string, place: Place): Value | false {
  if (list?.kind !== 'list') return false;
  if (list.items.some((item) => item.kind === 'text' && item.text === decisive))
    return textValue(decisive, place, 'boolean');
  return list.items.every(isText) && textValue(other, place, 'boolean');
}
