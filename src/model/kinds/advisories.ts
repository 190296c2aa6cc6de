import type { KindSpec } from '../kind.js';

/** What brings the advisories of AWS to somebody. */
export const advisoryKinds = {
  /** A rule of EventBridge, by the events it lets through. */
  'event-pattern': {
    cloudformation: ['AWS::Events::Rule'],
    terraform: ['aws_cloudwatch_event_rule'],
    fields: {
      name: { cloudformation: 'Name', terraform: 'name' },
      pattern: { cloudformation: 'EventPattern', terraform: 'event_pattern', shape: 'policy' },
      state: { cloudformation: 'State', terraform: 'state', default: 'ENABLED' },
      /** Deprecated, and only in Terraform. */
      enabled: { terraform: 'is_enabled', default: 'true' },
      bus: { cloudformation: 'EventBusName', terraform: 'event_bus_name', default: 'default' },
      region: { terraform: 'region' },
      targets: {
        cloudformation: 'Targets[]',
        fields: { arn: { cloudformation: 'Arn' } },
      },
    },
  },
  /** A target as a resource of its own, which only Terraform has. */
  'event-target': {
    cloudformation: [],
    terraform: ['aws_cloudwatch_event_target'],
    fields: { rule: { terraform: 'rule' } },
  },
  /** A rule of AWS User Notifications. */
  'notification-rule': {
    cloudformation: ['AWS::Notifications::EventRule'],
    terraform: ['aws_notifications_event_rule'],
    fields: { source: { cloudformation: 'Source', terraform: 'source' } },
  },
  /** Who gets the notifications of AWS Health that AWS manages: a contact of the account. */
  'notified-contact': {
    cloudformation: ['AWS::Notifications::ManagedNotificationAccountContactAssociation'],
    terraform: ['aws_notifications_managed_notification_account_contact_association'],
    fields: {
      contact: { cloudformation: 'ContactIdentifier', terraform: 'contact_identifier' },
    },
  },
  /** An alternate contact of the account, which CloudFormation has no type for. */
  'alternate-contact': {
    cloudformation: [],
    terraform: ['aws_account_alternate_contact'],
    fields: {
      type: { terraform: 'alternate_contact_type' },
      email: { terraform: 'email_address' },
      phone: { terraform: 'phone_number' },
    },
  },
} as const satisfies Readonly<Record<string, KindSpec>>;
