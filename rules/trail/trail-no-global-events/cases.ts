import { cases } from '../../../test/rule-cases.js';
import { marked, planOf } from '../../../test/terraform-documents.js';

const replication = `
Resources:
  Replication:
    Type: AWS::SSMIncidents::ReplicationSet
    Properties: { Regions: [{ RegionName: eu-central-1 }] }`;

const trail = (globalEvents: string, more = ''): string => `${replication}
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: audit
      IncludeGlobalServiceEvents: ${globalEvents}${more}`;

const second = (properties: string): string => `
  Second:
    Type: AWS::CloudTrail::Trail
    Properties: { S3BucketName: audit, ${properties} }`;

const store = (properties: string): string => `
  Store:
    Type: AWS::CloudTrail::EventDataStore
    Properties: { MultiRegionEnabled: true${properties} }`;

const stage = `
Parameters: { Stage: { Type: String } }
Conditions: { IsProd: !Equals [!Ref Stage, prod] }`;

export default cases({
  good: [
    { name: 'included', template: trail('true') },
    { name: 'included as a text', template: trail("'true'") },
    { name: 'included as YAML 1.1 writes it', template: trail('yes') },
    {
      name: 'a multi-Region trail, which includes them where nothing is written',
      template: trail('!Ref AWS::NoValue', '\n      IsMultiRegionTrail: true'),
    },
    {
      name: 'trap 57: a second trail records them',
      template: trail('false', second('IsLogging: true, IncludeGlobalServiceEvents: true')),
    },
    { name: 'an event data store of all Regions records them', template: trail('false', store('')) },
    {
      name: 'a trail that is off, which is for another rule to say',
      template: trail('false').replace('IsLogging: true', 'IsLogging: false'),
    },
    {
      name: 'a trail of data events',
      template: trail('false', '\n      EventSelectors: [{ IncludeManagementEvents: false }]'),
    },
    {
      name: 'a workspace without Incident Manager, written as JSON',
      template: `{
        "Resources": {
          "Trail": {
            "Type": "AWS::CloudTrail::Trail",
            "Properties": { "IsLogging": true, "S3BucketName": "audit", "IncludeGlobalServiceEvents": false }
          }
        }
      }`,
    },
    {
      name: 'the provider includes them where nothing is written',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web' },
        'aws_cloudtrail.t': { name: 't', enable_logging: true },
      }),
    },
    {
      name: 'included in both arms of a condition',
      template: `${stage}${trail('!If [IsProd, true, true]')}`,
    },
  ],
  bad: [
    {
      name: 'trap 60: left out, so that changes to IAM are not recorded',
      template: trail('«false»'),
      message:
        'Trail "Trail" leaves out the events of global services, so nobody sees who changed a role or a policy.',
    },
    { name: 'left out as a text', template: trail("«'false'»") },
    { name: 'left out as YAML 1.1 writes it', template: trail('«off»') },
    {
      name: 'left out of a multi-Region trail too',
      template: trail('«false»', '\n      IsMultiRegionTrail: true'),
    },
    {
      name: 'a second trail that records nothing',
      template: trail('«false»', second('IsLogging: false, IncludeGlobalServiceEvents: true')),
    },
    {
      name: 'two trails, in two files',
      template: {
        'a.yaml': trail('«false»'),
        'b.json': `{
          "Resources": {
            "Other": {
              "Type": "AWS::CloudTrail::Trail",
              "Properties": { "IsLogging": true, "S3BucketName": "audit", "IncludeGlobalServiceEvents": «"no"» }
            }
          }
        }`,
      },
    },
    {
      name: 'an event data store of one Region only',
      template: trail('«false»', store('').replace('MultiRegionEnabled: true', 'MultiRegionEnabled: false')),
    },
    {
      name: 'a flag in a mapping',
      template: `
Mappings: { Flags: { trail: { global: 'false' } } }${trail('«!FindInMap [Flags, trail, global]»')}`,
    },
    {
      name: 'left out in Terraform',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web' },
        'aws_cloudtrail.t': { name: 't', include_global_service_events: marked('«', false) },
      }),
    },
  ],
  possible: [
    {
      name: 'left out in the second arm',
      template: `${stage}${trail('!If [IsProd, true, «~false»]')}`,
      when: 'not IsProd',
    },
    {
      name: 'the trail that records them is made only under a condition',
      template: `${stage}${trail('«~false»', second('IsLogging: true, IncludeGlobalServiceEvents: true').replace('Properties', 'Condition: IsProd\n    Properties'))}`,
      when: 'not IsProd',
    },
    {
      name: 'a parameter whose default leaves them out',
      template: `
Parameters: { Global: { Type: String, Default: 'false' } }${trail('«~!Ref Global»')}`,
      when: 'parameter Global keeps its default',
    },
  ],
  undecided: [
    {
      name: 'nothing written for a trail of one Region, of which CloudFormation documents no default',
      template: trail('!Ref AWS::NoValue').replace('Trail:\n', '«?Trail»:\n'),
      reason: 'CloudFormation documents no default of IncludeGlobalServiceEvents for a trail of one Region',
    },
    {
      name: 'a parameter that allows both',
      template: `
Parameters: { Global: { Type: String, AllowedValues: ['true', 'false'] } }${trail('«?!Ref Global»')}`,
      reason: 'parameter Global allows values that pass and values that do not',
    },
    { name: 'an import that no scanned file exports', template: trail('«?!ImportValue Elsewhere»') },
    {
      name: 'an event data store whose selectors may leave IAM out',
      template: trail(
        '«?false»',
        store(
          ', AdvancedEventSelectors: [{ FieldSelectors: [{ Field: eventCategory, Equals: [Management] }] }]',
        ),
      ),
      reason: 'the selectors of an event data store may leave the events of IAM out',
    },
  ],
});
