import type { TSESTree } from '../../parse/typescript.js';
import type { Path, Place } from '../../text/place.js';
import type { Value } from '../../value/value.js';
import { attributeOf, referenceTo } from './constructs.js';
import { constantOf } from './constants.js';
import type { Evaluator } from './evaluator.js';
import { resolve } from './resolve.js';

/** What the properties of a stack are to CloudFormation. */
const ofStack: Readonly<Partial<Record<string, string>>> = {
  account: 'AWS::AccountId',
  region: 'AWS::Region',
  partition: 'AWS::Partition',
  urlSuffix: 'AWS::URLSuffix',
  stackName: 'AWS::StackName',
  stackId: 'AWS::StackId',
};

/** The value of `a.b`: a constant of CDK's, an attribute of a construct, a property of a stack, or an entry of an object. */
export function memberValue(
  evaluator: Evaluator,
  node: TSESTree.MemberExpression,
  path: Path | undefined,
  place: Place,
): Value {
  const { bindings, constructs, file } = evaluator;
  const name = bindings.nameOf(node);
  if (name !== undefined) return constantOf(name, place) ?? evaluator.unknownAt(node, place);
  const { node: owner, keys } = resolve(bindings, node);
  const construct = constructs.at(owner);
  if (construct !== undefined) {
    const attribute = keys.length === 0 ? 'Ref' : attributeOf(keys.at(-1) ?? '');
    return attribute === undefined
      ? evaluator.unknownAt(node, place)
      : referenceTo(construct, file, place, attribute);
  }
  const pseudo = isStack(evaluator, owner) ? ofStack[keys.at(-1) ?? ''] : undefined;
  if (pseudo !== undefined) return literalHole(pseudo, place);
  if (owner === node || !canHold(owner)) return evaluator.unknownAt(node, place);
  const value = evaluator.evaluate(owner, path, place);
  // An ARN is all that is known of what was imported by it.
  const isArn = value.kind === 'text' || value.kind === 'partial';
  if (owner.type === 'CallExpression' && isArn && keys.at(-1)?.endsWith('Arn') === true) return value;
  return keys.reduce((held: Value, key) => evaluator.entry(held, key, node, place), value);
}

/** A text that only deployment knows, without wildcards. */
export function literalHole(what: string, place: Place): Value {
  return { kind: 'partial', parts: [{ what, literal: true, settle: 'a literal value' }], place };
}

/** `this`, `this.stack` and `Stack.of(…)`; what else has such a property is asked for it like any object. */
function isStack({ bindings }: Evaluator, node: TSESTree.Node): boolean {
  if (node.type === 'ThisExpression') return true;
  return node.type === 'CallExpression' && bindings.nameOf(node.callee) === 'core.Stack.of';
}

/** Whether an expression can hold entries that are written in it; a name leads on to nothing. */
function canHold({ type }: TSESTree.Node): boolean {
  return type !== 'Identifier' && type !== 'MemberExpression' && type !== 'ThisExpression';
}
