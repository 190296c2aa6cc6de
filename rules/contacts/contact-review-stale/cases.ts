import { cases, type RuleCase } from '../../../test/rule-cases.js';
import { marked, stateOf } from '../../../test/terraform-documents.js';

const settings = { contacts: { reviewTag: 'reviewed-on', maxAgeDays: 90 } };
const today = '2026-11-24';

/** A contact with tags, after other sections of the template. */
function contact(tags: string, sections = '', key = 'Ann'): string {
  return `${sections}
Resources:
  ${key}:
    Type: AWS::SSMContacts::Contact
    Properties:
      Alias: ann
      DisplayName: Ann
      Type: PERSONAL${tags}
`;
}

const reviewed = (day: string): string => `\n      Tags: [{ Key: reviewed-on, Value: ${day} }]`;
const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }";
const untagged = contact('');

function good(name: string, template: RuleCase['template']): RuleCase {
  return { name, template, settings, today };
}

export default cases({
  good: [
    good('reviewed the other day', contact(reviewed("'2026-11-01'"))),
    good('reviewed today', contact(reviewed("'2026-11-24'"))),
    good('reviewed as long ago as may be', contact(reviewed("'2026-08-26'"))),
    good('a day without quotes', contact(reviewed('2026-11-01'))),
    good('a day with its time', contact(reviewed("'2026-11-01T08:30:00Z'"))),
    good(
      'channels and plans take no tags',
      `
Resources:
  Plan:
    Type: AWS::SSMContacts::Plan
    Properties: { ContactId: !ImportValue ann, Stages: [] }`,
    ),
    { name: 'any contact where no tag is configured', template: untagged, today },
    good(
      'trap 72: the tag that the provider gives',
      stateOf({
        'aws_ssmcontacts_contact.ann': { arn: 'arn:c', tags: {}, tags_all: { 'reviewed-on': '2026-11-01' } },
      }),
    ),
  ],
  bad: [
    {
      name: 'no such tag',
      template: contact('', '', '«Ann»'),
      settings,
      today,
      severity: 'info',
      message: 'Contact "Ann" has no tag "reviewed-on", so nobody knows when it was last reviewed.',
    },
    {
      name: 'another tag only',
      template: contact("\n      Tags: «[{ Key: Reviewed-On, Value: '2026-11-01' }]»"),
      settings,
      today,
      severity: 'info',
    },
    {
      name: 'reviewed too long ago',
      template: contact(reviewed("«'2026-08-25'»")),
      settings,
      today,
      severity: 'warning',
      message: 'Contact "Ann" was last reviewed more than 90 days ago.',
    },
    {
      name: 'no day',
      template: contact(reviewed('«last spring»')),
      settings,
      today,
      severity: 'info',
      message: 'Contact "Ann" has no day such as 2026-01-31 in its tag "reviewed-on".',
    },
    {
      name: 'a day that the calendar has not',
      template: contact(reviewed("«'2026-02-30'»")),
      settings,
      today,
      severity: 'info',
    },
    {
      name: 'a day to come',
      template: contact(reviewed("«'2027-01-01'»")),
      settings,
      today,
      severity: 'info',
      message: 'Contact "Ann" says by its tag "reviewed-on" that it was reviewed in the future.',
    },
    {
      name: 'written as JSON',
      template: `{
        "Resources": {
          "Ann": {
            "Type": "AWS::SSMContacts::Contact",
            "Properties": {
              "Alias": "ann",
              "DisplayName": "Ann",
              "Type": "PERSONAL",
              "Tags": [{ "Key": "reviewed-on", "Value": «"2023-01-01"» }]
            }
          }
        }
      }`,
      settings,
      today,
    },
    {
      name: 'trap 72: a state, by tags_all',
      template: stateOf({
        'aws_ssmcontacts_contact.ann': {
          arn: 'arn:c',
          tags: {},
          tags_all: { 'reviewed-on': marked('«', '2023-01-01') },
        },
      }),
      settings,
      today,
    },
  ],
  possible: [
    {
      name: 'too long ago in one arm',
      template: contact(reviewed("!If [IsProd, '2026-11-01', «~'2024-01-01'»]"), isProd),
      settings,
      today,
      when: 'not IsProd',
    },
    {
      name: 'too long ago by default',
      template: contact(
        reviewed('«~!Ref Day»'),
        "Parameters: { Day: { Type: String, Default: '2024-01-01' } }",
      ),
      settings,
      today,
      when: 'parameter Day keeps its default',
    },
  ],
  undecided: [
    {
      name: 'a day that only deployment knows',
      template: contact(reviewed('«?!Ref Day»'), 'Parameters: { Day: { Type: String } }'),
      settings,
      today,
    },
    {
      name: 'a run that does not know its day',
      template: contact(reviewed("«?'2026-10-01'»")),
      settings,
      reason: 'the day of the run is not known',
    },
  ],
});
