import { cases } from '../../../test/rule-cases.js';
import { marked, planOf } from '../../../test/terraform-documents.js';

const replication = `
Resources:
  Replication:
    Type: AWS::SSMIncidents::ReplicationSet
    Properties: { Regions: [{ RegionName: eu-central-1 }] }`;

const trail = (validation: string): string => `${replication}
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: audit
      EnableLogFileValidation: ${validation}`;

const stage = `
Parameters: { Stage: { Type: String } }
Conditions: { IsProd: !Equals [!Ref Stage, prod] }`;

export default cases({
  good: [
    { name: 'validation on', template: trail('true') },
    { name: 'on as a text', template: trail("'true'") },
    { name: 'on as YAML 1.1 writes it', template: trail('yes') },
    {
      name: 'a parameter that allows only true',
      template: `
Parameters: { Validate: { Type: String, AllowedValues: ['true'] } }${trail('!Ref Validate')}`,
    },
    {
      name: 'an event data store has no log files',
      template: `${replication}\n  Store: { Type: AWS::CloudTrail::EventDataStore }`,
    },
    {
      name: 'trap 66: a trail that a plan deletes',
      template: planOf(
        { 'aws_ssmincidents_response_plan.web': { name: 'web' } },
        {
          resource_changes: [
            {
              address: 'aws_cloudtrail.old',
              mode: 'managed',
              type: 'aws_cloudtrail',
              name: 'old',
              provider_name: 'registry.terraform.io/hashicorp/aws',
              change: {
                actions: ['delete'],
                before: { name: 'old', enable_log_file_validation: false },
                after: null,
                after_unknown: false,
              },
            },
          ],
        },
      ),
    },
    {
      name: 'a workspace without Incident Manager',
      template: `
Resources:
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties: { IsLogging: true, S3BucketName: audit }`,
    },
  ],
  bad: [
    {
      name: 'trap 55: validation is off where it is not written, unlike in the console and in the CDK',
      template: `${replication}
  «Trail»:
    Type: AWS::CloudTrail::Trail
    Properties: { IsLogging: true, S3BucketName: audit }`,
      message:
        'Log files of trail "Trail" can be changed or deleted unnoticed, because their validation is off.',
    },
    { name: 'off', template: trail('«false»') },
    { name: 'off as a text', template: trail("«'false'»") },
    { name: 'off as YAML 1.1 writes it', template: trail('«no»') },
    {
      name: 'AWS::NoValue is the same as not written',
      template: trail('!Ref AWS::NoValue').replace('Trail:', '«Trail»:'),
    },
    {
      name: 'each trail on its own, in the file of Incident Manager or in another',
      template: {
        'replication.yaml': replication,
        'trail.json': `{
          "Resources": {
            "Audit": {
              "Type": "AWS::CloudTrail::Trail",
              "Properties": { "IsLogging": true, "S3BucketName": "audit", "EnableLogFileValidation": «false» }
            },
            «"Second"»: {
              "Type": "AWS::CloudTrail::Trail",
              "Properties": { "IsLogging": true, "S3BucketName": "audit" }
            }
          }
        }`,
      },
    },
    {
      name: 'a flag in a mapping',
      template: `
Mappings: { Flags: { trail: { validate: 'false' } } }${trail('«!FindInMap [Flags, trail, validate]»')}`,
    },
    {
      name: 'trap 55: the provider’s default',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web' },
        'aws_cloudtrail.t': { name: 't', enable_log_file_validation: marked('«', false) },
      }),
    },
  ],
  possible: [
    {
      name: 'off in the first arm',
      template: `${stage}${trail('!If [IsProd, «~false», true]')}`,
      when: 'IsProd',
    },
    {
      name: 'not written in the second arm',
      template: `${stage}${trail('!If [IsProd, true, !Ref AWS::NoValue]')}`.replace('Trail:', '«~Trail»:'),
      when: 'not IsProd',
    },
    {
      name: 'a trail that is made only under a condition',
      template: `${stage}${replication}
  «~Trail»:
    Type: AWS::CloudTrail::Trail
    Condition: IsProd
    Properties: { IsLogging: true, S3BucketName: audit }`,
      when: 'IsProd',
    },
    {
      name: 'a parameter whose default is off',
      template: `
Parameters: { Validate: { Type: String, Default: 'false' } }${trail('«~!Ref Validate»')}`,
      when: 'parameter Validate keeps its default',
    },
  ],
  undecided: [
    {
      name: 'a parameter without default',
      template: `
Parameters: { Validate: { Type: String } }${trail('«?!Ref Validate»')}`,
      reason: 'parameter Validate has no default and no allowed values',
    },
    {
      name: 'a parameter that allows both',
      template: `
Parameters: { Validate: { Type: String, AllowedValues: ['true', 'false'] } }${trail('«?!Ref Validate»')}`,
      reason: 'parameter Validate allows values that pass and values that do not',
    },
    {
      name: 'an import that no scanned file exports',
      template: trail('«?!ImportValue Elsewhere»'),
      reason: 'the import Elsewhere is exported by none of the scanned files',
    },
  ],
});
