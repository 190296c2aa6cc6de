import type { KindSpec } from './kind.js';

const slack = 'AWS::Chatbot::SlackChannelConfiguration';
const teams = 'AWS::Chatbot::MicrosoftTeamsChannelConfiguration';

/** What a trail or an event data store selects field by field; both spell it alike. */
const advancedSelectors = {
  cloudformation: 'AdvancedEventSelectors[]',
  fields: {
    conditions: {
      cloudformation: 'FieldSelectors[]',
      fields: {
        field: { cloudformation: 'Field' },
        equals: { cloudformation: 'Equals[]' },
        notEquals: { cloudformation: 'NotEquals[]' },
        startsWith: { cloudformation: 'StartsWith[]' },
        notStartsWith: { cloudformation: 'NotStartsWith[]' },
        endsWith: { cloudformation: 'EndsWith[]' },
        notEndsWith: { cloudformation: 'NotEndsWith[]' },
      },
    },
  },
} as const;

/** The table of kinds: the one place that knows how a dialect spells what the rules speak of. */
export const kinds = {
  'contact-channel': {
    cloudformation: ['AWS::SSMContacts::ContactChannel'],
    fields: {
      contact: { cloudformation: 'ContactId' },
      type: { cloudformation: 'ChannelType' },
      address: { cloudformation: 'ChannelAddress' },
      deferred: { cloudformation: 'DeferActivation', default: 'false' },
    },
  },
  contact: {
    cloudformation: ['AWS::SSMContacts::Contact'],
    fields: {
      alias: { cloudformation: 'Alias' },
      type: { cloudformation: 'Type' },
    },
  },
  'engagement-plan': {
    cloudformation: ['AWS::SSMContacts::Contact', 'AWS::SSMContacts::Plan'],
    fields: {
      contact: { cloudformation: { 'AWS::SSMContacts::Plan': 'ContactId' } },
      stages: {
        cloudformation: { 'AWS::SSMContacts::Contact': 'Plan[]', 'AWS::SSMContacts::Plan': 'Stages[]' },
        fields: {
          duration: { cloudformation: 'DurationInMinutes' },
          targets: {
            cloudformation: 'Targets[]',
            fields: {
              channel: { cloudformation: 'ChannelTargetInfo.ChannelId' },
              contact: { cloudformation: 'ContactTargetInfo.ContactId' },
            },
          },
        },
      },
    },
  },
  'response-plan': {
    cloudformation: ['AWS::SSMIncidents::ResponsePlan'],
    fields: {
      chatTopics: { cloudformation: 'ChatChannel.ChatbotSns[]' },
      notificationTopics: { cloudformation: 'IncidentTemplate.NotificationTargets[].SnsTopicArn' },
      engagements: { cloudformation: 'Engagements[]' },
      runbookRoles: { cloudformation: 'Actions[].SsmAutomation.RoleArn' },
    },
  },
  'replication-set': {
    cloudformation: ['AWS::SSMIncidents::ReplicationSet'],
    fields: { regions: { cloudformation: 'Regions[].RegionName' } },
  },
  'chat-configuration': {
    cloudformation: [slack, teams],
    fields: {
      workspace: { cloudformation: { [slack]: 'SlackWorkspaceId', [teams]: 'TeamId' } },
      channel: { cloudformation: { [slack]: 'SlackChannelId', [teams]: 'TeamsChannelId' } },
      role: { cloudformation: 'IamRoleArn' },
      topics: { cloudformation: 'SnsTopicArns[]' },
      guardrails: { cloudformation: 'GuardrailPolicies[]' },
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
    },
  },
  topic: {
    cloudformation: ['AWS::SNS::Topic'],
    fields: { name: { cloudformation: 'TopicName' } },
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
  /** Everything that can hold a statement of what a principal may do. */
  'permission-policy': {
    cloudformation: [
      'AWS::IAM::Role',
      'AWS::IAM::User',
      'AWS::IAM::Group',
      'AWS::IAM::Policy',
      'AWS::IAM::ManagedPolicy',
      'AWS::IAM::RolePolicy',
      'AWS::IAM::UserPolicy',
      'AWS::IAM::GroupPolicy',
      'AWS::SSO::PermissionSet',
      'AWS::Serverless::Function',
    ],
    fields: {
      documents: {
        shape: 'policy',
        cloudformation: {
          'AWS::IAM::Role': 'Policies[].PolicyDocument',
          'AWS::IAM::User': 'Policies[].PolicyDocument',
          'AWS::IAM::Group': 'Policies[].PolicyDocument',
          'AWS::IAM::Policy': 'PolicyDocument',
          'AWS::IAM::ManagedPolicy': 'PolicyDocument',
          'AWS::IAM::RolePolicy': 'PolicyDocument',
          'AWS::IAM::UserPolicy': 'PolicyDocument',
          'AWS::IAM::GroupPolicy': 'PolicyDocument',
          'AWS::SSO::PermissionSet': 'InlinePolicy',
          'AWS::Serverless::Function': 'Policies[]',
        },
      },
      roles: {
        cloudformation: {
          'AWS::IAM::Policy': 'Roles[]',
          'AWS::IAM::ManagedPolicy': 'Roles[]',
          'AWS::IAM::RolePolicy': 'RoleName',
        },
      },
    },
  },
  role: {
    cloudformation: ['AWS::IAM::Role'],
    fields: {
      name: { cloudformation: 'RoleName' },
      managedPolicies: { cloudformation: 'ManagedPolicyArns[]' },
    },
  },
  'event-rule': {
    cloudformation: ['AWS::Events::Rule'],
    fields: {
      targets: {
        cloudformation: 'Targets[]',
        fields: { arn: { cloudformation: 'Arn' }, role: { cloudformation: 'RoleArn' } },
      },
    },
  },
  trail: {
    cloudformation: ['AWS::CloudTrail::Trail'],
    fields: {
      logging: { cloudformation: 'IsLogging' },
      multiRegion: { cloudformation: 'IsMultiRegionTrail', default: 'false' },
      validation: { cloudformation: 'EnableLogFileValidation', default: 'false' },
      selectors: {
        cloudformation: 'EventSelectors[]',
        fields: {
          managementEvents: { cloudformation: 'IncludeManagementEvents', default: 'true' },
          readWriteType: { cloudformation: 'ReadWriteType', default: 'All' },
        },
      },
      advancedSelectors,
    },
  },
  'event-data-store': {
    cloudformation: ['AWS::CloudTrail::EventDataStore'],
    fields: {
      ingestion: { cloudformation: 'IngestionEnabled', default: 'true' },
      multiRegion: { cloudformation: 'MultiRegionEnabled' },
      advancedSelectors,
    },
  },
} as const satisfies Readonly<Record<string, KindSpec>>;

export type Kinds = typeof kinds;
export type KindName = keyof Kinds;

/** The six types of Incident Manager; a workspace without one of them has nothing that needs a trail or a chat channel. */
export const incidentManagerTypes: readonly string[] = [
  'AWS::SSMContacts::Contact',
  'AWS::SSMContacts::ContactChannel',
  'AWS::SSMContacts::Plan',
  'AWS::SSMContacts::Rotation',
  'AWS::SSMIncidents::ReplicationSet',
  'AWS::SSMIncidents::ResponsePlan',
];
