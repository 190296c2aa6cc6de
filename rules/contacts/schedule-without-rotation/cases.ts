import { cases } from '../../../test/rule-cases.js';
import { planOf, ref, stateOf } from '../../../test/terraform-documents.js';

/** A contact; the key carries the mark, and the plan is a YAML value in flow style. */
function contact(key: string, plan?: string, type = 'ONCALL_SCHEDULE', attributes = ''): string {
  return `  ${key}:
    Type: AWS::SSMContacts::Contact
${attributes}    Properties:
      Alias: duty
      DisplayName: Duty
      Type: ${type}
${plan === undefined ? '' : `      Plan: ${plan}\n`}`;
}

const week = `  Week:
    Type: AWS::SSMContacts::Rotation
    Properties:
      Name: week
      ContactIds: [!ImportValue alice, !ImportValue bob]
      StartTime: '2026-01-05T08:00:00'
      TimeZoneId: Europe/Berlin
      Recurrence: { NumberOfOnCalls: 1, RecurrenceMultiplier: 1, DailySettings: ['08:00'] }
`;

/** An engagement plan of its own, with further lines before its properties. */
const planned = (rotations: string, owner = '!Ref Duty', attributes = ''): string => `  DutyPlan:
    Type: AWS::SSMContacts::Plan
${attributes}    Properties: { ContactId: ${owner}, RotationIds: ${rotations} }
`;

const template = (...resources: readonly string[]): string => `Resources:\n${resources.join('')}`;
const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }\n";
const named = 'Parameters: { Name: { Type: String } }\n';
const onlyInProd = '    Condition: IsProd\n';
const arn = 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/duty';
const rotationArn = (name: string): string =>
  `arn:aws:ssm-contacts:eu-central-1:111122223333:rotation/${name}`;
const many = (count: number): string =>
  Array.from({ length: count }, (_, index) => rotationArn(String(index))).join(', ');

