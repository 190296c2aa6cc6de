import { expect } from 'chai';
import { cloudFormationType } from '../../src/dialect/terraform/cloudformation-type.js';
import { pathOf, type FieldSpecs, type KindSpec } from '../../src/model/kind.js';
import { kinds } from '../../src/model/kinds.js';

/** Arguments and blocks of a resource, as the provider's documentation lists them; `{}` for an argument. */
interface Arguments {
  readonly [name: string]: Arguments;
}

const argument: Arguments = {};

function listed(...names: readonly string[]): Arguments {
  return Object.fromEntries(names.map((name) => [name, argument]));
}

const policy = listed('name', 'policy');
const fieldSelectors = listed(
  ...['field', 'equals', 'not_equals', 'starts_with', 'not_starts_with', 'ends_with', 'not_ends_with'],
);

/** What the kinds use of Terraform's aws provider 6 (its documentation, `website/docs/r`). */
const provider: Readonly<Record<string, Arguments>> = {
  aws_ssmcontacts_contact: listed('alias', 'type', 'display_name', 'tags', 'tags_all', 'rotation_ids'),
  aws_ssmcontacts_contact_channel: {
    ...listed('contact_id', 'name', 'type', 'activation_status'),
    delivery_address: listed('simple_address'),
  },
  aws_ssmcontacts_plan: {
    ...listed('contact_id'),
    stage: {
      ...listed('duration_in_minutes'),
      target: {
        channel_target_info: listed('contact_channel_id', 'retry_interval_in_minutes'),
        contact_target_info: listed('contact_id', 'is_essential'),
      },
    },
  },
  aws_ssmcontacts_rotation: {
    ...listed('contact_ids', 'name', 'time_zone_id', 'start_time', 'tags', 'tags_all'),
    recurrence: {
      ...listed('number_of_on_calls', 'recurrence_multiplier'),
      daily_settings: listed('hour_of_day', 'minute_of_hour'),
      weekly_settings: { ...listed('day_of_week'), hand_off_time: listed('hour_of_day', 'minute_of_hour') },
      monthly_settings: { ...listed('day_of_month'), hand_off_time: listed('hour_of_day', 'minute_of_hour') },
    },
  },
  aws_ssmincidents_replication_set: {
    ...listed('deletion_protected', 'tags', 'tags_all'),
    region: listed('name', 'kms_key_arn'),
    regions: listed('name', 'kms_key_arn'),
  },
  aws_ssmincidents_response_plan: {
    ...listed('name', 'display_name', 'chat_channel', 'engagements', 'tags', 'tags_all'),
    action: { ssm_automation: listed('document_name', 'role_arn', 'document_version', 'target_account') },
    integration: { pagerduty: listed('name', 'secret_id', 'service_id') },
    incident_template: {
      ...listed('title', 'impact', 'summary', 'dedupe_string', 'incident_tags'),
      notification_target: listed('sns_topic_arn'),
    },
  },
  aws_chatbot_slack_channel_configuration: listed(
    ...['configuration_name', 'iam_role_arn', 'slack_channel_id', 'slack_team_id', 'guardrail_policy_arns'],
    ...['logging_level', 'sns_topic_arns', 'user_authorization_required', 'tags'],
  ),
  aws_chatbot_teams_channel_configuration: listed(
    ...['channel_id', 'channel_name', 'team_id', 'tenant_id', 'configuration_name', 'iam_role_arn'],
    ...['guardrail_policy_arns', 'logging_level', 'sns_topic_arns', 'user_authorization_required', 'tags'],
  ),
  aws_sns_topic: listed('arn', 'name', 'policy', 'kms_master_key_id', 'tags'),
  aws_sns_topic_policy: listed('arn', 'policy'),
  aws_sns_topic_subscription: listed('topic_arn', 'protocol', 'endpoint'),
  aws_iam_role: {
    ...listed('name', 'assume_role_policy', 'managed_policy_arns', 'permissions_boundary', 'tags'),
    inline_policy: policy,
  },
  aws_iam_user: listed('name', 'permissions_boundary', 'tags'),
  aws_iam_group: listed('name'),
  aws_iam_policy: policy,
  aws_iam_role_policy: { ...policy, role: argument },
  aws_iam_user_policy: { ...policy, user: argument },
  aws_iam_group_policy: { ...policy, group: argument },
  aws_iam_role_policy_attachment: listed('role', 'policy_arn'),
  aws_iam_user_policy_attachment: listed('user', 'policy_arn'),
  aws_iam_group_policy_attachment: listed('group', 'policy_arn'),
  aws_iam_policy_attachment: listed('policy_arn', 'roles', 'users', 'groups'),
  aws_ssoadmin_permission_set: listed('name', 'arn', 'instance_arn', 'tags'),
  aws_ssoadmin_permission_set_inline_policy: listed('inline_policy', 'permission_set_arn'),
  aws_ssoadmin_managed_policy_attachment: listed('managed_policy_arn', 'permission_set_arn'),
  aws_ssoadmin_customer_managed_policy_attachment: {
    ...listed('permission_set_arn'),
    customer_managed_policy_reference: listed('name', 'path'),
  },
  aws_ssoadmin_permissions_boundary_attachment: {
    ...listed('permission_set_arn'),
    permissions_boundary: {
      ...listed('managed_policy_arn'),
      customer_managed_policy_reference: listed('name', 'path'),
    },
  },
  aws_organizations_policy: listed('type', 'content'),
  aws_organizations_policy_attachment: listed('policy_id', 'target_id'),
  aws_cloudtrail: {
    ...listed('name', 's3_bucket_name', 'enable_logging', 'is_multi_region_trail', 'kms_key_id'),
    ...listed('enable_log_file_validation', 'include_global_service_events', 'is_organization_trail'),
    ...listed('cloud_watch_logs_group_arn', 'cloud_watch_logs_role_arn'),
    event_selector: listed('include_management_events', 'read_write_type'),
    advanced_event_selector: { field_selector: fieldSelectors },
  },
  aws_cloudtrail_event_data_store: {
    ...listed('name', 'multi_region_enabled', 'organization_enabled', 'termination_protection_enabled'),
    ...listed('suspend'),
    advanced_event_selector: { field_selector: fieldSelectors },
  },
  aws_ram_resource_share: listed('name', 'arn', 'allow_external_principals', 'permission_arns', 'tags'),
  aws_ram_resource_association: listed('resource_arn', 'resource_share_arn'),
  aws_ram_principal_association: listed('principal', 'resource_share_arn'),
  aws_vpc_endpoint: listed('service_name', 'policy', 'vpc_id', 'vpc_endpoint_type'),
  aws_cloudwatch_event_target: listed('arn', 'role_arn', 'rule'),
  aws_cloudwatch_event_rule: listed(
    ...['name', 'event_pattern', 'event_bus_name', 'state', 'is_enabled', 'region'],
  ),
  aws_notifications_event_rule: listed('source', 'event_type'),
  aws_notifications_managed_notification_account_contact_association: listed('contact_identifier'),
  aws_account_alternate_contact: listed('alternate_contact_type', 'email_address', 'phone_number'),
  aws_secretsmanager_secret: listed('name', 'kms_key_id', 'policy'),
  aws_secretsmanager_secret_policy: listed('secret_arn', 'policy'),
  aws_s3_bucket: listed('bucket', 'tags'),
  aws_s3_bucket_policy: listed('bucket', 'policy'),
  aws_resourcegroups_group: { ...listed('name'), resource_query: listed('type', 'query') },
  aws_kms_key: listed('policy', 'tags'),
  aws_kms_key_policy: listed('key_id', 'policy'),
  aws_kms_alias: listed('name', 'target_key_id'),
  aws_ssm_document: listed('name', 'content', 'document_type'),
  aws_codebuild_project: {
    ...listed('name', 'service_role'),
    source: listed('type', 'buildspec'),
    secondary_sources: listed('type', 'buildspec'),
  },
  aws_instance: listed('user_data', 'user_data_base64'),
  aws_launch_template: listed('name', 'user_data'),
  aws_launch_configuration: listed('name', 'user_data', 'user_data_base64'),
};

