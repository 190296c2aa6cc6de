import type { TSESTree } from '../../parse/typescript.js';
import { combine, type Assumptions } from '../../value/assumption.js';
import type { Value } from '../../value/value.js';
import type { Evaluator } from './evaluator.js';

/** More tests than this around a statement are not told apart. */
const mostTests = 16;

/** What the `if`s around a node assume, out to the function that it stands in. */
export function assumptionsAround(evaluator: Evaluator, node: TSESTree.Node): Assumptions {
  let found: Assumptions = [];
  let child = node;
  for (let around = node.parent; around !== undefined && around.type !== 'Program'; around = around.parent) {
    if (around.type.includes('Function') || found.length >= mostTests) break;
    if (around.type === 'IfStatement' || around.type === 'ConditionalExpression') {
      const { test, consequent } = around;
      if (child !== test) found = combine(found, [evaluator.assumption(test, child === consequent)]) ?? found;
    }
    if (around.type === 'LogicalExpression' && around.operator === '&&' && child === around.right)
      found = combine(found, [evaluator.assumption(around.left, true)]) ?? found;
    child = around;
  }
  return found;
}

/** A value that counts only where what stands around a node holds. */
export function under(evaluator: Evaluator, node: TSESTree.Node, value: Value): Value {
  const when = assumptionsAround(evaluator, node);
  return when.length === 0 ? value : { kind: 'choice', arms: [{ when, value }], place: value.place };
}
