import type { KindSpec } from '../kind.js';

/** Response plans and replication sets. */
export const incidentKinds = {
  'response-plan': {
    cloudformation: ['AWS::SSMIncidents::ResponsePlan'],
    terraform: ['aws_ssmincidents_response_plan'],
    fields: {
      chatTopics: { cloudformation: 'ChatChannel.ChatbotSns[]', terraform: 'chat_channel[]' },
      notificationTopics: {
        cloudformation: 'IncidentTemplate.NotificationTargets[].SnsTopicArn',
        terraform: 'incident_template[0].notification_target[].sns_topic_arn',
      },
      engagements: { cloudformation: 'Engagements[]', terraform: 'engagements[]' },
      runbookRoles: {
        cloudformation: 'Actions[].SsmAutomation.RoleArn',
        terraform: 'action[].ssm_automation[].role_arn',
      },
      pagerDutySecrets: {
        cloudformation: 'Integrations[].PagerDutyConfiguration.SecretId',
        terraform: 'integration[].pagerduty[].secret_id',
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
    terraform: ['aws_ssmincidents_replication_set'],
    fields: { regions: { cloudformation: 'Regions[].RegionName', terraform: 'regions[].name' } },
  },
} as const satisfies Readonly<Record<string, KindSpec>>;
