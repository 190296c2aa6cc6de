import type { Place } from '../../../text/place.js';
import type { Assumptions } from '../../../value/assumption.js';
import { alternatives, type Alternative } from '../../../value/select.js';
import { unknown, type Value } from '../../../value/value.js';
import { evaluateNode, textValue } from './evaluate.js';
import type { Argument, Block } from './folder.js';
import { binding, placeIn, type Frame } from './frame.js';
import { turnsOf } from './loops.js';

/** One of the things that a block with `count` or `for_each` stands for, or the only one. */
export interface Instance {
  /** What its address ends in: nothing, `[0]` or `["key"]`. */
  readonly suffix: string;
  /** What its existence rests on. */
  readonly when: Assumptions;
  /** What its arguments are evaluated in. */
  readonly frame: Frame;
}

export interface Instances {
  /** What the block is in expressions: one object, a list of them (`count`) or a map (`for_each`). */
  readonly shape: 'one' | 'list' | 'map';
  readonly all: readonly Instance[];
}

/** A block that stands for more than this is looked at once, with its index or key unknown. */
const mostInstances = 256;

/** Expands a block. What cannot be expanded is one instance, whose `each` or `count` is unknown. */
export function expand(block: Block, scope: Frame['scope'], address: string): Instances {
  const home: Frame = { scope, file: block.file, path: block.path, bindings: new Map(), label: '' };
  const count = block.arguments.get('count');
  const forEach = block.arguments.get('for_each');
  if (count !== undefined) return counted(count, home, address);
  if (forEach !== undefined) return keyed(forEach, home, address);
  return { shape: 'one', all: [{ suffix: '', when: [], frame: home }] };
}

function alternativesOf({ node, file, path }: Argument, home: Frame): Alternative[] {
  return alternatives(evaluateNode(node, { ...home, file, path }));
}

function counted(count: Argument, home: Frame, address: string): Instances {
  const place = placeIn({ ...home, file: count.file, path: count.path }, count.node.span);
  const ways = alternativesOf(count, home).map(({ value, when }) => ({
    when,
    number: value.kind === 'text' && /^\d{1,9}$/.test(value.text) ? Number(value.text) : undefined,
  }));
  const numbers = ways.flatMap(({ number }) => number ?? []);
  const most = Math.max(0, ...numbers);
  const at = (index: Value, suffix: string): Frame =>
    binding(home, { count: object({ index }, place) }, `${address}${suffix}`);
  if (numbers.length < ways.length || most > mostInstances || !home.scope.work.mayMake(most)) {
    const index = unknown(place, 'count.index', 'the number of instances is not known', 'a literal count');
    return { shape: 'one', all: [{ suffix: '', when: [], frame: at(index, '') }] };
  }
  const all = Array.from({ length: most }, (_, index): Instance => {
    const suffix = `[${String(index)}]`;
    const holding = ways.filter(({ number = 0 }) => number > index);
    const frame = at(textValue(String(index), place, 'number'), suffix);
    return { suffix, when: whenAny(holding, ways), frame };
  });
  return { shape: 'list', all };
}

function keyed(forEach: Argument, home: Frame, address: string): Instances {
  const place = placeIn({ ...home, file: forEach.file, path: forEach.path }, forEach.node.span);
  const ways = alternativesOf(forEach, home).map(({ value, when }) => ({ when, keys: keysOf(value) }));
  const byKey = new Map<string, { readonly value: Value; readonly ways: { when: Assumptions }[] }>();
  for (const { when, keys } of ways)
    for (const [key, value] of keys ?? []) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, { value, ways: [{ when }] });
      else known.ways.push({ when });
    }
  const at = (key: Value, value: Value, suffix: string): Frame =>
    binding(home, { each: object({ key, value }, place) }, `${address}${suffix}`);
  const isUnknown = ways.some(({ keys }) => keys === undefined);
  if (isUnknown || byKey.size > mostInstances || !home.scope.work.mayMake(byKey.size)) {
    const some = unknown(place, 'each.value', 'what for_each goes over is not known', 'a literal for_each');
    return {
      shape: 'one',
      all: [{ suffix: '', when: [], frame: at({ ...some, what: 'each.key' }, some, '') }],
    };
  }
  const all = [...byKey].map(([key, { value, ways: holding }]): Instance => {
    const suffix = `[${JSON.stringify(key)}]`;
    return { suffix, when: whenAny(holding, ways), frame: at(textValue(key, place), value, suffix) };
  });
  return { shape: 'map', all };
}

/** The keys and values of a map, or of a set of texts; undefined where they are not known. */
function keysOf(value: Value): [string, Value][] | undefined {
  if (value.kind === 'choice') return undefined;
  const turns = turnsOf(value);
  if (turns === undefined) return undefined;
  const pairs = turns.flatMap(({ key, value: each }): [string, Value][] => {
    const named = value.kind === 'list' ? each : key;
    return named.kind === 'text' ? [[named.text, each]] : [];
  });
  return pairs.length === turns.length ? pairs : undefined;
}

/** What it rests on that one of some ways comes true: nothing when they are all; else the first stands for them. */
function whenAny(holding: readonly { when: Assumptions }[], all: readonly unknown[]): Assumptions {
  return holding.length === all.length ? [] : (holding[0]?.when ?? []);
}

function object(values: Readonly<Record<string, Value>>, place: Place): Value {
  const entries = Object.entries(values).map(([key, value]) => ({ key, keyPlace: place, value }));
  return { kind: 'map', entries, place };
}
