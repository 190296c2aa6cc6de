import type { KindSpec } from '../kind.js';

/** A Region of a replication set. */
const replica = {
  name: { cloudformation: 'RegionName', terraform: 'name' },
  key: {
    cloudformation: 'RegionConfiguration.SseKmsKeyId',
    terraform: 'kms_key_arn',
    terraformDefault: 'DefaultKey',
  },
  /** Where nothing but a key's own ARN is taken (terraform-provider-aws, replication_set.go). */
  strictKey: { terraform: 'kms_key_arn' },
} as const;

/** Response plans and replication sets. */
export const incidentKinds = {
  'response-plan': {
    cloudformation: ['AWS::SSMIncidents::ResponsePlan'],
    terraform: ['aws_ssmincidents_response_plan'],
    fields: {
      title: { cloudformation: 'IncidentTemplate.Title', terraform: 'incident_template[0].title' },
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
      pagerDuty: {
        cloudformation: 'Integrations[].PagerDutyConfiguration',
        terraform: 'integration[].pagerduty[]',
        shape: 'map',
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
    fields: {
      regions: { cloudformation: 'Regions[].RegionName', terraform: 'regions[].name' },
      replicas: { cloudformation: 'Regions[]', terraform: 'regions[]', fields: replica },
      /** What the aws provider called its blocks before version 6, and still takes. */
      olderReplicas: { terraform: 'region[]', fields: replica },
      deletionProtected: { cloudformation: 'DeletionProtected', default: 'false' },
      /** The aws provider only reads it, so that a state knows it and a configuration does not. */
      observedProtection: { terraform: 'deletion_protected' },
    },
  },
} as const satisfies Readonly<Record<string, KindSpec>>;
