/**
 * The CloudFormation types that the rules know of and the type of Terraform's aws provider that makes each; left out
 * where the provider has none. The awscc provider's names follow from CloudFormation's.
 */
const awsTypes: Readonly<Record<string, string | undefined>> = {
  'AWS::SSMContacts::Contact': 'aws_ssmcontacts_contact',
  'AWS::SSMContacts::ContactChannel': 'aws_ssmcontacts_contact_channel',
  'AWS::SSMContacts::Plan': 'aws_ssmcontacts_plan',
  'AWS::SSMContacts::Rotation': 'aws_ssmcontacts_rotation',
  'AWS::SSMIncidents::ReplicationSet': 'aws_ssmincidents_replication_set',
  'AWS::SSMIncidents::ResponsePlan': 'aws_ssmincidents_response_plan',
  'AWS::Chatbot::SlackChannelConfiguration': 'aws_chatbot_slack_channel_configuration',
  'AWS::Chatbot::MicrosoftTeamsChannelConfiguration': 'aws_chatbot_teams_channel_configuration',
  'AWS::Chatbot::CustomAction': undefined,
  'AWS::SNS::Topic': 'aws_sns_topic',
  'AWS::SNS::TopicPolicy': 'aws_sns_topic_policy',
  'AWS::SNS::TopicInlinePolicy': undefined,
  'AWS::SNS::Subscription': 'aws_sns_topic_subscription',
  'AWS::IAM::Role': 'aws_iam_role',
  'AWS::IAM::User': 'aws_iam_user',
  'AWS::IAM::Group': 'aws_iam_group',
  'AWS::IAM::ManagedPolicy': 'aws_iam_policy',
  'AWS::IAM::Policy': undefined,
  'AWS::IAM::RolePolicy': 'aws_iam_role_policy',
  'AWS::IAM::UserPolicy': 'aws_iam_user_policy',
  'AWS::IAM::GroupPolicy': 'aws_iam_group_policy',
  'AWS::IAM::InstanceProfile': 'aws_iam_instance_profile',
  'AWS::SSO::PermissionSet': 'aws_ssoadmin_permission_set',
  'AWS::Organizations::Policy': 'aws_organizations_policy',
  'AWS::KMS::Key': 'aws_kms_key',
  'AWS::KMS::Alias': 'aws_kms_alias',
  'AWS::EC2::VPCEndpoint': 'aws_vpc_endpoint',
  'AWS::RAM::ResourceShare': 'aws_ram_resource_share',
  'AWS::S3::Bucket': 'aws_s3_bucket',
  'AWS::S3::BucketPolicy': 'aws_s3_bucket_policy',
  'AWS::SecretsManager::Secret': 'aws_secretsmanager_secret',
  'AWS::SecretsManager::ResourcePolicy': 'aws_secretsmanager_secret_policy',
  'AWS::CloudTrail::Trail': 'aws_cloudtrail',
  'AWS::CloudTrail::EventDataStore': 'aws_cloudtrail_event_data_store',
  'AWS::Logs::LogGroup': 'aws_cloudwatch_log_group',
  'AWS::Events::Rule': 'aws_cloudwatch_event_rule',
  'AWS::Notifications::EventRule': 'aws_notifications_event_rule',
  'AWS::Notifications::ManagedNotificationAccountContactAssociation':
    'aws_notifications_managed_notification_account_contact_association',
  'AWS::CloudWatch::Alarm': 'aws_cloudwatch_metric_alarm',
  'AWS::Lambda::Function': 'aws_lambda_function',
  'AWS::Lambda::Permission': 'aws_lambda_permission',
  'AWS::SSM::Document': 'aws_ssm_document',
  'AWS::CodeBuild::Project': 'aws_codebuild_project',
  'AWS::EC2::Instance': 'aws_instance',
  'AWS::EC2::LaunchTemplate': 'aws_launch_template',
  'AWS::AutoScaling::LaunchConfiguration': 'aws_launch_configuration',
  'AWS::ResourceGroups::Group': 'aws_resourcegroups_group',
};

/** `AWS::SSMContacts::ContactChannel` is `awscc_ssmcontacts_contact_channel` in the awscc provider. */
export function awsccType(type: string): string {
  const [, service = '', name = ''] = type.split('::');
  const snakeCase = name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_');
  return `awscc_${service}_${snakeCase}`.toLowerCase();
}

const cloudFormationTypes: ReadonlyMap<string, string> = new Map(
  Object.entries(awsTypes).flatMap(([type, awsType]) => [
    [awsccType(type), type],
    ...(awsType === undefined ? [] : [[awsType, type] as const]),
  ]),
);

/**
 * The CloudFormation type of a Terraform resource type, of the providers aws and awscc; a type that CloudFormation
 * has no counterpart of, or that no rule is interested in, keeps its own name.
 */
export function cloudFormationType(sourceType: string): string {
  return cloudFormationTypes.get(sourceType) ?? sourceType;
}
