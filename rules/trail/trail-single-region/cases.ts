import { cases } from '../../../test/rule-cases.js';
import { marked, planOf } from '../../../test/terraform-documents.js';

const stage = `
Parameters: { Stage: { Type: String } }
Conditions: { IsProd: !Equals [!Ref Stage, prod] }`;

const replication = (...regions: string[]): string => `
Resources:
  Replication:
    Type: AWS::SSMIncidents::ReplicationSet
    Properties: { Regions: [${regions.map((region) => `{ RegionName: ${region} }`).join(', ')}] }`;

const one = replication('eu-central-1');
const two = replication('eu-central-1', 'eu-west-1');

const trail = (flag: string, name = 'Trail'): string => `
  ${name}:
    Type: AWS::CloudTrail::Trail
    Properties: { IsLogging: true, S3BucketName: audit, IsMultiRegionTrail: ${flag} }`;

const store = (properties: string, name = 'Store'): string => `
  ${name}:
    Type: AWS::CloudTrail::EventDataStore
    Properties: { ${properties} }`;

export default cases({
  good: [
    { name: 'a multi-Region trail', template: `${two}${trail('true')}` },
    { name: 'the flag as a text', template: `${two}${trail("'true'")}` },
    { name: 'a multi-Region store', template: `${two}${store('MultiRegionEnabled: true')}` },
    {
      name: 'another trail is multi-Region and records',
      template: `${two}${trail('false')}${trail('true', 'Wide')}`,
    },
    {
      name: 'a store in another file is multi-Region and records',
      template: {
        'a.yaml': `${two}${trail('false')}`,
        'b.yaml': `Resources:${store('MultiRegionEnabled: true')}`,
      },
    },
    {
      name: 'a workspace without Incident Manager',
      template: `Resources:${trail('false')}`,
    },
    {
      name: 'two arms that are both multi-Region, and a flag in a mapping',
      template: `${stage}
Mappings: { Flags: { all: { wide: true } } }${two}${trail('!If [IsProd, true, !FindInMap [Flags, all, wide]]')}`,
    },
    {
      name: 'the aws provider’s event data stores are multi-Region by default',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web' },
        'aws_cloudtrail_event_data_store.s': { name: 's' },
      }),
    },
  ],
  bad: [
    {
      name: 'trap 55: a trail keeps to its Region where nothing is written, and the replication set has two',
      template: `${two}
  «Trail»:
    Type: AWS::CloudTrail::Trail
    Properties: { IsLogging: true, S3BucketName: audit }`,
      severity: 'error',
      message:
        '"Trail" records one Region only, and the replication set has several; no other trail or event data store here covers every Region.',
    },
    {
      name: 'one Region is replicated, which need not be the trail’s',
      template: `${one}${trail('«false»')}`,
      severity: 'warning',
      message:
        '"Trail" records one Region only, and the replication set may have or gain another; no other trail or event data store here covers every Region.',
    },
    {
      name: 'no replication set is in the workspace',
      template: `
Resources:
  Ann:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: ann, DisplayName: Ann, Type: PERSONAL }${trail("«'false'»")}`,
      severity: 'warning',
    },
    {
      name: 'a Region that only deployment knows and another',
      template: `${replication('!Ref AWS::Region', 'eu-west-1')}${trail('«no»')}`,
    },
    {
      name: 'a store that is told to keep to one Region',
      template: `${two}${store('MultiRegionEnabled: «false»')}`,
    },
    {
      name: 'a multi-Region trail that does not log covers nothing',
      template: `${two}${trail('«false»')}
  Silent:
    Type: AWS::CloudTrail::Trail
    Properties: { IsLogging: false, S3BucketName: audit, IsMultiRegionTrail: true }`,
    },
    {
      name: 'two trails of one Region each',
      template: `${two}${trail('«false»')}${trail('«false»', 'Second')}`,
    },
    {
      name: 'in JSON, with the replication set in another file',
      template: {
        'replication.yaml': two,
        'trail.json': `{
          "Resources": {
            "Trail": {
              "Type": "AWS::CloudTrail::Trail",
              "Properties": { "IsLogging": true, "S3BucketName": "audit", "IsMultiRegionTrail": «"false"» }
            }
          }
        }`,
      },
      severity: 'error',
    },
    {
      name: 'trap 55: the provider’s default',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web' },
        'aws_cloudtrail.t': { name: 't', is_multi_region_trail: marked('«', false) },
      }),
      severity: 'warning',
    },
  ],
  possible: [
    {
      name: 'one Region in one arm',
      template: `${stage}${two}${trail('!If [IsProd, true, «~false»]')}`,
      when: 'not IsProd',
    },
    {
      name: 'the multi-Region trail exists only under a condition',
      template: `${stage}${two}${trail('«~false»')}
  Wide:
    Type: AWS::CloudTrail::Trail
    Condition: IsProd
    Properties: { IsLogging: true, S3BucketName: audit, IsMultiRegionTrail: true }`,
      when: 'not IsProd',
    },
    {
      name: 'the second Region is replicated only where the trail is multi-Region',
      template: `${stage}
Resources:
  Replication:
    Type: AWS::SSMIncidents::ReplicationSet
    Properties:
      Regions:
        - RegionName: eu-central-1
        - !If [IsProd, { RegionName: eu-west-1 }, !Ref AWS::NoValue]${trail('!If [IsProd, true, «~false»]')}`,
      severity: 'warning',
    },
  ],
  undecided: [
    {
      name: 'a store that does not say so: AWS documents no default',
      template: `${two}
  «?Store»: { Type: AWS::CloudTrail::EventDataStore }`,
      reason: 'CloudFormation documents no default of MultiRegionEnabled',
    },
    {
      name: 'a parameter without default',
      template: `
Parameters: { Wide: { Type: String } }${two}${trail('«?!Ref Wide»')}`,
      reason: 'parameter Wide has no default and no allowed values',
    },
    {
      name: 'a single-Region trail beside a store that may be multi-Region: said once, at the store',
      template: `${two}${trail('false')}
  «?Store»: { Type: AWS::CloudTrail::EventDataStore }`,
    },
  ],
});
