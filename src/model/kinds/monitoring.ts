import type { KindSpec } from '../kind.js';

/** What a trail or an event data store selects field by field; both spell it alike. */
const advancedSelectors = {
  cloudformation: 'AdvancedEventSelectors[]',
  fields: {
    conditions: {
      cloudformation: 'FieldSelectors[]',
      fields: {
        field: { cloudformation: 'Field' },
        equals: { cloudformation: 'Equals[]' },
        notEquals: { cloudformation: 'NotEquals[]' },
        startsWith: { cloudformation: 'StartsWith[]' },
        notStartsWith: { cloudformation: 'NotStartsWith[]' },
        endsWith: { cloudformation: 'EndsWith[]' },
        notEndsWith: { cloudformation: 'NotEndsWith[]' },
      },
    },
  },
} as const;

/** What records, and what reacts to, calls and events. */
export const monitoringKinds = {
  'event-rule': {
    cloudformation: ['AWS::Events::Rule'],
    fields: {
      targets: {
        cloudformation: 'Targets[]',
        fields: { arn: { cloudformation: 'Arn' }, role: { cloudformation: 'RoleArn' } },
      },
    },
  },
  trail: {
    cloudformation: ['AWS::CloudTrail::Trail'],
    fields: {
      logging: { cloudformation: 'IsLogging' },
      multiRegion: { cloudformation: 'IsMultiRegionTrail', default: 'false' },
      validation: { cloudformation: 'EnableLogFileValidation', default: 'false' },
      selectors: {
        cloudformation: 'EventSelectors[]',
        fields: {
          managementEvents: { cloudformation: 'IncludeManagementEvents', default: 'true' },
          readWriteType: { cloudformation: 'ReadWriteType', default: 'All' },
        },
      },
      advancedSelectors,
    },
  },
  'event-data-store': {
    cloudformation: ['AWS::CloudTrail::EventDataStore'],
    fields: {
      ingestion: { cloudformation: 'IngestionEnabled', default: 'true' },
      multiRegion: { cloudformation: 'MultiRegionEnabled' },
      advancedSelectors,
    },
  },
} as const satisfies Readonly<Record<string, KindSpec>>;
