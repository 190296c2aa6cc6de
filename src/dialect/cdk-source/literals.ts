import type { TSESTree } from '../../parse/typescript.js';
import type { Path, Place } from '../../text/place.js';
import type { Assumptions } from '../../value/assumption.js';
import { alternatives } from '../../value/select.js';
import {
  withValue,
  type Entry,
  type List,
  type MapValue,
  type Unknown,
  type Value,
} from '../../value/value.js';
import type { Evaluator } from './evaluator.js';

/** The value of `[a, b, ...others]`. An arm of a condition that is a list adds its items one by one. */
export function listValue(
  evaluator: Evaluator,
  node: TSESTree.ArrayExpression,
  path: Path | undefined,
  at: Place | undefined,
): List {
  const items = node.elements.flatMap((element, index): readonly Value[] => {
    if (element === null) return [];
    if (element.type !== 'SpreadElement')
      return [evaluator.evaluate(element, { parent: path, key: index }, at)];
    const spread = evaluator.evaluate(element.argument, { parent: path, key: index }, at);
    if (spread.kind === 'list') return spread.items;
    return spread.kind === 'absent' ? [] : [spread];
  });
  return { kind: 'list', items, place: at ?? evaluator.placeOf(node, path) };
}

/** What is known of an object while its properties are read in their order. */
interface Reading {
  readonly entries: Map<string, Entry>;
  rest: Unknown | undefined;
}

/** The value of `{ a: 1, ...others }`. Its entries stand where they are written, wherever the object is named. */
export function objectValue(
  evaluator: Evaluator,
  node: TSESTree.ObjectExpression,
  path: Path | undefined,
  at: Place | undefined,
): MapValue {
  const place = at ?? evaluator.placeOf(node, path);
  const reading: Reading = { entries: new Map(), rest: undefined };
  for (const property of node.properties) {
    if (property.type === 'SpreadElement')
      spread(evaluator, property, evaluator.evaluate(property.argument, path), reading);
    else {
      const key = keyOf(evaluator, property);
      if (key === undefined) anyKey(evaluator, property, reading, place);
      else reading.entries.set(key, entryOf(evaluator, property, key, path));
    }
  }
  const { entries, rest } = reading;
  return { kind: 'map', entries: [...entries.values()], place, ...(rest && { rest }) };
}

/** A key that is computed may be any, also one that stands before it. */
function anyKey(evaluator: Evaluator, { key }: TSESTree.Property, reading: Reading, place: Place): void {
  reading.rest = evaluator.unknownAt(key, place);
  for (const [known, entry] of reading.entries)
    reading.entries.set(known, withValue(entry, evaluator.unknownAt(key, entry.value.place)));
}

function entryOf(
  evaluator: Evaluator,
  property: TSESTree.Property,
  key: string,
  parent: Path | undefined,
): Entry {
  const path = { parent, key };
  const isValue = property.kind === 'init' && !property.method;
  const value = isValue
    ? evaluator.evaluate(property.value, path)
    : evaluator.unknownAt(property, evaluator.placeOf(property, path));
  return { key, keyPlace: evaluator.placeOf(property.key, path), value };
}

/** A key as it is written; the gaps of a computed one are named in it. */
function keyOf(evaluator: Evaluator, { key, computed }: TSESTree.Property): string | undefined {
  if (!computed && key.type === 'Identifier') return key.name;
  if (key.type === 'Literal') return String(key.value);
  const value = evaluator.evaluate(key, undefined);
  if (value.kind === 'text') return value.text;
  if (value.kind !== 'partial') return undefined;
  return value.parts.map((part) => (typeof part === 'string' ? part : `\${${part.what}}`)).join('');
}

/** A way in which what is spread can turn out. */
interface Arm {
  readonly when: Assumptions;
  readonly own: ReadonlyMap<string, Entry>;
  readonly rest: Unknown | undefined;
}

/** Adds what is spread into an object: its keys win over those before it. */
function spread(evaluator: Evaluator, node: TSESTree.SpreadElement, value: Value, reading: Reading): void {
  const place = evaluator.placeOf(node, undefined);
  const arms = alternatives(value).map(({ value: settled, when }): Arm => {
    if (settled.kind === 'map')
      return { when, own: new Map(settled.entries.map((entry) => [entry.key, entry])), rest: settled.rest };
    // `false`, `undefined` and the like add nothing.
    const isNothing = settled.kind === 'absent' || settled.kind === 'text';
    return { when, own: new Map(), rest: isNothing ? undefined : evaluator.unknownAt(node.argument, place) };
  });
  const { entries, rest: before } = reading;
  const added = arms.flatMap(({ own }) => [...own.values()]);
  const isCertain = arms.length === 1 && arms[0]?.rest === undefined;
  const touched = new Map(
    (isCertain ? added : [...entries.values(), ...added]).map((entry) => [entry.key, entry.keyPlace]),
  );
  for (const { rest } of arms) reading.rest ??= rest;
  for (const [key, keyPlace] of touched) {
    if (!evaluator.spend(arms.length)) {
      reading.rest ??= evaluator.unknownAt(node.argument, place);
      return;
    }
    const previous = entries.get(key)?.value ?? before ?? ({ kind: 'absent', place } as const);
    const values = arms.map(({ when, rest, own }) => ({
      when,
      value: own.get(key)?.value ?? rest ?? previous,
    }));
    const [only] = values;
    const isOne = values.length === 1 && only?.when.length === 0;
    entries.set(key, { key, keyPlace, value: isOne ? only.value : { kind: 'choice', arms: values, place } });
  }
}
