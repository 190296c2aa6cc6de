import { cases } from '../../../test/rule-cases.js';
import { planOf } from '../../../test/terraform-documents.js';

const stage = `
Parameters: { Stage: { Type: String } }
Conditions: { IsProd: !Equals [!Ref Stage, prod] }`;

const replication = `
Resources:
  Replication:
    Type: AWS::SSMIncidents::ReplicationSet
    Properties: { Regions: [{ RegionName: eu-central-1 }] }`;

const trail = (selectors: string, name = 'Trail'): string => `
  ${name}:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: audit
      EventSelectors: ${selectors}`;

const advanced = (type: string, ...selectors: string[]): string => `
  Recorder:
    Type: AWS::CloudTrail::${type}
    Properties:
      ${type === 'Trail' ? 'IsLogging: true\n      S3BucketName: audit\n      ' : ''}AdvancedEventSelectors:${selectors
        .map(
          (fields) =>
            `\n        - FieldSelectors: [{ Field: eventCategory, Equals: [Management] }, ${fields}]`,
        )
        .join('')}`;

export default cases({
  good: [
    { name: 'all events', template: `${replication}${trail('[{ ReadWriteType: All }]')}` },
    {
      name: 'a selector that says nothing selects all',
      template: `${replication}${trail('[{ ExcludeManagementEventSources: [kms.amazonaws.com] }]')}`,
    },
    {
      name: 'trap 57: two trails that split reads and writes',
      template: `${replication}${trail('[{ ReadWriteType: ReadOnly }]')}${trail('[{ ReadWriteType: WriteOnly }]', 'Writes')}`,
    },
    {
      name: 'trap 57: two selectors that split reads and writes',
      template: `${replication}${trail('[{ ReadWriteType: ReadOnly }, { ReadWriteType: WriteOnly }]')}`,
    },
    {
      name: 'advanced selectors that split reads and writes',
      template: `${replication}${advanced('Trail', '{ Field: readOnly, Equals: [true] }', "{ Field: readOnly, Equals: ['false'] }")}`,
    },
    {
      name: 'a write-only trail beside a whole one in another file',
      template: {
        'a.yaml': `${replication}${trail('[{ ReadWriteType: WriteOnly }]')}`,
        'b.json': `{
          "Resources": {
            "Whole": {
              "Type": "AWS::CloudTrail::Trail",
              "Properties": { "IsLogging": true, "S3BucketName": "audit", "EventSelectors": [] }
            }
          }
        }`,
      },
    },
    {
      name: 'write-only data events are nothing to Incident Manager',
      template: `${replication}${trail('[{ IncludeManagementEvents: false, ReadWriteType: WriteOnly }]')}`,
    },
    {
      name: 'a workspace without Incident Manager',
      template: `Resources:${trail('[{ ReadWriteType: WriteOnly }]')}`,
    },
  ],
  bad: [
    {
      name: 'trap 59: write-only loses DeleteContactChannel, which AWS shows as a read',
      template: `${replication}${trail('[{ ReadWriteType: «WriteOnly» }]')}`,
      message:
        '"Trail" records no read events of Incident Manager, and no other trail or event data store here does.',
    },
    {
      name: 'read-only',
      template: `${replication}${trail("[{ ReadWriteType: «'ReadOnly'» }]")}`,
      message:
        '"Trail" records no write events of Incident Manager, and no other trail or event data store here does.',
    },
    {
      name: 'a lone selector in place of a list',
      invalid: true,
      template: `${replication}${trail('{ ReadWriteType: «WriteOnly» }')}`,
    },
    {
      name: 'an advanced selector of writes',
      template: `${replication}${advanced('Trail', '{ Field: readOnly, Equals: [«false»] }')}`,
    },
    {
      name: 'a store that selects no reads, told by what it leaves out',
      template: `${replication}${advanced('EventDataStore', "{ Field: readOnly, NotEquals: [«'true'»] }")}`,
    },
    {
      name: 'both of two trails',
      template: `${replication}${trail('[{ ReadWriteType: «WriteOnly» }]')}${trail('[{ ReadWriteType: «WriteOnly» }]', 'Second')}`,
    },
    {
      name: 'several selectors that are all write-only',
      template: `${replication}${trail('«[{ ReadWriteType: WriteOnly }, { ReadWriteType: WriteOnly, IncludeManagementEvents: true }]»')}`,
    },
    {
      name: 'in JSON, with an import',
      template: {
        'export.yaml': 'Outputs: { Half: { Value: WriteOnly, Export: { Name: Half } } }',
        'trail.json': `{
          "Resources": {
            "Replication": {
              "Type": "AWS::SSMIncidents::ReplicationSet",
              "Properties": { "Regions": [{ "RegionName": "eu-central-1" }] }
            },
            "Trail": {
              "Type": "AWS::CloudTrail::Trail",
              "Properties": {
                "IsLogging": true,
                "S3BucketName": "audit",
                "EventSelectors": [{ "ReadWriteType": «{ "Fn::ImportValue": "Half" }» }]
              }
            }
          }
        }`,
      },
    },
    {
      name: 'a selector of a plan',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web' },
        'aws_cloudtrail.t': {
          name: 't',
          is_multi_region_trail: true,
          event_selector: [{ include_management_events: true, read_write_type: '«WriteOnly»' }],
        },
      }),
    },
  ],
  possible: [
    {
      name: 'write-only in one arm',
      template: `${stage}${replication}${trail('[{ ReadWriteType: !If [IsProd, All, «~WriteOnly»] }]')}`,
      when: 'not IsProd',
    },
    {
      name: 'the selectors are not written in one arm, which means all',
      template: `${stage}${replication}${trail('!If [IsProd, [{ ReadWriteType: «~WriteOnly» }], !Ref AWS::NoValue]')}`,
      when: 'IsProd',
    },
    {
      name: 'the trail of the reads is made only under a condition',
      template: `${stage}${replication}${trail('[{ ReadWriteType: «~WriteOnly» }]')}
  Reads:
    Type: AWS::CloudTrail::Trail
    Condition: IsProd
    Properties: { IsLogging: true, S3BucketName: audit, EventSelectors: [{ ReadWriteType: ReadOnly }] }`,
      when: 'not IsProd',
    },
    {
      name: 'a parameter whose default is write-only',
      template: `
Parameters: { Half: { Type: String, Default: WriteOnly } }${replication}${trail('[{ ReadWriteType: «~!Ref Half» }]')}`,
      when: 'parameter Half keeps its default',
    },
  ],
  undecided: [
    {
      name: 'a parameter without default',
      template: `
Parameters: { Half: { Type: String } }${replication}${trail('[{ ReadWriteType: «?!Ref Half» }]')}`,
      reason: 'parameter Half has no default and no allowed values',
    },
    {
      name: 'a parameter that allows halves and the whole',
      template: `
Parameters: { Half: { Type: String, AllowedValues: [All, WriteOnly] } }${replication}${trail('[{ ReadWriteType: «?!Ref Half» }]')}`,
    },
    {
      name: 'selectors from another stack',
      template: `${replication}${trail('«?!ImportValue Selectors»')}`,
      reason: 'the import Selectors is exported by none of the scanned files',
    },
  ],
});