export default cases({
  good: [
    {
      name: 'trap 13: rotations in the contact',
      template: template(contact('Duty', '[{ RotationIds: [!Ref Week] }]'), week),
    },
    {
      name: 'rotations in a plan of its own',
      template: template(contact('Duty'), week, planned('[!GetAtt Week.Arn]')),
    },
    {
      name: 'a rotation that is declared elsewhere',
      template: template(contact('Duty', `[{ RotationIds: ['${rotationArn('week')}'] }]`)),
    },
    {
      name: 'a rotation that is imported, and nobody exports',
      template: template(contact('Duty', '[{ RotationIds: [!ImportValue week] }]')),
    },
    {
      name: 'a rotation by an import, of a schedule by an import',
      template: {
        'duty.yaml': `${template(contact('Duty'))}Outputs: { Duty: { Value: !Ref Duty, Export: { Name: duty } } }\n`,
        'plan.yaml': template(week, planned('[!Ref Week]', '!ImportValue duty')),
      },
    },
    { name: 'eight rotations', template: template(contact('Duty', `[{ RotationIds: [${many(8)}] }]`)) },
    {
      name: 'nine rotations, never more than eight of them at once',
      template:
        isProd +
        template(contact('Duty', `[{ RotationIds: !If [IsProd, [${many(8)}], [!Ref Week]] }]`), week),
    },
    { name: 'a person, who has none', template: template(contact('Alice', undefined, 'PERSONAL')) },
    {
      name: 'a plan in one arm of a condition, and rotations in the contact in the other',
      template:
        isProd +
        template(
          contact('Duty', '!If [IsProd, !Ref AWS::NoValue, [{ RotationIds: [!Ref Week] }]]'),
          week,
          planned('[!Ref Week]', '!Ref Duty', onlyInProd),
        ),
    },
    {
      name: 'trap 18: rotations in the plan resource of awscc',
      template: planOf({
        'awscc_ssmcontacts_contact.duty': {
          ...{ alias: 'duty', display_name: 'Duty', type: 'ONCALL_SCHEDULE' },
        },
        'awscc_ssmcontacts_plan.duty': {
          contact_id: ref('awscc_ssmcontacts_contact.duty.arn'),
          rotation_ids: [rotationArn('week')],
        },
      }),
    },
    {
      name: 'rotations in the contact of awscc, in HCL',
      template: {
        'main.tf': `
resource "awscc_ssmcontacts_rotation" "week" {
  name         = "week"
  contact_ids  = ["${arn}"]
  start_time   = "2026-01-05T08:00:00"
  time_zone_id = "Europe/Berlin"
  recurrence = {
    number_of_on_calls    = 1
    recurrence_multiplier = 1
    daily_settings        = ["08:00"]
  }
}

resource "awscc_ssmcontacts_contact" "duty" {
  alias        = "duty"
  display_name = "Duty"
  type         = "ONCALL_SCHEDULE"
  plan         = [{ rotation_ids = [awscc_ssmcontacts_rotation.week.arn] }]
}
`,
      },
    },
    {
      name: 'rotations of the aws provider, in a state',
      template: stateOf({
        'aws_ssmcontacts_contact.duty': {
          ...{ alias: 'duty', arn, type: 'ONCALL_SCHEDULE', rotation_ids: [rotationArn('week')] },
        },
      }),
    },
  ],
  bad: [
    {
      name: 'a schedule alone',
      template: template(contact('«Duty»')),
      message: 'On-call schedule "Duty" has no rotation, so nobody is on call.',
      severity: 'error',
    },
    { name: 'an empty plan', template: template(contact('«Duty»', '[]')) },
    { name: 'an empty list of rotations', template: template(contact('«Duty»', '[{ RotationIds: [] }]')) },
    { name: 'a plan that is NoValue', template: template(contact('«Duty»', '!Ref AWS::NoValue')) },
    {
      name: 'an empty list of rotations in a plan of its own',
      template: template(contact('«Duty»'), planned('[]')),
    },
    {
      name: 'trap 18: stages in place of rotations',
      template: template(
        contact(
          '«Duty»',
          '[{ DurationInMinutes: 5, Targets: [{ ContactTargetInfo: { ContactId: !ImportValue alice, IsEssential: true } }] }]',
        ),
      ),
    },
    {
      name: 'a person where a rotation belongs',
      template: template(
        contact('«Duty»', '[{ RotationIds: [!Ref Alice] }]'),
        contact('Alice', undefined, 'PERSONAL').replace('duty', 'alice'),
      ),
    },
    {
      name: 'nine rotations',
      template: template(contact('«Duty»', `[{ RotationIds: [${many(9)}] }]`)),
      message: 'On-call schedule "Duty" has more than 8 rotations.',
    },
    {
      name: 'nine rotations in a plan of its own',
      template: template(contact('Duty'), planned(`[${many(9)}]`).replace('DutyPlan', '«DutyPlan»')),
    },
    {
      name: 'as JSON',
      template: `{
  "Resources": {
    «"Duty"»: {
      "Type": "AWS::SSMContacts::Contact",
      "Properties": { "Alias": "duty", "DisplayName": "Duty", "Type": "ONCALL_SCHEDULE" }
    }
  }
}`,
    },
    {
      name: 'trap 18: a schedule of the aws provider, which had no argument for rotations',
      template: {
        'main.tf': `
resource "aws_ssmcontacts_contact" «"duty"» {
  alias = "duty"
  type  = "ONCALL_SCHEDULE"
}
`,
      },
      message:
        'On-call schedule "aws_ssmcontacts_contact.duty" has no rotation, so nobody is on call: where the aws provider knows no rotation_ids, awscc does.',
    },
    {
      name: 'a schedule of awscc in a plan',
      template: planOf({
        '«awscc_ssmcontacts_contact.duty»': {
          ...{ alias: 'duty', display_name: 'Duty', type: 'ONCALL_SCHEDULE' },
        },
      }),
      message: 'On-call schedule "awscc_ssmcontacts_contact.duty" has no rotation, so nobody is on call.',
    },
    {
      name: 'a schedule in a state, without rotations',
      template: stateOf({
        '«aws_ssmcontacts_contact.duty»': { alias: 'duty', arn, type: 'ONCALL_SCHEDULE' },
      }),
    },
  ],
  possible: [
    {
      name: 'a plan under a condition',
      template: isProd + template(contact('«~Duty»'), week, planned('[!Ref Week]', '!Ref Duty', onlyInProd)),
      when: 'not IsProd',
    },
    {
      name: 'the only rotation in one arm of a condition',
      template:
        isProd +
        template(contact('«~Duty»', '[{ RotationIds: [!If [IsProd, !Ref Week, !Ref AWS::NoValue]] }]'), week),
      when: 'not IsProd',
    },
    {
      name: 'a contact that is a schedule in one arm of a condition',
      template: isProd + template(contact('«~Duty»', undefined, '!If [IsProd, ONCALL_SCHEDULE, PERSONAL]')),
      when: 'IsProd',
    },
    {
      name: 'nine rotations in one arm of a condition',
      template:
        isProd +
        template(
          contact('«~Duty»', `[{ RotationIds: [${many(8)}, !If [IsProd, !Ref Week, !Ref AWS::NoValue]] }]`),
          week,
        ),
      when: 'IsProd',
    },
    {
      name: 'a list that a parameter leaves empty',
      template: `Parameters: { Rotations: { Type: CommaDelimitedList, Default: '' } }\n${template(
        contact('«~Duty»', '[{ RotationIds: !Ref Rotations }]'),
      )}`,
      when: 'parameter Rotations keeps its default',
    },
  ],
  undecided: [
    {
      name: 'a list that a parameter gives',
      template: `Parameters: { Rotations: { Type: CommaDelimitedList } }\n${template(
        contact('«?Duty»', '[{ RotationIds: !Ref Rotations }]'),
      )}`,
      reason: 'parameter Rotations has no default and no allowed values',
    },
    {
      name: 'a plan of a contact that is imported from elsewhere',
      template: template(contact('«?Duty»'), week, planned('[!Ref Week]', '!ImportValue duty')),
      reason: 'the import duty is exported by none of the scanned files',
    },
    {
      name: 'a type that is not known',
      template: named + template(contact('«?Duty»', undefined, '!Ref Name')),
      reason: 'parameter Name has no default and no allowed values',
    },
    {
      name: 'a list of Terraform’s that a variable gives',
      template: {
        'main.tf': `
variable "rotations" {
  type = list(string)
}

resource "awscc_ssmcontacts_contact" «?"duty"» {
  alias        = "duty"
  display_name = "Duty"
  type         = "ONCALL_SCHEDULE"
  plan         = [{ rotation_ids = var.rotations }]
}
`,
      },
    },
  ],
});
