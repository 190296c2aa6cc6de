import type { KindSpec } from '../kind.js';

/** Contacts, their channels, their rotations and their engagement plans. */
export const contactKinds = {
  'contact-channel': {
    cloudformation: ['AWS::SSMContacts::ContactChannel'],
    terraform: ['aws_ssmcontacts_contact_channel'],
    fields: {
      contact: { cloudformation: 'ContactId', terraform: 'contact_id' },
      type: { cloudformation: 'ChannelType', terraform: 'type' },
      channelName: { cloudformation: 'ChannelName', terraform: 'name' },
      address: { cloudformation: 'ChannelAddress', terraform: 'delivery_address[0].simple_address' },
      /** The aws provider always defers, and has no argument for it (terraform-provider-aws, contact_channel.go). */
      deferred: { cloudformation: 'DeferActivation', default: 'false', terraformDefault: 'true' },
      /** `ACTIVATED` or `NOT_ACTIVATED`: no template says it, and a state or the account does. */
      activation: { terraform: 'activation_status', evidence: 'ActivationStatus' },
    },
  },
  contact: {
    cloudformation: ['AWS::SSMContacts::Contact'],
    terraform: ['aws_ssmcontacts_contact'],
    fields: {
      alias: { cloudformation: 'Alias', terraform: 'alias' },
      displayName: { cloudformation: 'DisplayName', terraform: 'display_name' },
      type: { cloudformation: 'Type', terraform: 'type' },
      /** The rotations of an on-call schedule; elsewhere its engagement plan holds them. */
      rotations: { terraform: 'rotation_ids[]' },
    },
  },
  rotation: {
    cloudformation: ['AWS::SSMContacts::Rotation'],
    terraform: ['aws_ssmcontacts_rotation'],
    fields: {
      members: { cloudformation: 'ContactIds[]', terraform: 'contact_ids[]' },
      timeZone: { cloudformation: 'TimeZoneId', terraform: 'time_zone_id' },
      /** A time without a zone; the aws provider takes one with a zone (RFC 3339). */
      localStart: { cloudformation: 'StartTime' },
      zonedStart: { terraform: 'start_time' },
      onCalls: {
        cloudformation: 'Recurrence.NumberOfOnCalls',
        terraform: 'recurrence[0].number_of_on_calls',
      },
      multiplier: {
        cloudformation: 'Recurrence.RecurrenceMultiplier',
        terraform: 'recurrence[0].recurrence_multiplier',
      },
      daily: { cloudformation: 'Recurrence.DailySettings[]' },
      /** The aws provider writes each hand-off as a block. */
      dailyBlocks: { terraform: 'recurrence[0].daily_settings[]', fields: {} },
      weekly: {
        cloudformation: 'Recurrence.WeeklySettings[]',
        terraform: 'recurrence[0].weekly_settings[]',
        fields: {},
      },
      monthly: {
        cloudformation: 'Recurrence.MonthlySettings[]',
        terraform: 'recurrence[0].monthly_settings[]',
        fields: { day: { cloudformation: 'DayOfMonth', terraform: 'day_of_month' } },
      },
    },
  },
  'engagement-plan': {
    cloudformation: ['AWS::SSMContacts::Contact', 'AWS::SSMContacts::Plan'],
    terraform: ['aws_ssmcontacts_plan'],
    fields: {
      contact: { cloudformation: { 'AWS::SSMContacts::Plan': 'ContactId' }, terraform: 'contact_id' },
      /** Of an on-call schedule. The aws provider's plans have none. */
      rotations: {
        cloudformation: {
          'AWS::SSMContacts::Contact': 'Plan[].RotationIds[]',
          'AWS::SSMContacts::Plan': 'RotationIds[]',
        },
      },
      stages: {
        cloudformation: { 'AWS::SSMContacts::Contact': 'Plan[]', 'AWS::SSMContacts::Plan': 'Stages[]' },
        terraform: 'stage[]',
        fields: {
          duration: { cloudformation: 'DurationInMinutes', terraform: 'duration_in_minutes' },
          /** Of an on-call schedule, in place of targets. */
          rotations: { cloudformation: { 'AWS::SSMContacts::Contact': 'RotationIds[]' } },
          targets: {
            cloudformation: 'Targets[]',
            terraform: 'target[]',
            fields: {
              channel: {
                cloudformation: 'ChannelTargetInfo.ChannelId',
                terraform: 'channel_target_info[0].contact_channel_id',
              },
              /** The aws provider can do without it. */
              retryInterval: {
                cloudformation: 'ChannelTargetInfo.RetryIntervalInMinutes',
                terraform: 'channel_target_info[0].retry_interval_in_minutes',
              },
              contact: {
                cloudformation: 'ContactTargetInfo.ContactId',
                terraform: 'contact_target_info[0].contact_id',
              },
              /** Whether an acknowledgement by this contact stops the plan. */
              isEssential: {
                cloudformation: 'ContactTargetInfo.IsEssential',
                terraform: 'contact_target_info[0].is_essential',
              },
            },
          },
        },
      },
    },
  },
} as const satisfies Readonly<Record<string, KindSpec>>;
