import type { Node } from '../../parse/node.js';
import type { Place } from '../../text/place.js';
import { listAlternatives, mapSettled } from '../../value/select.js';
import { placedAt, unknown, type Settled, type Value } from '../../value/value.js';
import type { Call } from './call.js';
import { child, type Evaluator } from './evaluator.js';
import { importValue } from './imports.js';
import { findInMap } from './mappings.js';
import { concatenate } from '../strings.js';
import { getStackOutput } from './stack-outputs.js';
import { substitute } from './substitution.js';

export interface Invocation {
  readonly evaluator: Evaluator;
  readonly call: Call;
  readonly place: Place;
}

type IntrinsicFunction = (invocation: Invocation) => Value;

/** The intrinsic functions by their long names. `Fn::Equals` and its like have a meaning only among conditions. */
export const functions: Readonly<Partial<Record<string, IntrinsicFunction>>> = {
  Ref: ({ evaluator, call, place }) => {
    const name = literal(call.argument);
    if (name !== undefined) return evaluator.reference(name, place);
    return mapSettled(evaluator.evaluate(call.argument, call.path), place, (settled) =>
      settled.kind === 'text' ? evaluator.reference(settled.text, place) : unnamed(settled, call, place),
    );
  },
  'Fn::GetAtt': getAttribute,
  'Fn::Sub': substitute,
  'Fn::Join': join,
  'Fn::Select': selectItem,
  'Fn::Split': split,
  'Fn::FindInMap': findInMap,
  'Fn::If': choose,
  'Fn::ImportValue': importValue,
  'Fn::GetStackOutput': getStackOutput,
  // A text with gaps cannot be encoded yet. It goes on as it is: all that is encoded is scripts, for somebody to read.
  'Fn::Base64': ({ evaluator, call, place }) =>
    mapSettled(evaluator.evaluate(call.argument, call.path), place, (settled) =>
      settled.kind === 'text'
        ? { ...settled, text: Buffer.from(settled.text).toString('base64'), place }
        : settled,
    ),
  'Fn::Cidr': atDeployment('a block of addresses', 'a literal list'),
  'Fn::GetAZs': atDeployment('the Availability Zones of the Region', 'a literal list'),
  'Fn::Length': ({ evaluator, call, place }) =>
    mapSettled(evaluator.evaluate(call.argument, call.path), place, (value) =>
      value.kind === 'list' && value.items.every(({ kind }) => kind !== 'choice' && kind !== 'absent')
        ? { kind: 'text', text: String(value.items.length), type: 'number', place }
        : unknown(place, call.name, 'the length of the list is not known', 'a literal list'),
    ),
  // A policy means the same as an object and as its JSON text, so the object goes on, with all its places.
  'Fn::ToJsonString': ({ evaluator, call }) => evaluator.evaluate(call.argument, call.path),
  'Fn::Transform': atDeployment('the output of a macro', 'the template after the macro'),
};

function atDeployment(what: string, settle: string): IntrinsicFunction {
  return ({ call, place }) => unknown(place, call.name, `${what} is known only at deployment`, settle);
}

/** A function that was given something it does not take. */
export function malformed(place: Place, name: string): Value {
  return unknown(
    place,
    name,
    `${name} is not given what it takes`,
    `the form that CloudFormation documents for ${name}`,
  );
}

/** The text of a scalar that is no call. */
export function literal(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && node.tag === undefined ? node.text : undefined;
}

/** The arguments of a call that takes a list of so many, evaluated; none when it is given something else. */
export function operandsOf({ evaluator, call }: Invocation, least: number, most = least): Value[] {
  if (call.argument.kind !== 'list' || call.argument.tag !== undefined) return [];
  const { length } = call.argument.items;
  if (length < least || length > most) return [];
  return call.argument.items.map((item, index) =>
    evaluator.evaluate(item, { parent: call.path, key: index }),
  );
}

function getAttribute({ evaluator, call, place }: Invocation): Value {
  const { argument } = call;
  const whole = literal(argument);
  const operands = whole === undefined ? (argument.kind === 'list' ? argument.items : []) : [];
  const values = operands.map((item, index) => evaluator.evaluate(item, { parent: call.path, key: index }));
  const unnamable = values.find(({ kind }) => kind !== 'text');
  if (unnamable !== undefined && unnamable.kind !== 'choice') return unnamed(unnamable, call, place);
  const [name, ...attribute] =
    whole === undefined
      ? values.flatMap((value) => (value.kind === 'text' ? [value.text] : []))
      : split2(whole);
  if (name === undefined || attribute.length === 0 || unnamable !== undefined)
    return malformed(place, call.name);
  return evaluator.attribute(name, attribute.join('.'), place);
}

