import type { Binary, Unary } from '../../../parse/hcl/expression.js';
import type { Place } from '../../../text/place.js';
import { plainOf } from '../../../value/plain.js';
import { mapSettled } from '../../../value/select.js';
import { unknown, type Settled, type Value } from '../../../value/value.js';
import { evaluate, textValue } from './evaluate.js';
import type { Frame } from './frame.js';

const arithmetic: Readonly<Partial<Record<string, (left: number, right: number) => number | boolean>>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
  '<': (left, right) => left < right,
  '>': (left, right) => left > right,
  '<=': (left, right) => left <= right,
  '>=': (left, right) => left >= right,
};

/** The value of an operator over literals; over anything else it is unknown, unless one side decides. */
export function compute(expression: Unary | Binary, frame: Frame, place: Place): Value {
  if (expression.kind === 'unary') {
    const operand = evaluate(expression.operand, frame);
    return mapSettled(operand, place, (value) =>
      expression.operator === '!'
        ? truthValue(negated(truthOf(value)), '!', place)
        : difference(value, place),
    );
  }
  const { operator } = expression;
  const left = evaluate(expression.left, frame);
  const right = evaluate(expression.right, frame);
  return mapSettled(left, place, (first) =>
    mapSettled(right, place, (second) => combined(operator, first, second, place)),
  );
}

function combined(operator: string, left: Settled, right: Settled, place: Place): Value {
  switch (operator) {
    case '==':
      return truthValue(equality(left, right), operator, place);
    case '!=':
      return truthValue(negated(equality(left, right)), operator, place);
    case '&&':
    case '||': {
      const decisive = operator === '||';
      const truths = [truthOf(left), truthOf(right)];
      if (truths.includes(decisive)) return truthValue(decisive, operator, place);
      return truthValue(truths.includes(undefined) ? undefined : !decisive, operator, place);
    }
    default: {
      const [first, second] = [numberOf(left), numberOf(right)];
      const result =
        first === undefined || second === undefined ? undefined : arithmetic[operator]?.(first, second);
      if (result === undefined || (typeof result === 'number' && !Number.isFinite(result)))
        return undecided(operator, place);
      return textValue(String(result), place, typeof result === 'number' ? 'number' : 'boolean');
    }
  }
}

/** Whether two values are equal; undefined where that is not known. An attribute of a resource is never null. */
export function equality(left: Settled, right: Settled): boolean | undefined {
  if (left.kind === 'text' && right.kind === 'text')
    return left.type === 'number' && right.type === 'number'
      ? Number(left.text) === Number(right.text)
      : left.text === right.text;
  const kinds = [left.kind, right.kind];
  if (kinds.includes('unknown')) return undefined;
  if (kinds.includes('absent')) return left.kind === right.kind;
  if (kinds.includes('partial') || kinds.includes('reference') || kinds.includes('one-of')) return undefined;
  if (left.kind !== right.kind) return false;
  const [first, second] = [plainOf(left), plainOf(right)];
  return first === undefined || second === undefined
    ? undefined
    : JSON.stringify(first) === JSON.stringify(second);
}

function difference(value: Settled, place: Place): Value {
  const number = numberOf(value);
  return number === undefined ? undecided('-', place) : textValue(String(-number), place, 'number');
}

function truthOf(value: Settled): boolean | undefined {
  if (value.kind !== 'text') return undefined;
  return value.text === 'true' ? true : value.text === 'false' ? false : undefined;
}

function negated(truth: boolean | undefined): boolean | undefined {
  return truth === undefined ? undefined : !truth;
}

function numberOf(value: Settled): number | undefined {
  if (value.kind !== 'text' || value.text.trim() === '') return undefined;
  const number = Number(value.text);
  return Number.isFinite(number) ? number : undefined;
}

function truthValue(truth: boolean | undefined, operator: string, place: Place): Value {
  return truth === undefined ? undecided(operator, place) : textValue(String(truth), place, 'boolean');
}

function undecided(operator: string, place: Place): Value {
  return unknown(
    place,
    'the value',
    `an operand of ${operator} is known only when Terraform runs`,
    'literal operands',
  );
}
