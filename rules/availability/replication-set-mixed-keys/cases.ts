import { cases } from '../../../test/rule-cases.js';
import { marked, planOf, ref } from '../../../test/terraform-documents.js';

const key = (region: string): string => `arn:aws:kms:${region}:111122223333:key/1234abcd`;
const alias = 'arn:aws:kms:eu-west-1:111122223333:alias/incidents';

/** A replication set of two Regions with their configurations, after other sections of the template. */
function set(first: string, second: string, sections = '', marks = ['', '']): string {
  return `${sections}
Resources:
  Replication:
    Type: AWS::SSMIncidents::ReplicationSet
    Properties:
      Regions: ${marks[0] ?? ''}[{ RegionName: eu-central-1${first} }, { RegionName: eu-west-1${second} }]${marks[1] ?? ''}
`;
}

const keyed = (value: string): string => `, RegionConfiguration: { SseKmsKeyId: ${value} }`;
const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }";
const type = 'aws_ssmincidents_replication_set.main';
const found = ['«', '»'];

export default cases({
  good: [
    { name: 'no key at all', template: set('', '') },
    {
      name: 'a key for each Region',
      template: set(keyed(`'${key('eu-central-1')}'`), keyed(`'${key('eu-west-1')}'`)),
    },
    {
      name: 'a key of the template and one of an import',
      template: set(keyed('!GetAtt Key.Arn'), keyed(`!Sub 'arn:aws:kms:eu-west-1:\${AWS::AccountId}:key/1'`))
        .concat(`  Key:
    Type: AWS::KMS::Key
    Properties: { KeyPolicy: { Statement: [] } }
`),
    },
    {
      name: 'keys that come and go together',
      template: set(
        `, RegionConfiguration: !If [IsProd, { SseKmsKeyId: '${key('eu-central-1')}' }, !Ref AWS::NoValue]`,
        `, RegionConfiguration: !If [IsProd, { SseKmsKeyId: '${key('eu-west-1')}' }, !Ref AWS::NoValue]`,
        isProd,
      ),
    },
    {
      name: 'trap 63: DefaultKey is no key',
      template: planOf({
        [type]: { regions: [{ name: 'eu-central-1', kms_key_arn: 'DefaultKey' }, { name: 'eu-west-1' }] },
      }),
    },
    {
      name: 'keys of a configuration',
      template: {
        'main.tf': `
resource "aws_kms_key" "main" {}

resource "aws_ssmincidents_replication_set" "main" {
  regions {
    name        = "eu-central-1"
    kms_key_arn = aws_kms_key.main.arn
  }
  regions {
    name        = "eu-west-1"
    kms_key_arn = "${key('eu-west-1')}"
  }
}
`,
      },
    },
  ],
  bad: [
    {
      name: 'one key of two',
      template: set(keyed(`'${key('eu-central-1')}'`), '', '', found),
      message:
        'In replication set "Replication", some Regions have a customer managed key and others have none.',
    },
    {
      name: 'a key that only deployment creates, and none',
      template: set('', keyed('!GetAtt Key.Arn'), '', found).concat(`  Key:
    Type: AWS::KMS::Key
    Properties: { KeyPolicy: { Statement: [] } }
`),
    },
    {
      name: 'written as JSON',
      template: `{
        "Resources": {
          "Replication": {
            "Type": "AWS::SSMIncidents::ReplicationSet",
            "Properties": {
              "Regions": «[
                { "RegionName": "eu-central-1" },
                { "RegionName": "eu-west-1", "RegionConfiguration": { "SseKmsKeyId": "${key('eu-west-1')}" } }
              ]»
            }
          }
        }
      }`,
    },
    {
      name: 'trap 63: DefaultKey beside a key',
      template: planOf({
        [type]: {
          regions: marked('«', [
            { name: 'eu-central-1', kms_key_arn: 'DefaultKey' },
            { name: 'eu-west-1', kms_key_arn: key('eu-west-1') },
          ]),
        },
      }),
    },
    {
      name: 'trap 63: an alias, which the aws provider rejects',
      template: planOf({
        [type]: { regions: [{ name: 'eu-west-1', kms_key_arn: marked('«', alias) }] },
      }),
      message:
        'In replication set "aws_ssmincidents_replication_set.main", a key is named by its alias, which the provider refuses.',
    },
    {
      name: 'trap 63: an alias by reference',
      template: planOf({
        'aws_kms_alias.incidents': { name: 'alias/incidents', target_key_id: '1' },
        [type]: { regions: [{ name: 'eu-west-1', kms_key_arn: ref('«aws_kms_alias.incidents.arn»') }] },
      }),
    },
  ],
  possible: [
    {
      name: 'one of the keys under a condition',
      template: set(
        keyed(`'${key('eu-central-1')}'`),
        `, RegionConfiguration: !If [IsProd, { SseKmsKeyId: '${key('eu-west-1')}' }, !Ref AWS::NoValue]`,
        isProd,
        ['«~', '»'],
      ),
      when: 'not IsProd',
    },
  ],
  undecided: [
    {
      name: 'a configuration that another stack exports, beside none',
      template: set('', keyed('!ImportValue incident-key'), '', ['«?', '»']),
    },
  ],
});