/** The paths of a kind's fields that a type does not have. */
function faults(sourceType: string, fields: FieldSpecs, start: Arguments): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const path = pathOf(field, { type: cloudFormationType(sourceType), sourceType });
    if (path === undefined) return [];
    const end = path
      .filter((step) => !step.startsWith('['))
      .reduce<Arguments | undefined>((at, step) => at?.[step], start);
    if (end === undefined) return [`${sourceType}: ${name}: ${path.join('.')}`];
    return field.fields === undefined ? [] : faults(sourceType, field.fields, end);
  });
}

describe('the table of kinds, in Terraform’s aws provider', () => {
  for (const [name, spec] of Object.entries<KindSpec>(kinds)) {
    if (spec.terraform === undefined) continue;
    const types = spec.terraform;
    it(`spells the fields of ${name} as the provider does`, () => {
      expect(types.filter((type) => !Object.hasOwn(provider, type))).to.deep.equal([]);
      expect(types.flatMap((type) => faults(type, spec.fields, provider[type] ?? {}))).to.deep.equal([]);
    });
  }

  it('would notice an argument that does not exist', () => {
    const fields = { wrong: { terraform: 'stage[].target[].contact_channel_id' } };
    expect(faults('aws_ssmcontacts_plan', fields, provider['aws_ssmcontacts_plan'] ?? {})).to.have.length(1);
  });
});
