import type { KindSpec } from '../kind.js';

/** Response plans and replication sets. */
export const incidentKinds = {
  'response-plan': {
    cloudformation: ['AWS::SSMIncidents::ResponsePlan'],
    fields: {
      chatTopics: { cloudformation: 'ChatChannel.ChatbotSns[]' },
      notificationTopics: { cloudformation: 'IncidentTemplate.NotificationTargets[].SnsTopicArn' },
      engagements: { cloudformation: 'Engagements[]' },
      runbookRoles: {
        cloudformation: 'Actions[].SsmAutomation.RoleArn',
        terraform: 'action[].ssm_automation[].role_arn',
      },
      runbooks: {
        cloudformation: 'Actions[].SsmAutomation',
        terraform: 'action[].ssm_automation[]',
        fields: {
          document: { cloudformation: 'DocumentName', terraform: 'document_name' },
          version: { cloudformation: 'DocumentVersion', terraform: 'document_version' },
        },
      },
    },
  },
  'replication-set': {
    cloudformation: ['AWS::SSMIncidents::ReplicationSet'],
    fields: { regions: { cloudformation: 'Regions[].RegionName' } },
  },
} as const satisfies Readonly<Record<string, KindSpec>>;
