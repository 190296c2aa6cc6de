import type { Place } from '../../../text/place.js';
import type { Value } from '../../../value/value.js';
import type { Resource } from '../../resource.js';
import { concatenate } from '../../strings.js';
import type { Evaluator } from '../evaluator.js';
import { computed, itemsOf, listOf, mapOf, valueUnder } from '../maps.js';
import { literalHole } from '../members.js';
import type { MethodCall } from '../method-calls.js';
import { textAt } from '../scalars.js';
import { argumentsOf, documentOf } from '../statements.js';
import { making, resource, type Making } from './making.js';
import { granted } from './topics.js';

const encrypting = ['kms:Encrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'];

/** The actions that the methods of a key grant (aws-cdk-lib, aws-kms/lib/private/perms.ts). */
const grants: Readonly<Partial<Record<string, readonly string[]>>> = {
  grantDecrypt: ['kms:Decrypt'],
  grantEncrypt: encrypting,
  grantEncryptDecrypt: ['kms:Decrypt', ...encrypting],
};

/** `new Key(…)`: without a policy of its own it has one for the account, and both get what is added. */
export function keyResources(key: Making): Resource[] {
  const { evaluator, construct, place, prop } = key;
  const { node, name } = construct;
  const written = prop('policy');
  const own = written.kind === 'absent' ? [ofAccount(key)] : itemsOf(valueUnder(written, 'Statement'));
  const calls = evaluator.calls.on(node, 'addToResourcePolicy', 'grant', ...Object.keys(grants));
  const added = calls.flatMap((call) => addedBy(call, key));
  const byTopics = (publishing(evaluator).get(name) ?? []).flatMap((call) =>
    granted(call, texts(['kms:Decrypt', 'kms:GenerateDataKey*'], place), textAt('*', place), evaluator),
  );
  return [
    resource(evaluator, node, name, 'aws-kms.CfnKey', 'AWS::KMS::Key', {
      keyPolicy: documentOf(place, [...own, ...added, ...byTopics, ...elsewhere(key)]),
    }),
  ];
}

/** A key that its class keeps, or a function returns, may be given to others that add to its policy. */
function elsewhere({ construct, place }: Making): Value[] {
  const { parent } = construct.node;
  const isHeld =
    parent.type === 'PropertyDefinition' ||
    parent.type === 'ReturnStatement' ||
    (parent.type === 'AssignmentExpression' && parent.left.type === 'MemberExpression');
  return isHeld ? [computed('what others add to the policy', place)] : [];
}

const published = new WeakMap<Evaluator, ReadonlyMap<string, readonly MethodCall[]>>();

/** The calls of `grantPublish` by the key of their topic, whose policy they change too. */
function publishing(evaluator: Evaluator): ReadonlyMap<string, readonly MethodCall[]> {
  let byKey = published.get(evaluator);
  if (byKey !== undefined) return byKey;
  const found = new Map<string, MethodCall[]>();
  for (const call of evaluator.calls.of('grantPublish')) {
    const topic = evaluator.constructs.at(call.object);
    const key = topic?.className === 'aws-sns.Topic' ? making(evaluator, topic).prop('masterKey') : undefined;
    if (key?.kind !== 'reference') continue;
    const same = found.get(key.target.name);
    if (same === undefined) found.set(key.target.name, [call]);
    else same.push(call);
  }
  byKey = found;
  published.set(evaluator, byKey);
  return byKey;
}

function texts(actions: readonly string[], place: Place): Value[] {
  return actions.map((action) => textAt(action, place));
}

function addedBy(call: MethodCall, { evaluator, place }: Making): Value[] {
  const { method, node } = call;
  if (method === 'addToResourcePolicy') return argumentsOf(evaluator, call).slice(0, 1);
  const actions =
    method === 'grant'
      ? node.arguments.slice(1).map((action) => evaluator.evaluate(action, undefined))
      : texts(grants[method] ?? [], place);
  return granted(call, actions, textAt('*', place), evaluator);
}

function ofAccount({ evaluator, place }: Making): Value {
  const parts = [textAt('arn:', place), literalHole('AWS::Partition', place), textAt(':iam::', place)];
  const account = [literalHole('AWS::AccountId', place), textAt(':root', place)];
  return mapOf(place, {
    Effect: textAt('Allow', place),
    Action: textAt('kms:*', place),
    Resource: textAt('*', place),
    Principal: mapOf(place, { AWS: listOf(place, [concatenate(evaluator, [...parts, ...account], place)]) }),
  });
}
