import type { TSESTree } from '../../parse/typescript.js';
import type { Path, Place } from '../../text/place.js';
import { listAlternatives } from '../../value/select.js';
import type { Value } from '../../value/value.js';
import { concatenate } from '../strings.js';
import { propertyName } from './property-name.js';
import { referenceTo } from './constructs.js';
import type { Evaluator } from './evaluator.js';
import { mapOf } from './maps.js';
import { literalHole } from './members.js';
import { principalValue, withConditions } from './principals.js';
import { textAt } from './scalars.js';
import { documentValue, statementValue } from './statements.js';

/** A call, and where its value stands. */
interface Call {
  readonly evaluator: Evaluator;
  readonly node: TSESTree.CallExpression;
  readonly path: Path | undefined;
  readonly place: Place;
}

type Reader = (call: Call) => Value | undefined;

/** What is known of CDK's functions, by their full names; undefined for arguments that are not understood. */
const functions: Readonly<Partial<Record<string, Reader>>> = {
  'core.Fn.join': (call) => joined(call, call.node.arguments[0], call.node.arguments[1]),
  'core.Fn.toJsonString': passed,
  'aws-iam.PolicyStatement.fromJson': passed,
  'aws-iam.PolicyDocument.fromJson': passed,
  'aws-iam.ManagedPolicy.fromAwsManagedPolicyName': (call) => managedPolicy(call, 'aws', 0),
  'aws-iam.ManagedPolicy.fromManagedPolicyName': (call) => managedPolicy(call, undefined, 2),
  'core.Token.asString': passed,
  'core.Token.asList': passed,
  'core.Token.asNumber': passed,
};

/** The value of a call: of a function of CDK's, of `JSON.stringify`, or of `[…].join(…)`. */
export function callValue(
  evaluator: Evaluator,
  node: TSESTree.CallExpression,
  path: Path | undefined,
  place: Place,
): Value {
  const call = { evaluator, node, path, place };
  const { callee } = node;
  const name = evaluator.bindings.nameOf(callee);
  const known = name === undefined ? undefined : (functions[name] ?? importing(name))?.(call);
  if (known !== undefined) return known;
  if (callee.type === 'MemberExpression') {
    const method = propertyName(callee);
    // A policy means the same as an object and as its JSON text, so the object goes on, with all its places.
    if (method === 'stringify' && callee.object.type === 'Identifier' && callee.object.name === 'JSON')
      return passed(call) ?? evaluator.unknownAt(node, place);
    if (method === 'withConditions' && node.arguments[0] !== undefined)
      return withConditions(
        evaluator.evaluate(callee.object, path),
        evaluator.evaluate(node.arguments[0], path),
      );
    if (method === 'withSessionTags') return evaluator.evaluate(callee.object, path);
    if (method === 'join')
      return joined(call, node.arguments[0], callee.object) ?? evaluator.unknownAt(node, place);
  }
  return evaluator.unknownAt(node, place);
}

/** The value of `new Class(…)`: a construct is what its `Ref` is, and a statement what it is in a policy. */
export function newValue(
  evaluator: Evaluator,
  node: TSESTree.NewExpression,
  path: Path | undefined,
  place: Place,
): Value {
  const construct = evaluator.constructs.at(node);
  if (construct !== undefined) return referenceTo(construct, evaluator.file, place);
  const name = evaluator.bindings.nameOf(node.callee) ?? '';
  if (name === 'aws-iam.PolicyStatement') return statementValue(evaluator, node, path, place);
  if (name === 'aws-iam.PolicyDocument') return documentValue(evaluator, node, path, place);
  // Each target of an event rule takes what it sends to first (aws-cdk-lib, aws-events-targets/lib).
  const [destination] = node.arguments;
  if (name.startsWith('aws-events-targets.') && destination !== undefined)
    return mapOf(place, { arn: evaluator.evaluate(destination, path) });
  return principalValue(evaluator, name, node.arguments, place) ?? evaluator.unknownAt(node, place);
}

/** The first argument as it is. */
function passed({ evaluator, node, path }: Call): Value | undefined {
  const [argument] = node.arguments;
  return argument && evaluator.evaluate(argument, path);
}

function joined(
  { evaluator, path, place }: Call,
  separator: TSESTree.Node | undefined,
  texts: TSESTree.Node | undefined,
): Value | undefined {
  if (separator === undefined || texts === undefined) return undefined;
  const between = evaluator.evaluate(separator, path, place);
  if (between.kind !== 'text') return undefined;
  const arms = listAlternatives(evaluator.evaluate(texts, path, place)).map(({ value, when }) => {
    const items = value.kind === 'list' ? value.items : [value];
    const parts = items.flatMap((item, index) => (index === 0 ? [item] : [between, item]));
    return { when, value: concatenate(evaluator, parts, place) };
  });
  const [only] = arms;
  return arms.length === 1 && only?.when.length === 0 ? only.value : { kind: 'choice', arms, place };
}

/** What CDK makes of a resource that exists elsewhere: `Role.fromRoleArn(scope, id, arn)` is that ARN. */
function importing(name: string): Reader | undefined {
  if (!/^aws-[\w-]+\.\w+\.from\w*Arn$/.test(name)) return undefined;
  return ({ evaluator, node, path, place }) => {
    const arn = node.arguments[2];
    return arn && evaluator.evaluate(arn, path, place);
  };
}

/** The ARN of a managed policy of AWS's, or of the account that the stack is in. */
function managedPolicy(
  { evaluator, node, path, place }: Call,
  owner: string | undefined,
  index: number,
): Value | undefined {
  const name = node.arguments[index];
  if (name === undefined) return undefined;
  const account = owner === undefined ? literalHole('AWS::AccountId', place) : textAt(owner, place);
  const arn = [textAt('arn:', place), literalHole('AWS::Partition', place), textAt(':iam::', place), account];
  const last = [textAt(':policy/', place), evaluator.evaluate(name, path, place)];
  return concatenate(evaluator, [...arn, ...last], place);
}
