import { cases } from '../../../test/rule-cases.js';
import { marked, planOf, ref } from '../../../test/terraform-documents.js';

const replication = `
Resources:
  Replication:
    Type: AWS::SSMIncidents::ReplicationSet
    Properties: { Regions: [{ RegionName: eu-central-1 }] }`;

const key = 'KMSKeyId: alias/trail';
const logs = "CloudWatchLogsLogGroupArn: 'arn:aws:logs:eu-central-1:111122223333:log-group:trail:*'";
const role = 'CloudWatchLogsRoleArn: arn:aws:iam::111122223333:role/trail';

/** A trail with properties of its own, one a text. */
function trail(properties: readonly string[], bucket = '!Ref Bucket', name = 'Trail'): string {
  return `
  ${name}:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: ${bucket}
${properties.map((property) => `      ${property}\n`).join('')}`;
}

const check =
  "{ Effect: Allow, Principal: { Service: cloudtrail.amazonaws.com }, Action: 's3:GetBucketAcl', Resource: !GetAtt Bucket.Arn, Condition: { StringEquals: { 'aws:SourceArn': 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/audit' } } }";
const openWrite =
  "{ Effect: Allow, Principal: { Service: cloudtrail.amazonaws.com }, Action: 's3:PutObject', Resource: !Sub '${Bucket.Arn}/AWSLogs/*', Condition: { StringEquals: { 's3:x-amz-acl': bucket-owner-full-control } } }";
const write = openWrite.replace(
  'StringEquals: {',
  "StringEquals: { 'aws:SourceArn': 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/audit',",
);
const tls =
  "{ Effect: Deny, Principal: '*', Action: 's3:*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }";
const everybody =
  "{ Effect: Allow, Principal: '*', Action: 's3:GetObject', Resource: !Sub '${Bucket.Arn}/*' }";

function bucket(...statements: readonly string[]): string {
  return `  Bucket: { Type: AWS::S3::Bucket }
  BucketPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket
      PolicyDocument:
        Statement:
${statements.map((statement) => `          - ${statement}\n`).join('')}`;
}

const sound = bucket(check, write, tls);
const whole = [key, logs, role];

const isProduction = `
Conditions: { IsProduction: !Equals [!Ref AWS::AccountId, '111122223333'] }`;

