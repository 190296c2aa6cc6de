import { listAlternatives } from '../../../value/select.js';
import type { Value } from '../../../value/value.js';
import { concatenate } from '../../strings.js';
import { textValue } from './evaluate.js';
import { undetermined, type FunctionTable, type Invocation } from './functions.js';

/** The functions that put texts together. */
export const formatFunctions: FunctionTable = {
  format,
  formatlist: (invocation) => {
    const [pattern, ...operands] = invocation.operands;
    const { place, scope } = invocation;
    const lists = operands.flatMap((operand) => (operand.kind === 'list' ? [operand.items] : []));
    const [length = 1] = lists.map((items) => items.length);
    const isEven = lists.every(
      (items) => items.length === length && items.every(({ kind }) => kind !== 'choice'),
    );
    const isKnown = operands.every(({ kind }) => kind !== 'unknown' && kind !== 'choice');
    if (pattern === undefined || !isEven || !isKnown || !scope.work.spend(length * operands.length))
      return undetermined(invocation, 'an operand of formatlist is known only when Terraform runs');
    const items = Array.from({ length }, (_, index) => {
      const row = operands.map((operand) =>
        operand.kind === 'list' ? (operand.items[index] ?? operand) : operand,
      );
      return format({ ...invocation, operands: [pattern, ...row] });
    });
    return { kind: 'list', items, place };
  },
  join,
};

/** `%s`, `%d`, `%v` and `%q`, in order or by number (`%[1]s`); anything finer is unknown. */
function format(invocation: Invocation): Value {
  const [pattern, ...operands] = invocation.operands;
  const { place, scope } = invocation;
  if (pattern?.kind !== 'text')
    return undetermined(invocation, 'the pattern is known only when Terraform runs');
  const parts: Value[] = [];
  let next = 0;
  for (const [piece, number, verb] of pattern.text.matchAll(/%(?:\[(\d{1,3})\])?([sdvq])|%%|%|[^%]+/g)) {
    if (verb === undefined) {
      if (piece === '%') return undetermined(invocation, 'its pattern is finer than is followed');
      parts.push(textValue(piece === '%%' ? '%' : piece, place));
      continue;
    }
    const index = number === undefined ? next : Number(number) - 1;
    next = index + 1;
    const operand = operands[index];
    if (operand === undefined) return undetermined(invocation, 'it has too few operands');
    if (verb !== 'q') parts.push(operand);
    else if (operand.kind === 'text') parts.push(textValue(JSON.stringify(operand.text), place));
    else parts.push(textValue('"', place), operand, textValue('"', place));
  }
  return concatenate(scope, parts.length === 0 ? [textValue('', place)] : parts, place);
}

function join(invocation: Invocation): Value {
  const [separator, ...lists] = invocation.operands;
  const { place, scope } = invocation;
  const notKnown = undetermined(invocation, 'an operand of join is known only when Terraform runs');
  if (separator?.kind !== 'text') return notKnown;
  const [only, ...others] = lists;
  if (only === undefined) return notKnown;
  const items = lists.flatMap((list) => (list.kind === 'list' ? list.items : [list]));
  const all: Value = others.length === 0 ? only : { kind: 'list', items, place };
  const arms = listAlternatives(all).map(({ value, when }) => {
    if (value.kind !== 'list')
      return { when, value: value.kind === 'unknown' ? { ...value, place } : notKnown };
    const parts = value.items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
    return { when, value: concatenate(scope, parts.length === 0 ? [textValue('', place)] : parts, place) };
  });
  const [arm] = arms;
  return arms.length === 1 && arm?.when.length === 0 ? arm.value : { kind: 'choice', arms, place };
}
