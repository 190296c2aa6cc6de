import type { PropertySchema, PropertySchemas } from '../../data/resource-schemas.js';

const text: PropertySchema = { type: 'string' };
const number: PropertySchema = { type: 'number' };
const flag: PropertySchema = { type: 'boolean' };
const texts: PropertySchema = { type: 'list', of: { type: 'string' } };
const map: PropertySchema = { type: 'map', of: { type: 'string' } };
const levels: PropertySchema = oneOf('ERROR', 'INFO', 'NONE');

function oneOf(...values: readonly string[]): PropertySchema {
  return { type: 'string', oneOf: values };
}

function needed(schema: PropertySchema): PropertySchema {
  return { ...schema, required: true };
}

function block(properties: PropertySchemas): PropertySchema {
  return { type: 'list', of: { type: 'object', properties } };
}

const time = { hour_of_day: needed(number), minute_of_hour: needed(number) };
const days = oneOf('MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN');
const region = block({ name: needed(text), kms_key_arn: text, status: text, status_message: text });

const chatbot: PropertySchemas = {
  configuration_name: needed(text),
  iam_role_arn: needed(text),
  guardrail_policy_arns: texts,
  logging_level: levels,
  sns_topic_arns: texts,
  tags: map,
  user_authorization_required: flag,
  chat_configuration_arn: text,
};

/** What every resource of the provider may have, and what it adds itself. */
const general: PropertySchemas = {
  arn: text,
  id: text,
  region: text,
  tags_all: map,
  timeouts: { type: 'json' },
};

const own: Readonly<Record<string, PropertySchemas>> = {
  aws_ssmcontacts_contact: {
    alias: needed(text),
    display_name: text,
    // Documented for schedules by newer pages of the provider; which version has it is not confirmed.
    rotation_ids: texts,
    tags: map,
    type: needed(oneOf('PERSONAL', 'ESCALATION', 'ONCALL_SCHEDULE')),
  },
  aws_ssmcontacts_contact_channel: {
    activation_status: text,
    contact_id: needed(text),
    delivery_address: needed(block({ simple_address: needed(text) })),
    name: needed(text),
    type: needed(oneOf('SMS', 'VOICE', 'EMAIL')),
  },
  aws_ssmcontacts_plan: {
    contact_id: needed(text),
    stage: needed(
      block({
        duration_in_minutes: needed(number),
        target: block({
          channel_target_info: block({ contact_channel_id: needed(text), retry_interval_in_minutes: number }),
          contact_target_info: block({ contact_id: text, is_essential: needed(flag) }),
        }),
      }),
    ),
  },
  aws_ssmcontacts_rotation: {
    contact_ids: needed(texts),
    name: needed(text),
    recurrence: needed(
      block({
        daily_settings: block(time),
        monthly_settings: block({ day_of_month: needed(number), hand_off_time: block(time) }),
        number_of_on_calls: needed(number),
        recurrence_multiplier: needed(number),
        // The provider's pages call the first argument day_of_week, its schema map_block_key.
        shift_coverages: block({
          map_block_key: days,
          day_of_week: days,
          coverage_times: block({ start: block(time), end: block(time) }),
        }),
        weekly_settings: block({ day_of_week: needed(days), hand_off_time: block(time) }),
      }),
    ),
    start_time: text,
    tags: map,
    time_zone_id: needed(text),
  },
  aws_ssmincidents_replication_set: {
    created_by: text,
    deletion_protected: flag,
    last_modified_by: text,
    regions: region,
    region,
    status: text,
    tags: map,
  },
  aws_ssmincidents_response_plan: {
    action: block({
      ssm_automation: block({
        document_name: needed(text),
        document_version: text,
        dynamic_parameters: map,
        parameter: block({ name: needed(text), values: needed(texts) }),
        role_arn: needed(text),
        target_account: oneOf('IMPACTED_ACCOUNT', 'RESPONSE_PLAN_OWNER_ACCOUNT'),
      }),
    }),
    chat_channel: texts,
    display_name: text,
    engagements: texts,
    incident_template: needed(
      block({
        dedupe_string: text,
        impact: needed(number),
        incident_tags: map,
        notification_target: block({ sns_topic_arn: needed(text) }),
        summary: text,
        title: needed(text),
      }),
    ),
    integration: block({
      pagerduty: block({ name: needed(text), secret_id: needed(text), service_id: needed(text) }),
    }),
    name: needed(text),
    tags: map,
  },
  aws_chatbot_slack_channel_configuration: {
    ...chatbot,
    slack_channel_id: needed(text),
    slack_channel_name: text,
    slack_team_id: needed(text),
    slack_team_name: text,
  },
  aws_chatbot_teams_channel_configuration: {
    ...chatbot,
    channel_id: needed(text),
    channel_name: text,
    team_id: needed(text),
    team_name: text,
    tenant_id: needed(text),
  },
};

/**
 * The arguments and blocks of Incident Manager's and Chatbot's types in Terraform's aws provider, as the pages and the
 * schemas of its version 6 list them (`website/docs/r` in its repository). A block is a list of objects, however often
 * it may stand; what the provider computes is known too.
 */
export const providerSchemas: Readonly<Record<string, PropertySchemas>> = Object.fromEntries(
  Object.entries(own).map(([type, schemas]) => [type, { ...schemas, ...general, ...schemas }]),
);
