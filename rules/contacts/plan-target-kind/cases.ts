import { cases } from '../../../test/rule-cases.js';
import { planOf, ref } from '../../../test/terraform-documents.js';

/** A contact with an inline plan of one stage. The targets are YAML values in flow style. */
function contact(type: string, ...targets: readonly string[]): string {
  return `  Alice:
    Type: AWS::SSMContacts::Contact
    Properties:
      Alias: alice
      DisplayName: Alice
      Type: ${type}
      Plan: [{ DurationInMinutes: 5, Targets: [${targets.join(', ')}] }]
`;
}

/** A contact without a plan. */
function bare(name: string, type: string): string {
  return `  ${name}:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: ${name.toLowerCase()}, DisplayName: ${name}, Type: ${type} }
`;
}

/** An engagement plan of its own. */
function plan(contactId: string, ...targets: readonly string[]): string {
  return `  Plan:
    Type: AWS::SSMContacts::Plan
    Properties:
      ContactId: ${contactId}
      Stages: [{ DurationInMinutes: 5, Targets: [${targets.join(', ')}] }]
`;
}

function template(...resources: readonly string[]): string {
  return `Resources:\n${resources.join('')}`;
}

function toChannel(id: string): string {
  return `{ ChannelTargetInfo: { ChannelId: ${id}, RetryIntervalInMinutes: 1 } }`;
}

function toContact(id: string): string {
  return `{ ContactTargetInfo: { ContactId: ${id}, IsEssential: true } }`;
}

const sms = `  Sms:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: !Ref Alice
      ChannelName: Mobile
      ChannelType: SMS
      ChannelAddress: '+49301234567'
`;
const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }\n";
const named = 'Parameters: { Name: { Type: String } }\n';
const arn = 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/bob';
const channelArn = 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact-channel/alice/1f0e';

/** A contact of Terraform's. */
function person(name: string, type: string): string {
  return `
resource "aws_ssmcontacts_contact" "${name}" {
  alias = "${name}"
  type  = "${type}"
}
`;
}

