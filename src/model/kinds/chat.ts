import type { KindSpec } from '../kind.js';

const slack = 'AWS::Chatbot::SlackChannelConfiguration';
const teams = 'AWS::Chatbot::MicrosoftTeamsChannelConfiguration';

/** Chat configurations, the topics that reach them, and policies on chat. */
export const chatKinds = {
  'chat-configuration': {
    cloudformation: [slack, teams],
    fields: {
      workspace: { cloudformation: { [slack]: 'SlackWorkspaceId', [teams]: 'TeamId' } },
      channel: { cloudformation: { [slack]: 'SlackChannelId', [teams]: 'TeamsChannelId' } },
      role: { cloudformation: 'IamRoleArn' },
      topics: { cloudformation: 'SnsTopicArns[]' },
      guardrails: { cloudformation: 'GuardrailPolicies[]' },
      customizations: { cloudformation: 'CustomizationResourceArns[]' },
      loggingLevel: { cloudformation: 'LoggingLevel', terraform: 'logging_level', default: 'NONE' },
      userRoleRequired: {
        cloudformation: 'UserRoleRequired',
        terraform: 'user_authorization_required',
        default: 'false',
      },
    },
  },
  'custom-action': {
    cloudformation: ['AWS::Chatbot::CustomAction'],
    fields: {
      name: { cloudformation: 'ActionName' },
      command: { cloudformation: 'Definition.CommandText' },
    },
  },
  'slack-configuration': {
    cloudformation: [slack],
    fields: { channel: { cloudformation: 'SlackChannelId' }, topics: { cloudformation: 'SnsTopicArns[]' } },
  },
  'teams-configuration': {
    cloudformation: [teams],
    fields: { channel: { cloudformation: 'TeamsChannelId' }, topics: { cloudformation: 'SnsTopicArns[]' } },
  },
  'organization-policy': {
    cloudformation: ['AWS::Organizations::Policy'],
    fields: {
      type: { cloudformation: 'Type' },
      content: { cloudformation: 'Content', shape: 'policy' },
      targets: { cloudformation: 'TargetIds[]' },
    },
  },
  topic: {
    cloudformation: ['AWS::SNS::Topic'],
    fields: {
      name: { cloudformation: 'TopicName' },
      subscriptions: {
        cloudformation: 'Subscription[]',
        fields: { protocol: { cloudformation: 'Protocol' }, endpoint: { cloudformation: 'Endpoint' } },
      },
    },
  },
  'topic-subscription': {
    cloudformation: ['AWS::SNS::Subscription'],
    terraform: ['aws_sns_topic_subscription'],
    fields: {
      topic: { cloudformation: 'TopicArn', terraform: 'topic_arn' },
      protocol: { cloudformation: 'Protocol', terraform: 'protocol' },
      endpoint: { cloudformation: 'Endpoint', terraform: 'endpoint' },
    },
  },
  'topic-policy': {
    cloudformation: ['AWS::SNS::TopicPolicy', 'AWS::SNS::TopicInlinePolicy'],
    fields: {
      topics: {
        cloudformation: { 'AWS::SNS::TopicPolicy': 'Topics[]', 'AWS::SNS::TopicInlinePolicy': 'TopicArn' },
      },
      document: { cloudformation: 'PolicyDocument', shape: 'policy' },
    },
  },
} as const satisfies Readonly<Record<string, KindSpec>>;
