import { cases } from '../../../test/rule-cases.js';
import { marked, planOf, stateOf } from '../../../test/terraform-documents.js';

/** A contact with more properties, after other sections of the template. */
function contact(properties: string, sections = '', key = 'Ann', attributes = ''): string {
  return `${sections}
Resources:
  ${key}:
    Type: AWS::SSMContacts::Contact${attributes}
    Properties:
      Alias: ann
      DisplayName: Ann
      Type: PERSONAL${properties}
`;
}

const team = '\n      Tags: [{ Key: team, Value: sre }]';
const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }";
const required = { tags: { required: ['team', 'stage'] } };
const address = 'aws_ssmcontacts_contact.ann';

const plan = (tags: string, incidentTags: string, key = 'Plan'): string => `
Resources:
  ${key}:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties:
      Name: web
      IncidentTemplate: { Title: Web is down, Impact: 1${incidentTags} }${tags}
`;

export default cases({
  good: [
    { name: 'a tag', template: contact(team) },
    { name: 'a tag for incidents, too', template: plan(team, ', IncidentTags: [{ Key: team, Value: sre }]') },
    {
      name: 'every required tag, one with a value that only deployment knows',
      template: contact(
        '\n      Tags: [{ Key: team, Value: sre }, { Key: !Ref Key, Value: !Ref AWS::StackName }]',
        'Parameters: { Key: { Type: String, AllowedValues: [stage] } }',
      ),
      settings: required,
    },
    {
      name: 'trap 11: channels and engagement plans take no tags',
      template: `
Resources:
  Sms:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: !ImportValue ann
      ChannelName: Mobile
      ChannelType: SMS
      ChannelAddress: '+49301234567'
  Plan:
    Type: AWS::SSMContacts::Plan
    Properties: { ContactId: !ImportValue ann, Stages: [] }`,
      settings: required,
    },
    {
      name: 'tags of the provider in a plan',
      template: planOf({ [address]: { tags_all: { team: 'sre' } } }),
    },
    {
      name: 'trap 72: tags of the provider in a configuration',
      template: {
        'main.tf': `
provider "aws" {
  default_tags {
    tags = {
      team  = "sre"
      stage = "prod"
    }
  }
}

resource "aws_ssmcontacts_contact" "ann" {
  alias = "ann"
  type  = "PERSONAL"
}
`,
      },
      settings: required,
    },
    {
      name: 'the list of the awscc provider',
      template: planOf({ 'awscc_ssmcontacts_contact.ann': { tags: [{ key: 'team', value: 'sre' }] } }),
    },
  ],
  bad: [
    {
      name: 'no tag',
      template: contact('', '', '«Ann»'),
      message: 'In the template, "Ann" has no tag.',
      severity: 'warning',
    },
    { name: 'an empty list', template: contact('\n      Tags: «[]»') },
    { name: 'AWS::NoValue', template: contact('\n      Tags: !Ref AWS::NoValue', '', '«Ann»') },
    {
      name: 'a rotation and a replication set',
      template: `
Resources:
  «Rotation»:
    Type: AWS::SSMContacts::Rotation
    Properties:
      Name: week
      ContactIds: [!ImportValue ann]
      StartTime: '2026-01-05T08:00:00'
      TimeZoneId: Europe/Berlin
      Recurrence: { NumberOfOnCalls: 1, RecurrenceMultiplier: 1, DailySettings: ['08:00'] }
  «Replication»:
    Type: AWS::SSMIncidents::ReplicationSet
    Properties: { Regions: [{ RegionName: eu-central-1 }] }`,
    },
    {
      name: 'a response plan whose incidents have no tag',
      template: plan(team, '', '«Plan»'),
      severity: 'info',
      message: 'Every incident of "Plan" has no tag.',
    },
    {
      name: 'one of the required tags',
      template: contact('\n      Tags: «[{ Key: team, Value: sre }]»'),
      settings: required,
      message: 'In the template, "Ann" has no tag "stage".',
    },
    {
      name: 'one of the required tags, beside one whose value keeps a default',
      template: contact(
        '\n      Tags: «[{ Key: team, Value: !Ref Team }]»',
        'Parameters: { Team: { Type: String, Default: sre } }',
      ),
      settings: required,
    },
    {
      name: 'keys are told apart by case',
      template: contact('\n      Tags: «[{ Key: Team, Value: sre }, { Key: stage, Value: prod }]»'),
      settings: required,
    },
    {
      name: 'written as JSON',
      template: `{
        "Resources": {
          «"Ann"»: {
            "Type": "AWS::SSMContacts::Contact",
            "Properties": { "Alias": "ann", "DisplayName": "Ann", "Type": "PERSONAL" }
          }
        }
      }`,
    },
    {
      name: 'trap 72: a state shows all tags, and there is none',
      template: stateOf({ [address]: { arn: 'arn:c', tags: null, tags_all: marked('«', {}) } }),
    },
    {
      name: 'trap 72: tags_all counts, not tags alone',
      template: stateOf({
        [address]: { arn: 'arn:c', tags: { team: 'sre' }, tags_all: marked('«', { team: 'sre' }) },
      }),
      settings: required,
    },
    {
      name: 'a configuration whose provider gives no tags',
      template: {
        'main.tf': `
resource "aws_ssmcontacts_contact" «"ann"» {
  alias = "ann"
  type  = "PERSONAL"
}
`,
      },
    },
  ],
  possible: [
    {
      name: 'a required tag whose key depends on a condition',
      template: contact('\n      Tags: «~[{ Key: !If [IsProd, team, squad], Value: sre }]»', isProd),
      settings: { tags: { required: ['team'] } },
      when: 'not IsProd',
    },
    {
      name: 'tags in one arm only',
      template: contact(
        '\n      Tags: !If [IsProd, [{ Key: team, Value: sre }], !Ref AWS::NoValue]',
        isProd,
        '«~Ann»',
      ),
      when: 'not IsProd',
    },
    {
      name: 'a contact that exists only under a condition',
      template: contact('', isProd, '«~Ann»', '\n    Condition: IsProd'),
      when: 'IsProd',
    },
  ],
  undecided: [
    {
      name: 'tags that a macro makes',
      template: contact("\n      Tags: «?{ 'Fn::Transform': { Name: Tags, Parameters: { Team: sre } } }»"),
      invalid: true,
    },
    {
      name: 'a required tag whose key only deployment knows',
      template: contact(
        '\n      Tags: «?[{ Key: team, Value: sre }, { Key: !Ref Key, Value: x }]»',
        'Parameters: { Key: { Type: String } }',
      ),
      settings: required,
    },
    {
      name: 'tags of a plan that are known only at apply',
      template: {
        'main.tf': `
variable "tags" {
  type = map(string)
}

resource "aws_ssmcontacts_contact" "ann" {
  alias = "ann"
  type  = "PERSONAL"
  tags  = «?var.tags»
}
`,
      },
    },
  ],
});
