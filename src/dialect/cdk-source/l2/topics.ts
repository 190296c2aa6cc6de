import type { Value } from '../../../value/value.js';
import type { Resource } from '../../resource.js';
import { under } from '../around.js';
import type { Evaluator } from '../evaluator.js';
import { itemsOf, listOf, mapOf, valueUnder } from '../maps.js';
import type { MethodCall } from '../method-calls.js';
import { resolve } from '../resolve.js';
import { textAt } from '../scalars.js';
import { argumentsOf, documentOf, principalOf } from '../statements.js';
import { resource, type Making } from './making.js';

/** `new Topic(…)`, and the policy that CDK makes of what `addToResourcePolicy` and `grantPublish` add. */
export function topicResources(making: Making): Resource[] {
  const { evaluator, construct, prop } = making;
  const { node, name } = construct;
  const topic = resource(evaluator, node, name, 'aws-sns.CfnTopic', 'AWS::SNS::Topic', {
    topicName: prop('topicName'),
    kmsMasterKeyId: prop('masterKey'),
  });
  return [topic, ...policyOf(making), ...subscriptionsOf(making)];
}

/** The policy that CDK makes of what is added to it. */
function policyOf(making: Making): Resource[] {
  const { evaluator, construct, place, self } = making;
  const { node, name } = construct;
  const calls = evaluator.calls.on(node, 'addToResourcePolicy', 'grantPublish');
  const statements = calls.flatMap((call) =>
    call.method === 'grantPublish'
      ? granted(call, [textAt('sns:Publish', place)], self, evaluator)
      : argumentsOf(evaluator, call),
  );
  const [first] = calls;
  if (first === undefined || statements.length === 0) return [];
  return [
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

/** `new Subscription(…)`. */
export function subscriptionResources({ evaluator, construct, prop }: Making): Resource[] {
  const { node, name } = construct;
  return [
    resource(evaluator, node, name, 'aws-sns.CfnSubscription', 'AWS::SNS::Subscription', {
      topicArn: prop('topic'),
      protocol: prop('protocol'),
      endpoint: prop('endpoint'),
    }),
  ];
}

/** The protocols of the subscriptions that `addSubscription` takes; a URL has its own. */
const protocols: Readonly<Partial<Record<string, string>>> = {
  EmailSubscription: 'email',
  SmsSubscription: 'sms',
  LambdaSubscription: 'lambda',
  SqsSubscription: 'sqs',
};

/** What `addSubscription` makes. */
function subscriptionsOf({ evaluator, construct, self }: Making): Resource[] {
  return evaluator.calls.on(construct.node, 'addSubscription').flatMap(({ node }) => {
    const [argument] = node.arguments;
    const made = argument && resolve(evaluator.bindings, argument).node;
    if (made?.type !== 'NewExpression' || made.arguments[0] === undefined) return [];
    const kind = /^aws-sns-subscriptions\.(\w+)$/.exec(evaluator.bindings.nameOf(made.callee) ?? '')?.[1];
    const endpoint = evaluator.evaluate(made.arguments[0], undefined);
    const protocol = kind === 'UrlSubscription' ? schemeOf(endpoint) : protocols[kind ?? ''];
    if (protocol === undefined) return [];
    const name = `${construct.name}/Subscription`;
    return [
      resource(evaluator, node, name, 'aws-sns.CfnSubscription', 'AWS::SNS::Subscription', {
        topicArn: self,
        protocol: textAt(protocol, endpoint.place),
        endpoint,
      }),
    ];
  });
}

function schemeOf(endpoint: Value): string | undefined {
  return endpoint.kind === 'text' ? /^https?(?=:)/.exec(endpoint.text)?.[0] : undefined;
}

/**
 * What a grant to a principal adds to a resource's policy: a role or a user gets it in a policy of its own instead.
 */
export function granted(
  { node }: MethodCall,
  actions: readonly Value[],
  target: Value,
  evaluator: Evaluator,
): Value[] {
  const [argument] = node.arguments;
  if (argument === undefined) return [];
  const principal = evaluator.evaluate(argument, undefined);
  if (principal.kind !== 'map' && principal.kind !== 'list') return [];
  const place = evaluator.placeOf(node, undefined);
  const statement = mapOf(place, {
    Effect: textAt('Allow', place),
    Action: { kind: 'list', items: actions, place },
    Resource: target,
    Principal: principalOf([principal], place),
    Condition: principal.kind === 'map' ? valueUnder(principal, 'conditions') : undefined,
  });
  return [under(evaluator, node, statement)];
}