/** The language extensions take functions where names stand; what these give is not always known. */
function unnamed(name: Settled, call: Call, place: Place): Value {
  return name.kind === 'unknown' ? { ...name, place } : malformed(place, call.name);
}

function split2(text: string): string[] {
  const dot = text.indexOf('.');
  return dot === -1 ? [text] : [text.slice(0, dot), text.slice(dot + 1)];
}

function join(invocation: Invocation): Value {
  const { evaluator, call, place } = invocation;
  const [delimiter, list] = operandsOf(invocation, 2);
  if (delimiter?.kind !== 'text' || list === undefined) return malformed(place, call.name);
  const arms = listAlternatives(list).map(({ value, when }) => {
    if (value.kind === 'unknown') return { when, value: { ...value, place } };
    if (value.kind !== 'list') return { when, value: malformed(place, call.name) };
    const between: Value = { ...delimiter, place };
    const parts = value.items.flatMap((item, index) => (index === 0 ? [item] : [between, item]));
    return { when, value: concatenate(evaluator, parts, place) };
  });
  const [only] = arms;
  return arms.length === 1 && only?.when.length === 0 ? only.value : { kind: 'choice', arms, place };
}

function selectItem(invocation: Invocation): Value {
  const { call, place } = invocation;
  const [index, list] = operandsOf(invocation, 2);
  if (list === undefined || index === undefined) return malformed(place, call.name);
  return mapSettled(index, place, (position) => {
    if (position.kind !== 'text' || !/^\d+$/.test(position.text))
      return unknown(place, call.name, 'the position of the item is not known', 'a literal index');
    return {
      kind: 'choice',
      place,
      arms: listAlternatives(list).map(({ value, when }) => {
        // Two items of one unknown list are two things.
        if (value.kind === 'unknown')
          return { when, value: { ...value, what: `${value.what}[${position.text}]`, place } };
        const item = value.kind === 'list' ? value.items[Number(position.text)] : undefined;
        return { when, value: item === undefined ? malformed(place, call.name) : placedAt(item, place) };
      }),
    };
  });
}

/** Gaps that hold no `:` and no `,`, so that a text with them can be split there. */
const unbroken = new Set(['AWS::AccountId', 'AWS::Partition', 'AWS::Region']);

function split(invocation: Invocation): Value {
  const { evaluator, call, place } = invocation;
  const [delimiter, source] = operandsOf(invocation, 2);
  if (delimiter?.kind !== 'text' || delimiter.text === '' || source === undefined)
    return malformed(place, call.name);
  const separator = delimiter.text;
  return mapSettled(source, place, (settled) => {
    if (settled.kind === 'text')
      return {
        kind: 'list',
        place,
        items: settled.text.split(separator).map((text) => ({ ...settled, text, place })),
      };
    const isSplittable =
      settled.kind === 'partial' &&
      (separator === ':' || separator === ',') &&
      settled.parts.every((part) => typeof part === 'string' || unbroken.has(part.what));
    if (!isSplittable)
      return unknown(place, call.name, 'the text to split is not known before deployment', 'a literal text');
    const items: Value[][] = [[]];
    for (const part of settled.parts) {
      if (typeof part !== 'string') items.at(-1)?.push({ kind: 'partial', parts: [part], place });
      else
        part.split(separator).forEach((text, index) => {
          const value: Value = { kind: 'text', text, type: 'string', place };
          if (index === 0) items.at(-1)?.push(value);
          else items.push([value]);
        });
    }
    return { kind: 'list', place, items: items.map((parts) => concatenate(evaluator, parts, place)) };
  });
}

function choose(invocation: Invocation): Value {
  const { evaluator, call, place } = invocation;
  const { argument } = call;
  const name =
    argument.kind === 'list'
      ? (literal(argument.items[0]) ?? literal(child(argument.items[0], 'Condition')))
      : undefined;
  const [, yes, no] = argument.kind === 'list' && argument.items.length === 3 ? argument.items : [];
  if (name === undefined || yes === undefined || no === undefined) return malformed(place, call.name);
  const arms = [
    { holds: true, node: yes, index: 1 },
    { holds: false, node: no, index: 2 },
  ].flatMap(({ holds, node, index }) => {
    const assumption = evaluator.conditions.assume(name, holds);
    if (assumption === false) return [];
    const value = evaluator.evaluate(node, { parent: call.path, key: index });
    return [{ when: assumption === true ? [] : [assumption], value }];
  });
  const [only] = arms;
  return arms.length === 1 && only !== undefined ? only.value : { kind: 'choice', arms, place };
}
