import type { Conditional, Expression } from '../../../parse/hcl/expression.js';
import type { Place } from '../../../text/place.js';
import type { Assumption, Assumptions } from '../../../value/assumption.js';
import { alternatives } from '../../../value/select.js';
import type { Value } from '../../../value/value.js';
import { evaluate } from './evaluate.js';
import { expressionText } from './expression-text.js';
import type { Frame } from './frame.js';

/** What a condition's truth and falsity rest on; an outcome that cannot be is left out. */
export interface Truth {
  readonly holds: boolean;
  readonly when: Assumptions;
}

/**
 * The outcomes of a condition. It is decided only when literals decide it; a default is an assumption and decides
 * nothing, as with the conditions of CloudFormation.
 */
export function truthsOf(condition: Expression, frame: Frame): Truth[] {
  const outcomes = alternatives(evaluate(condition, frame));
  const isDecided = outcomes.every(
    ({ value, when }) =>
      value.kind === 'text' &&
      (value.text === 'true' || value.text === 'false') &&
      when.every(({ kind }) => kind === 'condition'),
  );
  if (isDecided)
    return outcomes.map(({ value, when }) => ({
      holds: value.kind === 'text' && value.text === 'true',
      when,
    }));
  const { expression, frame: home, holds } = rootOf(condition, frame, true);
  const name = nameOf(expression, home);
  const assume = (truth: boolean): Assumption => ({
    kind: 'condition',
    scope: home.scope.file,
    name,
    holds: truth === holds,
  });
  return [true, false].map((truth) => ({ holds: truth, when: [assume(truth)] }));
}

/** `condition ? yes : no` */
export function choose({ condition, yes, no }: Conditional, frame: Frame, place: Place): Value {
  const arms = truthsOf(condition, frame).map(({ holds, when }) => ({
    when,
    value: evaluate(holds ? yes : no, frame),
  }));
  const [only] = arms;
  return only !== undefined && arms.length === 1 && only.when.length === 0
    ? only.value
    : { kind: 'choice', arms, place };
}

interface Root {
  readonly expression: Expression;
  readonly frame: Frame;
  readonly holds: boolean;
}

/** Follows negations, local values and what a module is given to the condition that all of them rest on. */
function rootOf(condition: Expression, home: Frame, holds: boolean): Root {
  let root: Root = { expression: condition, frame: home, holds };
  // A local value that refers to itself would go round for ever.
  for (let steps = 0; steps < 50; steps += 1) {
    const { expression, frame } = root;
    if (expression.kind === 'unary' && expression.operator === '!') {
      root = { expression: expression.operand, frame, holds: !root.holds };
    } else if (expression.kind === 'binary' && expression.operator === '!=') {
      root = { expression: { ...expression, operator: '==' }, frame, holds: !root.holds };
    } else if (expression.kind === 'attribute' && expression.source.kind === 'variable') {
      const definition = frame.scope.definition(expression.source.name, expression.name);
      if (definition?.node.kind !== 'scalar' || definition.node.expression === undefined) return root;
      root = { expression: definition.node.expression, frame: definition.frame, holds: root.holds };
    } else return root;
  }
  return root;
}

/** A longer condition is named by its line. */
const longestName = 120;

/** A condition that depends on the instance, or on the turn of a loop, is another one in each. */
function nameOf(expression: Expression, { scope, file, label, bindings }: Frame): string {
  const text = expressionText(expression);
  const names = text.match(/[\p{ID_Start}_][\p{ID_Continue}-]*/gu) ?? [];
  const turn = names.some((name) => bindings.has(name)) ? ` of ${label}` : '';
  const module = scope.prefix === '' ? '' : ` in ${scope.prefix.slice(0, -1)}`;
  const line = file.positionAt(expression.span.start).line;
  const shown = text.length <= longestName ? text : `the condition in line ${String(line)} of ${file.path}`;
  return `${shown}${turn}${module}`;
}
