import { cases } from '../../../test/rule-cases.js';
import { marked, planOf } from '../../../test/terraform-documents.js';

const stage = `
Parameters: { Stage: { Type: String } }
Conditions: { IsProd: !Equals [!Ref Stage, prod] }`;

const replication = `
Resources:
  Replication:
    Type: AWS::SSMIncidents::ReplicationSet
    Properties: { Regions: [{ RegionName: eu-central-1 }] }`;

const trail = (properties: string, name = 'Trail'): string => `
  ${name}:
    Type: AWS::CloudTrail::Trail
    Properties: { S3BucketName: audit, ${properties} }`;

const store = (...selectors: string[]): string => `
  Store:
    Type: AWS::CloudTrail::EventDataStore
    Properties:
      AdvancedEventSelectors:${selectors.map((fields) => `\n        - FieldSelectors: [${fields}]`).join('')}`;

const dataOnly =
  '{ IncludeManagementEvents: false, DataResources: [{ Type: "AWS::S3::Object", Values: [arn] }] }';
const management = '{ Field: eventCategory, Equals: [Management] }';
const incidents = 'ssm-incidents.amazonaws.com';
const contacts = 'ssm-contacts.amazonaws.com';

export default cases({
  good: [
    { name: 'a trail without selectors', template: `${replication}${trail('IsLogging: true')}` },
    {
      name: 'trap 54: an empty list of selectors, as the CDK writes it, records everything',
      template: `{
        "Resources": {
          "Replication": {
            "Type": "AWS::SSMIncidents::ReplicationSet",
            "Properties": { "Regions": [{ "RegionName": "eu-central-1" }] }
          },
          "Trail": {
            "Type": "AWS::CloudTrail::Trail",
            "Properties": { "IsLogging": true, "S3BucketName": "audit", "EventSelectors": [] }
          }
        }
      }`,
    },
    {
      name: 'trap 57: a data-only selector beside one of management events',
      template: `${replication}${trail(`IsLogging: true, EventSelectors: [${dataOnly}, { ReadWriteType: All }]`)}`,
    },
    {
      name: 'trap 57: a data-only trail beside a whole one',
      template: `${replication}${trail(`IsLogging: true, EventSelectors: [${dataOnly}]`)}${trail('IsLogging: true', 'Whole')}`,
    },
    {
      name: 'trap 58: a trail can exclude no source but those of KMS and RDS data',
      template: `${replication}${trail('IsLogging: true, EventSelectors: [{ ExcludeManagementEventSources: [kms.amazonaws.com] }]')}${trail(
        `IsLogging: true, AdvancedEventSelectors: [{ FieldSelectors: [${management}, { Field: eventSource, NotEquals: [kms.amazonaws.com, rdsdata.amazonaws.com] }] }]`,
        'Advanced',
      )}`,
    },
    {
      name: 'trap 61: a store without selectors records all management events',
      template: `${replication}\n  Store: { Type: AWS::CloudTrail::EventDataStore }`,
    },
    {
      name: 'a store with both event sources',
      template: `${replication}${store(`${management}, { Field: eventSource, Equals: [${incidents}, ${contacts}] }`)}`,
    },
    {
      name: 'a store with a selector for each event source',
      template: `${replication}${store(
        `${management}, { Field: eventSource, Equals: [${incidents}] }`,
        `${management}, { Field: eventSource, StartsWith: [ssm-con] }`,
      )}`,
    },
    {
      name: 'trap 60: global service events are not Incident Manager’s',
      template: `${replication}${trail('IsLogging: true, IncludeGlobalServiceEvents: false')}`,
    },
    {
      name: 'write-only is for trail-write-only to say',
      template: `${replication}${trail('IsLogging: true, EventSelectors: [{ ReadWriteType: WriteOnly }]')}`,
    },
    { name: 'a workspace without Incident Manager', template: `Resources:${trail('IsLogging: false')}` },
    {
      name: 'trap 56: logging is on by default in Terraform',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web' },
        'aws_cloudtrail.t': { name: 't', is_multi_region_trail: true },
      }),
    },
  ],
  bad: [
    {
      name: 'logging is off in the only trail',
      template: `${replication}${trail('IsLogging: «false»')}`,
      severity: 'error',
      message:
        '"Trail" records no management events of ssm-incidents.amazonaws.com and ssm-contacts.amazonaws.com, and no other trail or event data store here records all of them.',
    },
    { name: 'trap 56: logging is off as a text', template: `${replication}${trail("IsLogging: «'false'»")}` },
    { name: 'logging is off as YAML 1.1 writes it', template: `${replication}${trail('IsLogging: «no»')}` },
    {
      name: 'the only selector is for data events',
      template: `${replication}${trail('IsLogging: true, EventSelectors: [{ IncludeManagementEvents: «false» }]')}`,
    },
    {
      name: 'several selectors that are all for data events',
      template: `${replication}${trail(`IsLogging: true, EventSelectors: «[${dataOnly}, { IncludeManagementEvents: false, ReadWriteType: ReadOnly }]»`)}`,
    },
    {
      name: 'a data-only trail beside one that records writes alone is a warning',
      template: `${replication}${trail('IsLogging: true, EventSelectors: [{ IncludeManagementEvents: «false» }]')}${trail(
        'IsLogging: true, EventSelectors: [{ ReadWriteType: WriteOnly }]',
        'Writes',
      )}`,
      severity: 'warning',
    },
    {
      name: 'two trails that both do not log are warnings',
      template: `${replication}${trail('IsLogging: «false»')}${trail('IsLogging: «false»', 'Second')}`,
      severity: 'warning',
    },
    {
      name: 'advanced selectors without management events',
      template: `${replication}${trail(
        'IsLogging: true, AdvancedEventSelectors: [{ FieldSelectors: [{ Field: eventCategory, Equals: [«Data»] }] }]',
      )}`,
    },
    {
      name: 'trap 61: a store with a data selector only',
      template: `${replication}${store("{ Field: eventCategory, Equals: [«Data»] }, { Field: resources.type, Equals: ['AWS::S3::Object'] }")}`,
    },
    {
      name: 'trap 58: a store with one of the two event sources',
      template: `${replication}${store(`${management}, { Field: eventSource, Equals: [«${incidents}»] }`)}`,
      message:
        '"Store" records no management events of ssm-contacts.amazonaws.com, and no other trail or event data store here records all of them.',
    },
    {
      name: 'a store that leaves an event source out',
      template: `${replication}${store(`${management}, { Field: eventSource, NotStartsWith: «[kms., ssm-]» }`)}`,
    },
    {
      name: 'a store of one call only',
      template: `${replication}${store(`${management}, { Field: eventName, Equals: [«ConsoleLogin»] }`)}`,
    },
    {
      name: 'a store whose ingestion is off',
      template: `${replication}\n  Store: { Type: AWS::CloudTrail::EventDataStore, Properties: { IngestionEnabled: «false» } }`,
    },
    {
      name: 'a store that Terraform suspends',
      template: {
        'main.tf': `
resource "aws_ssmincidents_replication_set" "main" {
  region { name = "eu-central-1" }
}
resource "aws_cloudtrail_event_data_store" "audit" {
  name    = "audit"
  suspend = «"true"»
}
`,
      },
    },
    {
      name: 'in JSON, with the trail in another file and a flag in a mapping',
      template: {
        'replication.yaml': replication,
        'trail.json': `{
          "Mappings": { "Flags": { "trail": { "on": "false" } } },
          "Resources": {
            "Trail": {
              "Type": "AWS::CloudTrail::Trail",
              "Properties": {
                "S3BucketName": "audit",
                "IsLogging": «{ "Fn::FindInMap": ["Flags", "trail", "on"] }»
              }
            }
          }
        }`,
      },
    },
    {
      name: 'a selector that an anchor repeats',
      // Items are unique; an anchor that repeats one is what the case is about.
      invalid: true,
      template: `${replication}
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: audit
      EventSelectors: «[&data { IncludeManagementEvents: false }, *data]»`,
    },
    {
      name: 'trap 56: logging that Terraform switches off',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web' },
        'aws_cloudtrail.t': { name: 't', enable_logging: marked('«', false), is_multi_region_trail: true },
      }),
    },
  ],
  possible: [
    {
      name: 'logging is off in one arm',
      template: `${stage}${replication}${trail('IsLogging: !If [IsProd, true, «~false»]')}`,
      when: 'not IsProd',
    },
    {
      name: 'a parameter whose default is off',
      template: `
Parameters: { Logging: { Type: String, Default: 'false' } }${replication}${trail('IsLogging: «~!Ref Logging»')}`,
      when: 'parameter Logging keeps its default',
    },
    {
      name: 'selectors that are for data events in one arm and not written in the other',
      template: `${stage}${replication}${trail(
        'IsLogging: true, EventSelectors: !If [IsProd, [{ IncludeManagementEvents: «~false» }], !Ref AWS::NoValue]',
      )}`,
      when: 'IsProd',
    },
    {
      name: 'the whole trail is made only under a condition',
      template: `${stage}${replication}${trail('IsLogging: «~false»')}
  Whole:
    Type: AWS::CloudTrail::Trail
    Condition: IsProd
    Properties: { IsLogging: true, S3BucketName: audit }`,
      when: 'not IsProd',
    },
    {
      name: 'of a trail and its counterpart under the negated condition, each is judged where it is made',
      template: `${stage.replace('!Equals [!Ref Stage, prod]', '!Equals [!Ref Stage, prod], IsTest: !Not [!Condition IsProd]')}${replication}
  Off:
    Type: AWS::CloudTrail::Trail
    Condition: IsProd
    Properties: { IsLogging: «~false», S3BucketName: audit }
  Whole:
    Type: AWS::CloudTrail::Trail
    Condition: IsTest
    Properties: { IsLogging: true, S3BucketName: audit }`,
      when: 'IsProd',
    },
  ],
  undecided: [
    {
      name: 'a logging flag without default',
      template: `
Parameters: { Logging: { Type: String } }${replication}${trail('IsLogging: «?!Ref Logging»')}`,
      reason: 'parameter Logging has no default and no allowed values',
    },
    {
      name: 'a selector whose parameter has no default',
      template: `
Parameters: { Logging: { Type: String } }${replication}${trail('IsLogging: true, EventSelectors: [{ IncludeManagementEvents: «?!Ref Logging» }]')}`,
      reason: 'parameter Logging has no default and no allowed values',
    },
    {
      name: 'selectors from another stack, beside a trail that does not log: said once, where it is unknown',
      template: `${replication}${trail('IsLogging: true, EventSelectors: «?!ImportValue Selectors»')}${trail('IsLogging: false', 'Off')}`,
      reason: 'the import Selectors is exported by none of the scanned files',
    },
    {
      name: 'a field whose effect on Incident Manager is not known',
      template: `${replication}${store(`${management}, { Field: userIdentity.arn, NotEndsWith: «?[audit, lambda]» }`)}`,
      reason: 'a field selector may leave out some calls of Incident Manager',
    },
  ],
});
