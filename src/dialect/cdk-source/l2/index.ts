import type { Resource } from '../../resource.js';
import { slackResources } from './chat.js';
import { eventRuleResources } from './event-rules.js';
import { keyResources } from './keys.js';
import type { Making } from './making.js';
import { groupResources, policyResources, roleResources, userResources } from './roles.js';
import { subscriptionResources, topicPolicyResources, topicResources } from './topics.js';
import { trailResources } from './trails.js';

/** The constructs of higher levels that are read, by the full names of their classes. */
export const higherConstructs: Readonly<Partial<Record<string, (making: Making) => Resource[]>>> = {
  'aws-iam.Role': roleResources,
  'aws-iam.User': userResources,
  'aws-iam.Group': groupResources,
  'aws-iam.Policy': policyResources,
  'aws-iam.ManagedPolicy': policyResources,
  'aws-sns.Topic': topicResources,
  'aws-sns.TopicPolicy': topicPolicyResources,
  'aws-sns.Subscription': subscriptionResources,
  'aws-kms.Key': keyResources,
  'aws-chatbot.SlackChannelConfiguration': slackResources,
  'aws-cloudtrail.Trail': trailResources,
  'aws-events.Rule': eventRuleResources,
};
