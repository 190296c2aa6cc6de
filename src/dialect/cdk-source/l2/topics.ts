import type { Value } from '../../../value/value.js';
import type { Resource } from '../../resource.js';
import { under } from '../around.js';
import { itemsOf, listOf, mapOf, valueUnder } from '../maps.js';
import type { MethodCall } from '../method-calls.js';
import { textAt } from '../scalars.js';
import { argumentsOf, documentOf, principalOf } from '../statements.js';
import { resource, type Making } from './making.js';

/** `new Topic(…)`, and the policy that CDK makes of what `addToResourcePolicy` and `grantPublish` add. */
export function topicResources(making: Making): Resource[] {
  const { evaluator, construct, place, self, prop } = making;
  const { node, name } = construct;
  const topic = resource(evaluator, node, name, 'aws-sns.CfnTopic', 'AWS::SNS::Topic', {
    topicName: prop('topicName'),
  });
  const calls = evaluator.calls.on(node, 'addToResourcePolicy', 'grantPublish');
  const statements = calls.flatMap((call) =>
    call.method === 'grantPublish' ? granted(call, making) : argumentsOf(evaluator, call),
  );
  const [first] = calls;
  if (first === undefined || statements.length === 0) return [topic];
  return [
    topic,
    resource(evaluator, first.node, `${name}/Policy`, 'aws-sns.CfnTopicPolicy', 'AWS::SNS::TopicPolicy', {
      topics: listOf(place, [self]),
      policyDocument: documentOf(place, statements),
    }),
  ];
}

/** `new TopicPolicy(…)`. */
export function topicPolicyResources({ evaluator, construct, place, prop }: Making): Resource[] {
  const { node, name } = construct;
  const own = valueUnder(prop('policyDocument'), 'Statement');
  const added = evaluator.calls.on(node, 'addStatements').flatMap((call) => argumentsOf(evaluator, call));
  return [
    resource(evaluator, node, name, 'aws-sns.CfnTopicPolicy', 'AWS::SNS::TopicPolicy', {
      topics: prop('topics'),
      policyDocument: documentOf(place, [...itemsOf(own), ...added]),
    }),
  ];
}

/** What `grantPublish` adds to the topic's policy: a role or a user gets it in a policy of its own instead. */
function granted(call: MethodCall, { evaluator, self }: Making): Value[] {
  const [argument] = call.node.arguments;
  if (argument === undefined) return [];
  const principal = evaluator.evaluate(argument, undefined);
  if (principal.kind !== 'map' && principal.kind !== 'list') return [];
  const place = evaluator.placeOf(call.node, undefined);
  const statement = mapOf(place, {
    Effect: textAt('Allow', place),
    Action: textAt('sns:Publish', place),
    Resource: self,
    Principal: principalOf([principal], place),
    Condition: principal.kind === 'map' ? valueUnder(principal, 'conditions') : undefined,
  });
  return [under(evaluator, call.node, statement)];
}
