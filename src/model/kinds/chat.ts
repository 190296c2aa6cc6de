import type { KindSpec } from '../kind.js';

const slack = 'AWS::Chatbot::SlackChannelConfiguration';
const teams = 'AWS::Chatbot::MicrosoftTeamsChannelConfiguration';
const awsSlack = 'aws_chatbot_slack_channel_configuration';
const awsTeams = 'aws_chatbot_teams_channel_configuration';

/** Chat configurations, the topics that reach them, and policies on chat. */
export const chatKinds = {
  'chat-configuration': {
    cloudformation: [slack, teams],
    terraform: [awsSlack, awsTeams],
    fields: {
      workspace: {
        cloudformation: { [slack]: 'SlackWorkspaceId', [teams]: 'TeamId' },
        terraform: { [awsSlack]: 'slack_team_id', [awsTeams]: 'team_id' },
      },
      channel: {
        cloudformation: { [slack]: 'SlackChannelId', [teams]: 'TeamsChannelId' },
        terraform: { [awsSlack]: 'slack_channel_id', [awsTeams]: 'channel_id' },
      },
      role: { cloudformation: 'IamRoleArn', terraform: 'iam_role_arn' },
      topics: { cloudformation: 'SnsTopicArns[]', terraform: 'sns_topic_arns[]' },
      guardrails: { cloudformation: 'GuardrailPolicies[]', terraform: 'guardrail_policy_arns[]' },
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
    terraform: [awsSlack],
    fields: {
      channel: { cloudformation: 'SlackChannelId', terraform: 'slack_channel_id' },
      topics: { cloudformation: 'SnsTopicArns[]', terraform: 'sns_topic_arns[]' },
    },
  },
  'teams-configuration': {
    cloudformation: [teams],
    terraform: [awsTeams],
    fields: {
      channel: { cloudformation: 'TeamsChannelId', terraform: 'channel_id' },
      topics: { cloudformation: 'SnsTopicArns[]', terraform: 'sns_topic_arns[]' },
    },
  },
  'organization-policy': {
    cloudformation: ['AWS::Organizations::Policy'],
    terraform: ['aws_organizations_policy'],
    fields: {
      type: { cloudformation: 'Type', terraform: 'type' },
      content: { cloudformation: 'Content', terraform: 'content', shape: 'policy' },
      targets: { cloudformation: 'TargetIds[]' },
    },
  },
  /** A resource of its own that attaches an organization's policy, which only Terraform has. */
  'organization-policy-attachment': {
    cloudformation: [],
    terraform: ['aws_organizations_policy_attachment'],
    fields: { policy: { terraform: 'policy_id' }, target: { terraform: 'target_id' } },
  },
  topic: {
    cloudformation: ['AWS::SNS::Topic'],
    terraform: ['aws_sns_topic'],
    fields: {
      name: { cloudformation: 'TopicName', terraform: 'name' },
      key: { cloudformation: 'KmsMasterKeyId', terraform: 'kms_master_key_id' },
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
  'encryption-key': {
    cloudformation: ['AWS::KMS::Key'],
    terraform: ['aws_kms_key'],
    fields: { policy: { cloudformation: 'KeyPolicy', terraform: 'policy', shape: 'policy' } },
  },
  'key-alias': {
    cloudformation: ['AWS::KMS::Alias'],
    terraform: ['aws_kms_alias'],
    fields: {
      name: { cloudformation: 'AliasName', terraform: 'name' },
      key: { cloudformation: 'TargetKeyId', terraform: 'target_key_id' },
    },
  },
  /** A resource of its own that replaces the policy of a key, which only Terraform has. */
  'key-policy': {
    cloudformation: [],
    terraform: ['aws_kms_key_policy'],
    fields: { key: { terraform: 'key_id' }, policy: { terraform: 'policy', shape: 'policy' } },
  },
  'topic-policy': {
    cloudformation: ['AWS::SNS::TopicPolicy', 'AWS::SNS::TopicInlinePolicy'],
    terraform: ['aws_sns_topic_policy', 'aws_sns_topic'],
    fields: {
      topics: {
        cloudformation: { 'AWS::SNS::TopicPolicy': 'Topics[]', 'AWS::SNS::TopicInlinePolicy': 'TopicArn' },
        terraform: 'arn',
      },
      document: { cloudformation: 'PolicyDocument', terraform: 'policy', shape: 'policy' },
    },
  },
} as const satisfies Readonly<Record<string, KindSpec>>;
