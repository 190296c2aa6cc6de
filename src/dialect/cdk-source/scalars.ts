import type { TSESTree } from '../../parse/typescript.js';
import type { ScalarType, Text, Value } from '../../value/value.js';
import { concatenate } from '../strings.js';
import type { Evaluator, Spot } from './evaluator.js';

/** The value of a string, a number, a boolean or `null`. */
export function literalValue(evaluator: Evaluator, node: TSESTree.Literal, { place, at }: Spot): Value {
  const { value } = node;
  if (value === null && node.raw === 'null') return { kind: 'absent', place };
  const type = typeof value;
  if (type !== 'string' && type !== 'number' && type !== 'boolean') return evaluator.unknownAt(node, place);
  const text = textAt(String(value), place, type);
  return at === undefined ? text : { ...text, origin: evaluator.placeOf(node, undefined) };
}

/** The value of `` `a-${b}` ``. */
export function templateValue(
  evaluator: Evaluator,
  node: TSESTree.TemplateLiteral,
  { path, place, at }: Spot,
): Value {
  const { quasis, expressions } = node;
  const parts = quasis.flatMap((quasi, index): Value[] => {
    const text = textAt(quasi.value.cooked ?? quasi.value.raw, place);
    const expression = expressions[index];
    return expression === undefined ? [text] : [text, evaluator.evaluate(expression, path, place)];
  });
  const value = concatenate(evaluator, parts, place);
  const isMoved = at !== undefined && value.kind === 'text';
  return isMoved ? { ...value, origin: evaluator.placeOf(node, undefined) } : value;
}

/** The value of `a + b` where one of them is a text. */
export function sumValue(
  evaluator: Evaluator,
  node: TSESTree.BinaryExpression,
  { path, place }: Spot,
): Value {
  if (node.operator !== '+') return evaluator.unknownAt(node, place);
  const parts = [evaluator.evaluate(node.left, path, place), evaluator.evaluate(node.right, path, place)];
  const isText = parts.some(
    (part) => part.kind === 'partial' || (part.kind === 'text' && part.type === 'string'),
  );
  return isText ? concatenate(evaluator, parts, place) : evaluator.unknownAt(node, place);
}

/** The value of `-5`, `!0` and `void 0`. */
export function unaryValue(evaluator: Evaluator, node: TSESTree.UnaryExpression, { place }: Spot): Value {
  const { operator, argument } = node;
  if (operator === 'void') return { kind: 'absent', place };
  const value = argument.type === 'Literal' ? argument.value : undefined;
  if (operator === '-' && typeof value === 'number') return textAt(String(-value), place, 'number');
  if (operator === '!' && (typeof value === 'boolean' || typeof value === 'number'))
    return textAt(String(!value), place, 'boolean');
  return evaluator.unknownAt(node, place);
}

/** A scalar that stands at a place. */
export function textAt(text: string, place: Text['place'], type: ScalarType = 'string'): Text {
  return { kind: 'text', text, type, place };
}
