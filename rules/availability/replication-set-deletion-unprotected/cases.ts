import { cases } from '../../../test/rule-cases.js';
import { afterApply, marked, planOf, stateOf } from '../../../test/terraform-documents.js';

/** A replication set with a flag, after other sections of the template. */
function set(flag: string, sections = '', key = 'Replication'): string {
  return `${sections}
Resources:
  ${key}:
    Type: AWS::SSMIncidents::ReplicationSet
    Properties:
      Regions: [{ RegionName: eu-central-1 }, { RegionName: eu-west-1 }]${flag === '' ? '' : `\n      DeletionProtected: ${flag}`}
`;
}

const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }";
const regions = [{ name: 'eu-central-1' }, { name: 'eu-west-1' }];
const configuration = (name: string): string => `
resource "aws_ssmincidents_replication_set" ${name} {
  regions {
    name = "eu-central-1"
  }
  regions {
    name = "eu-west-1"
  }
}
`;

export default cases({
  good: [
    { name: 'a protected set', template: set('true') },
    { name: 'trap 74: the flag as a text', template: set("'true'") },
    { name: 'trap 74: the flag as YAML 1.1 writes it', template: set('yes') },
    {
      name: 'a flag in a mapping',
      template: set(
        '!FindInMap [Flags, all, protected]',
        'Mappings: { Flags: { all: { protected: true } } }',
      ),
    },
    {
      name: 'a parameter that allows nothing else',
      template: set('!Ref Protected', 'Parameters: { Protected: { Type: String, AllowedValues: ["true"] } }'),
    },
    {
      name: 'a protected set in a state of Terraform’s',
      template: stateOf({
        'aws_ssmincidents_replication_set.main': { arn: 'arn:r', regions, deletion_protected: true },
      }),
    },
    {
      name: 'a protected set of the awscc provider',
      template: planOf({
        'awscc_ssmincidents_replication_set.main': {
          regions: [{ region_name: 'eu-central-1' }],
          deletion_protected: true,
        },
      }),
    },
    {
      name: 'a configuration of Terraform’s beside a state that says it is protected',
      template: {
        'main.tf': configuration('"main"'),
        'state.json': stateOf({
          'aws_ssmincidents_replication_set.main': { arn: 'arn:r', regions, deletion_protected: true },
        }),
      },
    },
  ],
  bad: [
    {
      name: 'a set that does not say so: CloudFormation protects nothing by default',
      template: set('', '', '«Replication»'),
      message:
        'Replication set "Replication" can be deleted, and with it everything that Incident Manager holds.',
    },
    { name: 'a flag that is off', template: set('«false»') },
    { name: 'trap 74: a flag that is off, as a text', template: set("«'false'»") },
    { name: 'AWS::NoValue', template: set('!Ref AWS::NoValue', '', '«Replication»') },
    {
      name: 'written as JSON',
      template: `{
        "Resources": {
          "Replication": {
            "Type": "AWS::SSMIncidents::ReplicationSet",
            "Properties": { "Regions": [{ "RegionName": "eu-central-1" }], "DeletionProtected": «"false"» }
          }
        }
      }`,
    },
    {
      name: 'an unprotected set in a state',
      template: stateOf({
        'aws_ssmincidents_replication_set.main': {
          arn: 'arn:r',
          regions,
          deletion_protected: marked('«', false),
        },
      }),
    },
    {
      name: 'the default of the awscc provider',
      template: planOf({
        '«awscc_ssmincidents_replication_set.main»': { regions: [{ region_name: 'eu-central-1' }] },
      }),
    },
  ],
  possible: [
    {
      name: 'protected in one arm only',
      template: set('!If [IsProd, true, «~false»]', isProd),
      when: 'not IsProd',
    },
    {
      name: 'either arm',
      template: set("!If [IsProd, «~false», «~'false'»]", isProd),
      when: ['IsProd', 'not IsProd'],
    },
    {
      name: 'a set that exists only under a condition',
      template: `${isProd}
Resources:
  «~Replication»:
    Type: AWS::SSMIncidents::ReplicationSet
    Condition: IsProd
    Properties: { Regions: [{ RegionName: eu-central-1 }] }
`,
      when: 'IsProd',
    },
    {
      name: 'a default that is off',
      template: set('«~!Ref Protected»', 'Parameters: { Protected: { Type: String, Default: "false" } }'),
      when: 'parameter Protected keeps its default',
    },
  ],
  undecided: [
    {
      name: 'trap 64: the aws provider has no argument for it',
      template: { 'main.tf': configuration('«?"main"»') },
      reason: 'the aws provider has no argument for deletion protection',
    },
    {
      name: 'trap 64: nor does a plan that creates the set know',
      template: planOf({
        '«?aws_ssmincidents_replication_set.main»': { regions, deletion_protected: afterApply },
      }),
    },
    {
      name: 'allowed values that differ',
      template: set(
        '«?!Ref Protected»',
        'Parameters: { Protected: { Type: String, AllowedValues: ["true", "false"] } }',
      ),
    },
    {
      name: 'a parameter with neither default nor allowed values',
      template: set('«?!Ref Protected»', 'Parameters: { Protected: { Type: String } }'),
    },
  ],
});
