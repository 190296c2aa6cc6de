import { cases } from '../../../test/rule-cases.js';
import { marked, stateOf } from '../../../test/terraform-documents.js';

const person = (name: string, type = 'PERSONAL'): string => `
  ${name}:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: ${name.toLowerCase()}, DisplayName: ${name}, Type: ${type} }`;

/** A rotation with members, among contacts and after other sections of the template. */
function rotation(
  members: string,
  onCalls = '1',
  sections = '',
  contacts = `${person('Ann')}${person('Bob')}`,
): string {
  return `${sections}
Resources:
  Week:
    Type: AWS::SSMContacts::Rotation
    Properties:
      Name: week
      ContactIds: ${members}
      StartTime: '2026-01-05T08:00:00'
      TimeZoneId: Europe/Berlin
      Recurrence:
        NumberOfOnCalls: ${onCalls}
        RecurrenceMultiplier: 1
        DailySettings: ['08:00']${contacts}
`;
}

const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }";
const many = (count: number): string =>
  Array.from({ length: count }, (_, index) => `!Ref P${String(index)}`).join(', ');
const crowd = (count: number): string =>
  Array.from({ length: count }, (_, index) => person(`P${String(index)}`)).join('');
export default cases({
  good: [
    { name: 'two persons', template: rotation('[!Ref Ann, !GetAtt Bob.Arn]') },
    { name: 'two persons who are both on call', template: rotation('[!Ref Ann, !Ref Bob]', "'2'") },
    { name: 'trap 19: thirty persons', template: rotation(`[${many(30)}]`, '1', '', crowd(30)) },
    {
      name: 'persons of another template',
      template: {
        'a.yaml': `Resources:${person('Ann')}${person('Bob')}
Outputs:
  Ann: { Value: !Ref Ann, Export: { Name: ann } }
  Bob: { Value: !Ref Bob, Export: { Name: bob } }`,
        'b.yaml': rotation('[!ImportValue ann, !ImportValue bob]', '1', '', ''),
      },
    },
    {
      name: 'the ARNs of a state',
      template: stateOf({
        'aws_ssmcontacts_contact.ann': { arn: 'arn:ann', alias: 'ann', type: 'PERSONAL' },
        'aws_ssmcontacts_contact.bob': { arn: 'arn:bob', alias: 'bob', type: 'PERSONAL' },
        'aws_ssmcontacts_rotation.week': {
          arn: 'arn:week',
          name: 'week',
          contact_ids: ['arn:ann', 'arn:bob'],
        },
      }),
    },
    {
      name: 'as many on call as there are in either arm',
      template: rotation(
        '!If [IsProd, [!Ref Ann, !Ref Bob, !Ref Eve], [!Ref Ann, !Ref Bob]]',
        '!If [IsProd, 3, 2]',
        isProd,
        `${person('Ann')}${person('Bob')}${person('Eve')}`,
      ),
    },
  ],
  bad: [
    {
      name: 'one person',
      template: rotation('«[!Ref Ann]»'),
      severity: 'warning',
      message: 'Rotation "Week" has one member only, whom nobody relieves.',
    },
    {
      name: 'nobody',
      template: rotation('«[]»'),
      severity: 'error',
      message: 'Rotation "Week" has no member, so that nobody is on call.',
    },
    {
      name: 'more on call than there are',
      template: rotation('[!Ref Ann, !Ref Bob]', '«3»'),
      severity: 'error',
      message: 'Rotation "Week" has fewer members than are on call at once.',
    },
    { name: 'more on call than there are, as a text', template: rotation('[!Ref Ann, !Ref Bob]', "«'3'»") },
    {
      name: 'the same person twice',
      template: rotation('[!Ref Ann, !Ref Bob, «!GetAtt Ann.Arn»]'),
      severity: 'warning',
      message: 'Rotation "Week" names the same member twice.',
    },
    {
      name: 'an escalation plan',
      template: rotation(
        '[!Ref Ann, «!Ref Team»]',
        '1',
        '',
        `${person('Ann')}${person('Team', 'ESCALATION')}`,
      ),
      severity: 'error',
      message: 'Rotation "Week" has a member that is no person, but an escalation plan or a schedule.',
    },
    {
      name: 'a channel where a contact belongs',
      template: rotation(
        '[!Ref Ann, «!Ref Sms»]',
        '1',
        '',
        `${person('Ann')}
  Sms:
    Type: AWS::SSMContacts::ContactChannel
    Properties: { ContactId: !Ref Ann, ChannelName: Mobile, ChannelType: SMS, ChannelAddress: '+49301234567' }`,
      ),
      severity: 'error',
      message: 'Rotation "Week" has a member that is no contact.',
    },
    {
      name: 'a schedule, by an import',
      template: {
        'a.yaml': `Resources:${person('Shifts', 'ONCALL_SCHEDULE')}
Outputs:
  Shifts: { Value: !Ref Shifts, Export: { Name: shifts } }`,
        'b.yaml': rotation('[!Ref Ann, «!ImportValue shifts»]'),
      },
    },
    { name: 'trap 19: thirty-one persons', template: rotation(`«[${many(31)}]»`, '1', '', crowd(31)) },
    {
      name: 'written as JSON',
      template: `{
        "Resources": {
          "Ann": {
            "Type": "AWS::SSMContacts::Contact",
            "Properties": { "Alias": "ann", "DisplayName": "Ann", "Type": "PERSONAL" }
          },
          "Week": {
            "Type": "AWS::SSMContacts::Rotation",
            "Properties": {
              "Name": "week",
              "ContactIds": «[{ "Ref": "Ann" }]»,
              "StartTime": "2026-01-05T08:00:00",
              "TimeZoneId": "Europe/Berlin",
              "Recurrence": { "NumberOfOnCalls": «2», "RecurrenceMultiplier": 1, "DailySettings": ["08:00"] }
            }
          }
        }
      }`,
      severity: ['warning', 'error'],
    },
    {
      name: 'an escalation plan in a configuration of Terraform’s',
      template: {
        'main.tf': `
resource "aws_ssmcontacts_contact" "ann" {
  alias = "ann"
  type  = "PERSONAL"
}

resource "aws_ssmcontacts_contact" "team" {
  alias = "team"
  type  = "ESCALATION"
}

resource "aws_ssmcontacts_rotation" "week" {
  contact_ids  = [aws_ssmcontacts_contact.ann.arn, «aws_ssmcontacts_contact.team.arn»]
  name         = "week"
  time_zone_id = "Europe/Berlin"
  recurrence {
    number_of_on_calls    = 1
    recurrence_multiplier = 1
    daily_settings {
      hour_of_day    = 8
      minute_of_hour = 0
    }
  }
}
`,
      },
    },
    {
      name: 'one person in a state',
      template: stateOf({
        'aws_ssmcontacts_contact.ann': { arn: 'arn:ann', alias: 'ann', type: 'PERSONAL' },
        'aws_ssmcontacts_rotation.week': {
          arn: 'arn:week',
          name: 'week',
          contact_ids: marked('«', ['arn:ann']),
        },
      }),
      severity: 'warning',
    },
  ],
  possible: [
    {
      name: 'one person in one arm',
      template: rotation('«~[!Ref Ann, !If [IsProd, !Ref Bob, !Ref AWS::NoValue]]»', '1', isProd),
      when: 'not IsProd',
      severity: 'warning',
    },
    {
      name: 'too many on call in one arm',
      template: rotation('[!Ref Ann, !Ref Bob]', '!If [IsProd, «~3», 1]', isProd),
      when: 'IsProd',
    },
    {
      name: 'a contact that is a person in one arm only',
      template: rotation(
        '[!Ref Ann, «~!Ref Bob»]',
        '1',
        isProd,
        `${person('Ann')}${person('Bob', '!If [IsProd, PERSONAL, ESCALATION]')}`,
      ),
      when: 'not IsProd',
    },
  ],
  undecided: [
    {
      name: 'a contact that is declared elsewhere',
      template: rotation('[!Ref Ann, «?arn:aws:ssm-contacts:eu-central-1:111122223333:contact/carl»]'),
    },
    {
      name: 'a contact that a custom resource looks up',
      template: rotation(
        '[!Ref Ann, «?!GetAtt Lookup.Arn»]',
        '1',
        '',
        `${person('Ann')}
  Lookup: { Type: Custom::Lookup, Properties: { ServiceToken: !ImportValue lookup } }`,
      ),
    },
    {
      name: 'how many are on call, only deployment knows',
      template: rotation('[!Ref Ann, !Ref Bob]', '«?!Ref Count»', 'Parameters: { Count: { Type: Number } }'),
    },
  ],
});
