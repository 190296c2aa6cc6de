import type { Expression, ForExpression, Splat } from '../../../parse/hcl/expression.js';
import type { Place } from '../../../text/place.js';
import { mapSettled } from '../../../value/select.js';
import { unknown, type Entry, type Settled, type Value } from '../../../value/value.js';
import { truthsOf } from './conditions.js';
import { evaluate, textValue } from './evaluate.js';
import { binding, type Frame } from './frame.js';

/** A turn of a loop. */
export interface Turn {
  readonly key: Value;
  readonly value: Value;
  readonly label: string;
}

/** The turns over a list or a map; undefined where they are not known. */
export function turnsOf(source: Settled): Turn[] | undefined {
  if (source.kind === 'list') {
    if (source.items.some(({ kind }) => kind === 'choice')) return undefined;
    return source.items.map((value, index) => {
      const key = textValue(String(index), source.place, 'number');
      return { key, value, label: `[${String(index)}]` };
    });
  }
  if (source.kind !== 'map') return undefined;
  return inOrder(source.entries).map(({ key, keyPlace, value }) => ({
    key: textValue(key, keyPlace),
    value,
    label: `[${JSON.stringify(key)}]`,
  }));
}

/** Terraform goes through maps in the order of their keys. */
export function inOrder(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
}

/** `[for …]` and `{for …}` */
export function loop(expression: ForExpression, frame: Frame, place: Place): Value {
  return mapSettled(evaluate(expression.source, frame), place, (source) => {
    if (source.kind === 'unknown') return { ...source, place };
    const turns = turnsOf(source);
    if (turns === undefined)
      return unknown(place, 'the loop', 'what it goes over is not known', 'a literal list or map');
    const frames = turns.map(({ key, value, label }) => {
      const { keyName, valueName } = expression;
      return binding(frame, { ...(keyName !== undefined && { [keyName]: key }), [valueName]: value }, label);
    });
    return expression.key === undefined
      ? list(expression, frames, place)
      : map(expression, expression.key, frames, place);
  });
}

function list({ condition, value }: ForExpression, frames: readonly Frame[], place: Place): Value {
  const items = frames.flatMap((frame): Value[] => {
    const arms = (condition === undefined ? always : truthsOf(condition, frame)).map(({ holds, when }) => ({
      when,
      value: holds ? evaluate(value, frame) : ({ kind: 'absent', place } as const),
    }));
    const [only] = arms;
    if (only === undefined || arms.length > 1 || only.when.length > 0)
      return [{ kind: 'choice', arms, place }];
    return only.value.kind === 'absent' && condition !== undefined ? [] : [only.value];
  });
  return { kind: 'list', items, place };
}

const always = [{ holds: true, when: [] }];

function map(
  { condition, value, groups }: ForExpression,
  key: Expression,
  frames: readonly Frame[],
  place: Place,
): Value {
  const made = new Map<string, { readonly keyPlace: Place; readonly values: Value[] }>();
  for (const frame of frames) {
    const [truth, ...others] = condition === undefined ? always : truthsOf(condition, frame);
    const name = evaluate(key, frame);
    if (truth === undefined || others.length > 0 || name.kind !== 'text')
      return unknown(place, 'the loop', 'its keys are known only when Terraform runs', 'literal keys');
    if (!truth.holds) continue;
    const same = made.get(name.text);
    if (same === undefined || !groups)
      made.set(name.text, { keyPlace: name.place, values: [evaluate(value, frame)] });
    else same.values.push(evaluate(value, frame));
  }
  const entries = [...made].map(([text, { keyPlace, values }]): Entry => {
    const [first] = values;
    const isSingle = !groups && first !== undefined;
    return { key: text, keyPlace, value: isSingle ? first : { kind: 'list', items: values, place } };
  });
  return { kind: 'map', entries, place };
}

/** `source[*].name`; what is no list is a list of itself, and null one of nothing. */
export function splat({ source, each }: Splat, frame: Frame, place: Place): Value {
  return mapSettled(evaluate(source, frame), place, (settled) => {
    if (settled.kind === 'unknown') return { ...settled, place };
    if (settled.kind === 'absent') return { kind: 'list', items: [], place };
    const items = settled.kind === 'list' ? settled.items : [settled];
    return {
      kind: 'list',
      items: items.map((item) => evaluate(each, binding(frame, { '': item }, ''))),
      place,
    };
  });
}
