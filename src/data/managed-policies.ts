// Facts from the IAM dataset (github.com/iann0036/iam-dataset, MIT), commit 2073fa5 of 22 August 2026; the documents of
// AdministratorAccess and PowerUserAccess from its commit 06fa99f. Written by hand, not by `npm run generate`: no package
// carries them.

/** The day of the dataset, as YYYY-MM-DD. */
export const managedPoliciesDate = '2026-08-22';

/** A statement of a managed policy, without the actions that no rule asks about. */
export interface ManagedStatement {
  /** Separated by spaces. */
  readonly actions?: string;
  readonly notActions?: string;
  /** Separated by spaces. */
  readonly resources: string;
  /** As JSON. */
  readonly condition?: string;
}

/**
 * AWS's managed policies, by what follows `policy/` in their ARNs, that allow anything of Incident Manager, or on `*`
 * without a condition: passing or assuming roles, starting automations, configuring chat or stopping trails. Left out are
 * those of service-linked roles, deprecated ones, and those of Amazon SageMaker.
 */
export const managedPolicies: Readonly<Record<string, readonly ManagedStatement[]>> = {
  'AIDevOpsAgentAccessPolicy': [
    { actions: 'ssm-contacts:GetContact ssm-contacts:GetContactChannel ssm-contacts:List* ssm-incidents:GetReplicationSet ssm-incidents:GetResponsePlan ssm-incidents:List*', resources: '*' },
  ],
  'AIOpsAssistantPolicy': [
    { actions: 'ssm-contacts:GetContact ssm-contacts:GetContactChannel ssm-contacts:List* ssm-incidents:GetReplicationSet ssm-incidents:GetResponsePlan ssm-incidents:List*', resources: '*' },
  ],
  'AWSCloudTrail_FullAccess': [
    { actions: 'cloudtrail:*', resources: '*' },
    { actions: 'iam:PassRole', resources: '*', condition: '{"StringEquals":{"iam:PassedToService":"cloudtrail.amazonaws.com"}}' },
  ],
  'AWSCodePipelineFullAccess': [
    { actions: 'cloudtrail:PutEventSelectors', resources: '*' },
    { actions: 'iam:PassRole', resources: 'arn:aws:iam::*:role/service-role/cwe-role-*', condition: '{"StringEquals":{"iam:PassedToService":["events.amazonaws.com"]}}' },
    { actions: 'iam:PassRole', resources: '*', condition: '{"StringEquals":{"iam:PassedToService":["codepipeline.amazonaws.com"]}}' },
  ],
  'AWSIncidentManagerResolverAccess': [
    { actions: 'ssm-contacts:StartEngagement ssm-incidents:StartIncident', resources: '*' },
    { actions: 'ssm-incidents:GetResponsePlan ssm-incidents:ListResponsePlans', resources: '*' },
    { actions: 'ssm-incidents:CreateTimelineEvent ssm-incidents:DeleteTimelineEvent ssm-incidents:GetIncidentRecord ssm-incidents:GetTimelineEvent ssm-incidents:ListIncidentRecords ssm-incidents:ListRelatedItems ssm-incidents:ListTimelineEvents ssm-incidents:UpdateIncidentRecord ssm-incidents:UpdateRelatedItems ssm-incidents:UpdateTimelineEvent', resources: '*' },
  ],
  'AWSPartnerLedSupportReadOnlyAccess': [
    { actions: 'ssm-contacts:describeEngagement ssm-contacts:describePage ssm-contacts:getContact ssm-contacts:getContactChannel ssm-contacts:getContactPolicy ssm-contacts:getRotation ssm-contacts:getRotationOverride ssm-contacts:listContactChannels ssm-contacts:listContacts ssm-contacts:listEngagements ssm-contacts:listPageReceipts ssm-contacts:listPageResolutions ssm-contacts:listPagesByContact ssm-contacts:listPagesByEngagement ssm-contacts:listPreviewRotationShifts ssm-contacts:listRotationOverrides ssm-contacts:listRotations ssm-contacts:listRotationShifts ssm-incidents:getIncidentRecord ssm-incidents:getReplicationSet ssm-incidents:getResourcePolicies ssm-incidents:getResponsePlan ssm-incidents:getTimelineEvent ssm-incidents:listIncidentRecords ssm-incidents:listRelatedItems ssm-incidents:listReplicationSets ssm-incidents:listResponsePlans ssm-incidents:listTimelineEvents', resources: '*' },
  ],
  'AWSResilienceHubV2AssessmentExecutionPolicy': [
    { actions: 'ssm-incidents:GetReplicationSet ssm-incidents:GetResponsePlan ssm-incidents:List*', resources: '*' },
  ],
  'AdministratorAccess': [
    { actions: '*', resources: '*' },
  ],
  'AdministratorAccess-Amplify': [
    { actions: 'iam:PassRole', resources: '*', condition: '{"ForAnyValue:StringEquals":{"aws:CalledVia":["cloudformation.amazonaws.com"]}}' },
    { actions: 'iam:PassRole sts:AssumeRole', resources: '*' },
    { actions: 'iam:PassRole', resources: '*' },
  ],
  'AmazonDynamoDBFullAccesswithDataPipeline': [
    { actions: 'iam:PassRole', resources: '*' },
  ],
  'AmazonElasticMapReduceFullAccess': [
    { actions: 'iam:PassRole', resources: '*' },
  ],
  'AmazonSSMFullAccess': [
    { actions: 'ssm:*', resources: '*' },
  ],
  'IAMFullAccess': [
    { actions: 'iam:*', resources: '*' },
  ],
  'PowerUserAccess': [
    { notActions: 'iam:* organizations:* account:*', resources: '*' },
  ],
  'ReadOnlyAccess': [
    { actions: 'ssm-contacts:DescribeEngagement ssm-contacts:DescribePage ssm-contacts:GetContact ssm-contacts:GetContactChannel ssm-contacts:ListContactChannels ssm-contacts:ListContacts ssm-contacts:ListEngagements ssm-contacts:ListPageReceipts ssm-contacts:ListPagesByContact ssm-contacts:ListPagesByEngagement ssm-incidents:GetIncidentRecord ssm-incidents:GetReplicationSet ssm-incidents:GetResourcePolicies ssm-incidents:GetResponsePlan ssm-incidents:GetTimelineEvent ssm-incidents:ListIncidentRecords ssm-incidents:ListRelatedItems ssm-incidents:ListReplicationSets ssm-incidents:ListResponsePlans ssm-incidents:ListTagsForResource ssm-incidents:ListTimelineEvents', resources: '*' },
  ],
  'ResourceGroupsTaggingAPITagUntagSupportedResources': [
    { actions: 'ssm-contacts:TagResource ssm-contacts:UntagResource ssm-incidents:TagResource ssm-incidents:UntagResource', resources: '*' },
  ],
  'WellArchitectedAgentResourceScanning': [
    { actions: 'ssm-contacts:Get* ssm-contacts:List* ssm-incidents:Get* ssm-incidents:List*', resources: '*' },
  ],
  'job-function/SystemAdministrator': [
    { actions: 'cloudtrail:StopLogging', resources: '*' },
    { actions: 'iam:PassRole', resources: 'arn:aws:iam::*:role/rds-monitoring-role arn:aws:iam::*:role/ec2-sysadmin-* arn:aws:iam::*:role/ecr-sysadmin-* arn:aws:iam::*:role/lambda-sysadmin-*' },
  ],
  'service-role/AWSElasticBeanstalkService': [
    { actions: 'iam:PassRole', resources: '*' },
  ],
  'service-role/AWS_ConfigRole': [
    { actions: 'ssm-contacts:GetContact ssm-contacts:GetContactChannel ssm-contacts:GetRotation ssm-contacts:ListContactChannels ssm-contacts:ListContacts ssm-contacts:ListRotations ssm-contacts:ListTagsForResource ssm-incidents:GetReplicationSet ssm-incidents:GetResponsePlan ssm-incidents:ListReplicationSets ssm-incidents:ListResponsePlans ssm-incidents:ListTagsForResource', resources: '*' },
  ],
  'service-role/AmazonElasticMapReduceRole': [
    { actions: 'iam:PassRole', resources: '*' },
  ],
  'service-role/AmazonSSMAutomationRole': [
    { actions: 'ssm:*', resources: '*' },
  ],
  'service-role/AmazonSSMMaintenanceWindowRole': [
    { actions: 'ssm:StartAutomationExecution', resources: '*' },
  ],
};