export default cases({
  good: [
    {
      name: 'a key, a log group, and a bucket for this trail',
      template: `${replication}${trail(whole)}${sound}`,
    },
    {
      name: 'one statement for both actions',
      template: `${replication}${trail(whole)}${bucket(check.replace("'s3:GetBucketAcl'", "['s3:GetBucketAcl', 's3:PutObject']"))}`,
    },
    {
      name: 'two policies for one bucket, in two files',
      template: {
        'a.yaml': `${replication}${trail(whole, '!ImportValue bucket')}`,
        'b.yaml': `Resources:\n${sound}Outputs: { Bucket: { Value: !Ref Bucket, Export: { Name: bucket } } }\n`,
      },
    },
    {
      name: 'a workspace without Incident Manager, written as JSON',
      template: `{
        "Resources": {
          "Trail": {
            "Type": "AWS::CloudTrail::Trail",
            "Properties": { "IsLogging": true, "S3BucketName": "audit" }
          }
        }
      }`,
    },
    {
      name: 'an event data store that is protected',
      template: `${replication}
  Store: { Type: AWS::CloudTrail::EventDataStore, Properties: { TerminationProtectionEnabled: true } }`,
    },
    {
      name: 'the provider protects an event data store where nothing is written',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web' },
        'aws_cloudtrail_event_data_store.s': { name: 's' },
      }),
    },
  ],
  bad: [
    {
      name: 'no key of one’s own',
      template: `${replication}${trail([logs, role], '!Ref Bucket', '«Trail»')}${sound}`,
      message: '"Trail" is encrypted without a key of your own.',
    },
    {
      name: 'nothing for CloudWatch Logs',
      template: `${replication}${trail([key], '!Ref Bucket', '«Trail»')}${sound}`,
      message: '"Trail" sends nothing to CloudWatch Logs, so no alarm can go off.',
    },
    {
      name: 'a log group without the role for it',
      template: `${replication}${trail([key, logs.replace(/(?<=: )'.*'/, '«$&»')])}${sound}`,
      severity: 'error',
      message: '"Trail" has one of the log group and the role for it, but not the other.',
    },
    {
      name: 'a role without the log group',
      template: `${replication}${trail([key, role.replace(/(?<=: )a.*/, '«$&»')])}${sound}`,
      severity: 'error',
    },
    {
      name: 'a bucket that everybody can read',
      template: `${replication}${trail(whole, '«!Ref Bucket»')}${bucket(check, write, everybody)}`,
      severity: 'error',
      message: '"Trail" has a bucket whose policy lets everybody in.',
    },
    {
      name: 'a bucket that trails of any account can write to',
      template: `${replication}${trail(whole, '«!Ref Bucket»')}${bucket(check, openWrite)}`,
      message:
        '"Trail" has a bucket that trails of any account can write to: its policy has no condition on aws:SourceArn.',
    },
    {
      name: 'a bucket that CloudTrail cannot check',
      template: `${replication}${trail(whole, '«!Ref Bucket»')}${bucket(write)}`,
      severity: 'warning',
      message:
        '"Trail" has a bucket that no policy lets CloudTrail check (s3:GetBucketAcl), so that nothing is delivered.',
    },
    {
      name: 'a bucket without a policy, written as JSON',
      template: `{
        "Resources": {
          "Replication": {
            "Type": "AWS::SSMIncidents::ReplicationSet",
            "Properties": { "Regions": [{ "RegionName": "eu-central-1" }] }
          },
          "Bucket": { "Type": "AWS::S3::Bucket" },
          "Trail": {
            "Type": "AWS::CloudTrail::Trail",
            "Properties": {
              "IsLogging": true,
              "S3BucketName": «{ "Ref": "Bucket" }»,
              "KMSKeyId": "alias/trail",
              "CloudWatchLogsLogGroupArn": "arn:aws:logs:eu-central-1:111122223333:log-group:trail:*",
              "CloudWatchLogsRoleArn": "arn:aws:iam::111122223333:role/trail"
            }
          }
        }
      }`,
      severity: 'warning',
    },
    {
      name: 'an event data store that is not protected, by a text',
      template: `${replication}
  Store: { Type: AWS::CloudTrail::EventDataStore, Properties: { TerminationProtectionEnabled: «'false'» } }`,
      message: '"Store" can be deleted by one call: its termination protection is off.',
    },
    {
      name: 'a plan with a trail without a log group, its bucket, and an event data store',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web' },
        '«aws_cloudtrail.t»': {
          name: 't',
          kms_key_id: 'alias/trail',
          s3_bucket_name: ref('«aws_s3_bucket.b.id»'),
        },
        'aws_s3_bucket.b': { bucket: 'audit' },
        'aws_s3_bucket_policy.b': {
          bucket: ref('aws_s3_bucket.b.id'),
          policy: JSON.stringify({
            Statement: {
              Effect: 'Allow',
              Principal: { Service: 'cloudtrail.amazonaws.com' },
              Action: ['s3:GetBucketAcl', 's3:PutObject'],
              Resource: '*',
            },
          }),
        },
        'aws_cloudtrail_event_data_store.s': {
          name: 's',
          termination_protection_enabled: marked('«', false),
        },
      }),
    },
  ],
  possible: [
    {
      name: 'a key in one arm of a condition',
      template: `${isProduction}${replication}${trail(['KMSKeyId: !If [IsProduction, alias/trail, !Ref AWS::NoValue]', logs, role], '!Ref Bucket', '«~Trail»')}${sound}`,
      when: 'not IsProduction',
    },
    {
      name: 'everybody in one arm of a condition',
      template: `${isProduction}${replication}${trail(whole, '«~!Ref Bucket»')}${bucket(check, write, `!If [IsProduction, ${tls}, ${everybody}]`)}`,
      severity: 'error',
      when: 'not IsProduction',
    },
    {
      name: 'a parameter whose default leaves the key out',
      template: `
Parameters: { Key: { Type: String, Default: '' } }${replication}${trail(['KMSKeyId: «~!Ref Key»', logs, role])}${sound}`,
      when: 'parameter Key keeps its default',
    },
  ],
  undecided: [
    {
      name: 'a bucket of elsewhere',
      template: `${replication}${trail(whole, '«?audit»')}`,
      reason: 'the bucket of the trail is declared outside the scanned files',
    },
    {
      name: 'an event data store of which CloudFormation documents no default',
      template: `${replication}\n  «?Store»: { Type: AWS::CloudTrail::EventDataStore }`,
      reason: 'CloudFormation documents no default of TerminationProtectionEnabled',
    },
    {
      name: 'a condition on the check that is judged at each call',
      template: `${replication}${trail(whole, '«?!Ref Bucket»')}${bucket(check.replace('StringEquals', "IpAddress: { 'aws:SourceIp': 10.0.0.0/8 }, StringEquals"), write)}`,
    },
    {
      name: 'a key that only a parameter gives',
      template: `
Parameters: { Key: { Type: String } }${replication}${trail(['KMSKeyId: «?!Ref Key»', logs, role])}${sound}`,
      reason: 'parameter Key has no default and no allowed values',
    },
  ],
});
