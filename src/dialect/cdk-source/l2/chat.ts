import type { Value } from '../../../value/value.js';
import type { Resource } from '../../resource.js';
import { itemsOf, listOf, mapOf, orDefault } from '../maps.js';
import { textAt } from '../scalars.js';
import { argumentsOf, documentOf, trustStatements } from '../statements.js';
import { resource, type Making } from './making.js';

/**
 * `new SlackChannelConfiguration(…)`, with the role that it makes where it is given none (aws-cdk-lib,
 * aws-chatbot/lib/slack-channel-configuration.ts).
 */
export function slackResources(making: Making): Resource[] {
  const { evaluator, construct, place, prop } = making;
  const { node, name } = construct;
  const added = evaluator.calls
    .on(node, 'addNotificationTopic')
    .flatMap((call) => argumentsOf(evaluator, call));
  const given = prop('role');
  const configuration = resource(
    evaluator,
    node,
    name,
    'aws-chatbot.CfnSlackChannelConfiguration',
    'AWS::Chatbot::SlackChannelConfiguration',
    {
      configurationName: prop('slackChannelConfigurationName'),
      iamRoleArn: slackRole(making),
      slackWorkspaceId: prop('slackWorkspaceId'),
      slackChannelId: prop('slackChannelId'),
      snsTopicArns: listOf(place, [...itemsOf(prop('notificationTopics')), ...added]),
      loggingLevel: prop('loggingLevel'),
      guardrailPolicies: prop('guardrailPolicies'),
      userRoleRequired: prop('userRoleRequired'),
    },
  );
  if (given.kind !== 'absent') return [configuration];
  const chatbot = mapOf(place, {
    principal: mapOf(place, { Service: textAt('chatbot.amazonaws.com', place) }),
  });
  const role = resource(evaluator, node, ownRole(name), 'aws-iam.CfnRole', 'AWS::IAM::Role', {
    assumeRolePolicyDocument: documentOf(place, trustStatements(chatbot)),
  });
  return [configuration, role];
}

/** The role of a Slack configuration: the one that it is given, or its own. */
export function slackRole({ evaluator, construct, place, prop }: Making): Value {
  const target = { scope: evaluator.file, name: ownRole(construct.name) };
  return orDefault(prop('role'), { kind: 'reference', target, attribute: 'Arn', place });
}

function ownRole(name: string): string {
  return `${name}/ConfigurationRole`;
}