export default cases({
  good: [
    { name: 'a person with a channel', template: template(contact('PERSONAL', toChannel('!Ref Sms')), sms) },
    {
      name: 'an escalation plan with a person and an on-call schedule',
      template: template(
        contact('ESCALATION', toContact('!Ref Bob'), toContact('!GetAtt Duty.Arn')),
        bare('Bob', 'PERSONAL'),
        bare('Duty', 'ONCALL_SCHEDULE'),
      ),
    },
    {
      name: 'trap 18: an on-call schedule with rotations in its plan',
      template: `Resources:
  Duty:
    Type: AWS::SSMContacts::Contact
    Properties:
      Alias: duty
      DisplayName: Duty
      Type: ONCALL_SCHEDULE
      Plan: [{ RotationIds: [!ImportValue rotation] }]
  Plan:
    Type: AWS::SSMContacts::Plan
    Properties: { ContactId: !Ref Duty, RotationIds: [!ImportValue rotation] }
`,
    },
    {
      name: 'the ARN of a channel',
      template: template(bare('Alice', 'PERSONAL'), plan('!Ref Alice', toChannel(channelArn))),
    },
    {
      name: 'types and targets that depend on one condition',
      template:
        isProd +
        template(
          contact(
            '!If [IsProd, ESCALATION, PERSONAL]',
            `!If [IsProd, ${toContact('!Ref Bob')}, ${toChannel('!Ref Sms')}]`,
          ),
          bare('Bob', 'PERSONAL'),
          sms,
        ),
    },
    {
      name: 'a person with a channel, in Terraform',
      template: {
        'main.tf': `${person('alice', 'PERSONAL')}
resource "aws_ssmcontacts_plan" "alice" {
  contact_id = aws_ssmcontacts_contact.alice.arn
  stage {
    duration_in_minutes = 1
    target {
      channel_target_info {
        contact_channel_id = "${channelArn}"
      }
    }
  }
}
`,
      },
    },
  ],
  bad: [
    {
      name: 'a person whose plan engages a contact',
      template: template(
        contact('PERSONAL', toContact('«!Ref Bob»'), toChannel('!Ref Sms')),
        bare('Bob', 'PERSONAL'),
        sms,
      ),
      message: 'In "Alice", a contact is the target, though a person is engaged through channels only.',
      severity: 'error',
    },
    {
      name: 'an escalation plan that engages a channel, by a plan of its own',
      template: template(
        bare('Escalation', 'ESCALATION'),
        plan('!Ref Escalation', toChannel(`«${channelArn}»`)),
      ),
      message: 'In "Plan", a channel is the target, though an escalation plan engages contacts only.',
    },
    {
      name: 'an escalation plan that engages another one',
      template: template(
        contact('ESCALATION', toContact('«!GetAtt Other.Arn»')),
        bare('Other', 'ESCALATION'),
      ),
      message:
        'In "Alice", an escalation plan is the target, though it can be engaged by response plans only.',
    },
    {
      name: 'an escalation plan that engages itself',
      template: template(
        bare('Escalation', 'ESCALATION'),
        plan('!Ref Escalation', toContact('«!Ref Escalation»')),
      ),
    },
    {
      name: 'trap 18: an on-call schedule with stages',
      template: template(
        bare('Duty', 'ONCALL_SCHEDULE'),
        plan('!Ref Duty', toContact(arn)).replace(/Stages: (.*)\n/, 'Stages: «$1»\n'),
      ),
      message:
        'In "Plan", there are stages, though the contact is an on-call schedule, which has rotations only.',
    },
    {
      name: 'a target with both',
      template: template(
        contact(
          'PERSONAL',
          `«{ ChannelTargetInfo: { ChannelId: !Ref Sms, RetryIntervalInMinutes: 1 }, ContactTargetInfo: { ContactId: ${arn}, IsEssential: true } }»`,
        ),
        sms,
      ),
      message: 'In "Alice", a target names both a channel and a contact, and can name only one.',
    },
    {
      name: 'a target with neither, because both are NoValue',
      template: template(
        contact(
          'PERSONAL',
          '«{ ChannelTargetInfo: !Ref AWS::NoValue, ContactTargetInfo: !Ref AWS::NoValue }»',
        ),
      ),
      message: 'In "Alice", a target names neither a channel nor a contact, so it engages nobody.',
    },
    {
      name: 'a contact where a channel belongs',
      template: template(contact('PERSONAL', toChannel('«!GetAtt Alice.Arn»'))),
      message: 'In "Alice", a contact stands where a channel belongs.',
    },
    {
      name: 'trap 12: the Ref of a plan, which is its contact, where a channel belongs',
      template: template(bare('Alice', 'PERSONAL'), plan('!Ref Alice', toChannel('«!Ref Plan»'))),
    },
    {
      name: 'a topic where a channel belongs',
      template: template(
        contact('PERSONAL', toChannel('«!Ref Topic»')),
        '  Topic: { Type: AWS::SNS::Topic }\n',
      ),
      message: 'In "Alice", something that is no channel stands where a channel belongs.',
    },
    {
      name: 'a rotation where a contact belongs',
      template: template(
        contact('ESCALATION', toContact('«!GetAtt Week.Arn»')),
        `  Week:
    Type: AWS::SSMContacts::Rotation
    Properties:
      Name: week
      ContactIds: [!ImportValue ann, !ImportValue bob]
      StartTime: '2026-01-05T08:00:00'
      TimeZoneId: Europe/Berlin
      Recurrence: { NumberOfOnCalls: 1, RecurrenceMultiplier: 1, DailySettings: ['08:00'] }
`,
      ),
      message: 'In "Alice", something that is no contact stands where a contact belongs.',
    },
    {
      name: 'a channel where a contact belongs',
      template: template(contact('ESCALATION', toContact("«!Sub '${Sms.Arn}'»")), sms),
      message: 'In "Alice", a channel stands where a contact belongs.',
    },
    {
      name: 'a contact of another file',
      template: {
        'people.yaml': `${template(bare('Alice', 'PERSONAL'))}Outputs: { Alice: { Value: !Ref Alice, Export: { Name: alice } } }\n`,
        'plans.yaml': template(plan('!ImportValue alice', toContact(`«${arn}»`))),
      },
    },
    {
      name: 'as JSON',
      template: `{
  "Resources": {
    "Escalation": {
      "Type": "AWS::SSMContacts::Contact",
      "Properties": {
        "Alias": "escalation",
        "DisplayName": "Escalation",
        "Type": "ESCALATION",
        "Plan": [
          {
            "DurationInMinutes": 5,
            "Targets": [
              {
                "ChannelTargetInfo": {
                  "ChannelId": «{ "Fn::ImportValue": "sms" }»,
                  "RetryIntervalInMinutes": 1
                }
              }
            ]
          }
        ]
      }
    }
  }
}`,
    },
    {
      name: 'trap 16: a target of Terraform’s that names no contact',
      template: {
        'main.tf': `${person('escalation', 'ESCALATION')}
resource "aws_ssmcontacts_plan" "escalation" {
  contact_id = aws_ssmcontacts_contact.escalation.arn
  stage {
    duration_in_minutes = 1
    target «{
      contact_target_info {
        is_essential = true
      }
    }»
  }
}
`,
      },
    },
    {
      name: 'a person whose plan engages a contact, in a plan of Terraform’s',
      template: planOf({
        'aws_ssmcontacts_contact.alice': { alias: 'alice', type: 'PERSONAL' },
        'aws_ssmcontacts_contact.bob': { alias: 'bob', type: 'PERSONAL' },
        'aws_ssmcontacts_plan.alice': {
          contact_id: ref('aws_ssmcontacts_contact.alice.arn'),
          stage: [
            {
              duration_in_minutes: 1,
              target: [
                {
                  contact_target_info: [
                    { is_essential: true, contact_id: ref('«aws_ssmcontacts_contact.bob.arn»') },
                  ],
                },
              ],
            },
          ],
        },
      }),
    },
  ],
  possible: [
    {
      name: 'a type in one arm of a condition',
      template:
        isProd + template(contact('!If [IsProd, ESCALATION, PERSONAL]', toChannel('«~!Ref Sms»')), sms),
      when: 'IsProd',
    },
    {
      name: 'a contact that is an escalation plan in one arm of a condition',
      template:
        isProd +
        template(
          contact('ESCALATION', toContact('«~!Ref Bob»')),
          bare('Bob', '!If [IsProd, ESCALATION, PERSONAL]'),
        ),
      when: 'IsProd',
    },
    {
      name: 'a target that is empty in one arm of a condition',
      template:
        isProd +
        template(
          contact(
            'PERSONAL',
            '«~{ ChannelTargetInfo: !If [IsProd, { ChannelId: !Ref Sms, RetryIntervalInMinutes: 1 }, !Ref AWS::NoValue] }»',
          ),
          sms,
        ),
      when: 'not IsProd',
    },
    {
      name: 'a plan of one contact or of another',
      template:
        isProd +
        template(
          bare('Alice', 'PERSONAL'),
          bare('Escalation', 'ESCALATION'),
          plan('!If [IsProd, !Ref Alice, !Ref Escalation]', toContact(`«~${arn}»`)),
        ).replace('contact/bob', 'contact/alice'),
      when: 'IsProd',
    },
    {
      name: 'a default that makes it an escalation plan',
      template:
        'Parameters: { Kind: { Type: String, Default: ESCALATION } }\n' +
        template(contact('!Ref Kind', toChannel('«~!Ref Sms»')), sms),
      when: 'parameter Kind keeps its default',
    },
  ],
  undecided: [
    {
      name: 'a plan of a contact that is imported from elsewhere, once for all its targets',
      template: template(
        plan('!ImportValue alice', toChannel('!ImportValue sms'), toChannel('!ImportValue mail')).replace(
          /Stages: (.*)/,
          'Stages: «?$1»',
        ),
      ),
      reason: 'the import alice is exported by none of the scanned files',
    },
    {
      name: 'a contact that is declared elsewhere',
      template: template(plan(arn, toChannel(channelArn)).replace(/Stages: (.*)/, 'Stages: «?$1»')),
      reason: 'the contact of the engagement plan is not declared in the scanned files',
    },
    {
      name: 'trap 25: an escalation plan whose member is declared elsewhere',
      template: template(contact('ESCALATION', toContact(`«?${arn}»`))),
    },
    {
      name: 'a type that a parameter gives',
      template:
        named +
        template(contact('!Ref Name', toChannel('!Ref Sms')).replace(/Plan: (.*)/, 'Plan: «?$1»'), sms),
      reason: 'parameter Name has no default and no allowed values',
    },
    {
      name: 'a target that a macro makes',
      template: template(contact('PERSONAL', "«?{ 'Fn::Transform': { Name: Target } }»")),
    },
  ],
});
