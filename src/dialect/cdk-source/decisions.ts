import type { TSESTree } from '../../parse/typescript.js';
import type { Value } from '../../value/value.js';
import type { Evaluator, Spot } from './evaluator.js';

/** The value of `test ? a : b`: one of two, unless the test is known. */
export function conditionalValue(
  evaluator: Evaluator,
  { test, consequent, alternate }: TSESTree.ConditionalExpression,
  { path, place, at }: Spot,
): Value {
  const known = evaluator.evaluate(test, undefined);
  if (known.kind === 'text' && known.type === 'boolean')
    return evaluator.evaluate(known.text === 'true' ? consequent : alternate, path, at);
  const arm = (node: TSESTree.Node, holds: boolean) => ({
    when: [evaluator.assumption(test, holds)],
    value: evaluator.evaluate(node, path, at),
  });
  return { kind: 'choice', arms: [arm(consequent, true), arm(alternate, false)], place };
}

/** The value of `a ?? b`, `a || b` and `a && b`. What is not known of `a` decides as a condition does. */
export function logicalValue(
  evaluator: Evaluator,
  { operator, left, right }: TSESTree.LogicalExpression,
  { path, place, at }: Spot,
): Value {
  const first = evaluator.evaluate(left, path, at);
  const isSet = first.kind === 'absent' ? false : isKnown(first) ? true : undefined;
  const isTrue = isSet === true ? !isFalsy(first) : isSet;
  const decided = operator === '??' ? isSet : isTrue;
  const second = evaluator.evaluate(right, path, at);
  // What `a && b` is otherwise, such as `false`, counts as nothing wherever it is used.
  const nothing = { kind: 'absent', place } as const;
  const [yes, no] = operator === '&&' ? [second, nothing] : [first, second];
  if (decided !== undefined) return decided ? yes : no;
  return {
    kind: 'choice',
    place,
    arms: [
      { when: [evaluator.assumption(left, true)], value: yes },
      { when: [evaluator.assumption(left, false)], value: no },
    ],
  };
}

function isKnown({ kind }: Value): boolean {
  return kind === 'text' || kind === 'list' || kind === 'map' || kind === 'reference';
}

function isFalsy(value: Value): boolean {
  if (value.kind !== 'text') return false;
  return value.text === '' || (value.type !== 'string' && (value.text === 'false' || value.text === '0'));
}
