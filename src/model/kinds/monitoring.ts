import type { KindSpec } from '../kind.js';

/** What a trail or an event data store selects field by field; both spell it alike. */
const advancedSelectors = {
  cloudformation: 'AdvancedEventSelectors[]',
  terraform: 'advanced_event_selector[]',
  fields: {
    conditions: {
      cloudformation: 'FieldSelectors[]',
      terraform: 'field_selector[]',
      fields: {
        field: { cloudformation: 'Field', terraform: 'field' },
        equals: { cloudformation: 'Equals[]', terraform: 'equals[]' },
        notEquals: { cloudformation: 'NotEquals[]', terraform: 'not_equals[]' },
        startsWith: { cloudformation: 'StartsWith[]', terraform: 'starts_with[]' },
        notStartsWith: { cloudformation: 'NotStartsWith[]', terraform: 'not_starts_with[]' },
        endsWith: { cloudformation: 'EndsWith[]', terraform: 'ends_with[]' },
        notEndsWith: { cloudformation: 'NotEndsWith[]', terraform: 'not_ends_with[]' },
      },
    },
  },
} as const;

/** What records, and what reacts to, calls and events. */
export const monitoringKinds = {
  'event-rule': {
    cloudformation: ['AWS::Events::Rule'],
    terraform: ['aws_cloudwatch_event_target'],
    fields: {
      targets: {
        cloudformation: 'Targets[]',
        terraform: '',
        fields: {
          arn: { cloudformation: 'Arn', terraform: 'arn' },
          role: { cloudformation: 'RoleArn', terraform: 'role_arn' },
        },
      },
    },
  },
  trail: {
    cloudformation: ['AWS::CloudTrail::Trail'],
    terraform: ['aws_cloudtrail'],
    fields: {
      logging: { cloudformation: 'IsLogging', terraform: 'enable_logging', terraformDefault: 'true' },
      multiRegion: {
        cloudformation: 'IsMultiRegionTrail',
        terraform: 'is_multi_region_trail',
        default: 'false',
      },
      /** CloudFormation documents no default. */
      globalEvents: {
        cloudformation: 'IncludeGlobalServiceEvents',
        terraform: 'include_global_service_events',
        terraformDefault: 'true',
      },
      validation: {
        cloudformation: 'EnableLogFileValidation',
        terraform: 'enable_log_file_validation',
        default: 'false',
      },
      key: { cloudformation: 'KMSKeyId', terraform: 'kms_key_id' },
      bucket: { cloudformation: 'S3BucketName', terraform: 's3_bucket_name' },
      logGroup: { cloudformation: 'CloudWatchLogsLogGroupArn', terraform: 'cloud_watch_logs_group_arn' },
      logsRole: { cloudformation: 'CloudWatchLogsRoleArn', terraform: 'cloud_watch_logs_role_arn' },
      selectors: {
        cloudformation: 'EventSelectors[]',
        terraform: 'event_selector[]',
        fields: {
          managementEvents: {
            cloudformation: 'IncludeManagementEvents',
            terraform: 'include_management_events',
            default: 'true',
          },
          readWriteType: {
            cloudformation: 'ReadWriteType',
            terraform: 'read_write_type',
            default: 'All',
          },
        },
      },
      advancedSelectors,
    },
  },
  'event-data-store': {
    cloudformation: ['AWS::CloudTrail::EventDataStore'],
    terraform: ['aws_cloudtrail_event_data_store'],
    fields: {
      ingestion: { cloudformation: 'IngestionEnabled', default: 'true' },
      /** The aws provider says it the other way round (its documentation: aws_cloudtrail_event_data_store). */
      suspended: { terraform: 'suspend', default: 'false' },
      multiRegion: {
        cloudformation: 'MultiRegionEnabled',
        terraform: 'multi_region_enabled',
        terraformDefault: 'true',
      },
      /** CloudFormation documents no default. */
      terminationProtection: {
        cloudformation: 'TerminationProtectionEnabled',
        terraform: 'termination_protection_enabled',
        terraformDefault: 'true',
      },
      advancedSelectors,
    },
  },
  bucket: {
    cloudformation: ['AWS::S3::Bucket'],
    terraform: ['aws_s3_bucket'],
    fields: { name: { cloudformation: 'BucketName', terraform: 'bucket' } },
  },
  'bucket-policy': {
    cloudformation: ['AWS::S3::BucketPolicy'],
    terraform: ['aws_s3_bucket_policy'],
    fields: {
      bucket: { cloudformation: 'Bucket', terraform: 'bucket' },
      document: { cloudformation: 'PolicyDocument', terraform: 'policy', shape: 'policy' },
    },
  },
} as const satisfies Readonly<Record<string, KindSpec>>;
