import { cases } from '../../../test/rule-cases.js';
import { marked, planOf } from '../../../test/terraform-documents.js';

/** An engagement plan whose stages are a YAML value in flow style. */
function plan(stages: string, sections = ''): string {
  return `${sections}Resources:
  AlicePlan:
    Type: AWS::SSMContacts::Plan
    Properties:
      ContactId: arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice
      Stages: ${stages}
`;
}

/** A target that retries after some minutes. */
function target(minutes: string): string {
  return `{ ChannelTargetInfo: { ChannelId: !ImportValue sms, RetryIntervalInMinutes: ${minutes} } }`;
}

/** A stage that lasts some minutes. */
function stage(minutes: string, targets = `[${target('1')}]`): string {
  return `[{ DurationInMinutes: ${minutes}, Targets: ${targets} }]`;
}

const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }\n";

function parameter(more: string): string {
  return `Parameters: { Minutes: { Type: Number${more} } }\n`;
}

export default cases({
  good: [
    { name: 'the most that is allowed', template: plan(stage('30', `[${target('60')}]`)) },
    { name: 'numbers in quotes', template: plan(stage("'10'", `[${target("'0'")}]`)) },
    { name: 'trap 14: no minutes, with a target', template: plan(stage('0')) },
    { name: 'minutes without a target', template: plan(stage('5', '[]')) },
    {
      name: 'a parameter whose allowed values are all in the range',
      template: plan(stage('!Ref Minutes'), parameter(', AllowedValues: [0, 5, 30]')),
    },
    {
      name: 'a row of a mapping',
      template: plan(
        stage('!FindInMap [Minutes, first, stage]'),
        'Mappings: { Minutes: { first: { stage: 5 } } }\n',
      ),
    },
    {
      name: 'a contact target, which has no retry interval',
      template: plan(
        stage('5', '[{ ContactTargetInfo: { ContactId: !ImportValue bob, IsEssential: true } }]'),
      ),
    },
    {
      name: 'trap 13: a stage of an on-call schedule has no duration',
      template: `Resources:
  Duty:
    Type: AWS::SSMContacts::Contact
    Properties:
      Alias: duty
      DisplayName: Duty
      Type: ONCALL_SCHEDULE
      Plan: [{ RotationIds: [!ImportValue rotation] }]
`,
    },
    {
      name: 'trap 15: Terraform does without the retry interval',
      template: {
        'main.tf': `
resource "aws_ssmcontacts_plan" "alice" {
  contact_id = "arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice"
  stage {
    duration_in_minutes = 30
    target {
      channel_target_info {
        contact_channel_id = "arn:aws:ssm-contacts:eu-central-1:111122223333:contact-channel/alice/1f0e"
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
      name: 'a stage of more than half an hour',
      template: plan(stage('«45»')),
      message: 'The duration 45 in "AlicePlan" is no whole number of minutes from 0 to 30.',
      severity: 'error',
    },
    {
      name: 'a stage of less than nothing and a retry after more than an hour',
      template: plan(stage("«'-1'»", `[${target('1')}, ${target('«61»')}]`)),
      message: [
        'The duration -1 in "AlicePlan" is no whole number of minutes from 0 to 30.',
        'The retry interval 61 in "AlicePlan" is no whole number of minutes from 0 to 60.',
      ],
    },
    { name: 'half a minute', template: plan(stage('«0.5»')) },
    { name: 'a duration with its unit', template: plan(stage("«'5m'»")) },
    {
      name: 'no minutes and no target',
      template: plan(stage('«0»', '[]')),
      message: 'The duration 0 in "AlicePlan" is that of a stage without targets, which AWS does not take.',
    },
    {
      name: 'both arms of a condition, in an inline plan',
      template: `${isProd}Resources:
  Alice:
    Type: AWS::SSMContacts::Contact
    Properties:
      Alias: alice
      DisplayName: Alice
      Type: PERSONAL
      Plan: [{ DurationInMinutes: «45», Targets: [!If [IsProd, ${target('5')}, ${target('10')}]] }]
`,
    },
    {
      name: 'no minutes where the targets are none in both arms',
      template: plan(stage('«0»', '!If [IsProd, [], !Ref AWS::NoValue]'), isProd),
    },
    {
      name: 'a parameter none of whose allowed values is in the range',
      template: plan(stage('«!Ref Minutes»'), parameter(', AllowedValues: [31, 60]')),
      message: 'The duration parameter Minutes in "AlicePlan" is no whole number of minutes from 0 to 30.',
    },
    {
      name: 'stages by an anchor, in two plans',
      template: `Resources:
  AlicePlan:
    Type: AWS::SSMContacts::Plan
    Properties: { ContactId: !ImportValue alice, Stages: &stages ${stage('««31»»')} }
  BobPlan:
    Type: AWS::SSMContacts::Plan
    Properties: { ContactId: !ImportValue bob, Stages: *stages }
`,
    },
    {
      name: 'as JSON',
      template: `{
  "Resources": {
    "Alice": {
      "Type": "AWS::SSMContacts::Contact",
      "Properties": {
        "Alias": "alice",
        "DisplayName": "Alice",
        "Type": "PERSONAL",
        "Plan": [
          {
            "DurationInMinutes": «"45"»,
            "Targets": [
              {
                "ChannelTargetInfo": {
                  "ChannelId": { "Fn::ImportValue": "sms" },
                  "RetryIntervalInMinutes": «90»
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
      name: 'in Terraform',
      template: {
        'main.tf': `
resource "aws_ssmcontacts_plan" "alice" {
  contact_id = "arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice"
  stage {
    duration_in_minutes = «45»
    target {
      channel_target_info {
        contact_channel_id        = "arn:aws:ssm-contacts:eu-central-1:111122223333:contact-channel/alice/1f0e"
        retry_interval_in_minutes = «90»
      }
    }
  }
}
`,
      },
    },
    {
      name: 'in a plan of Terraform’s for awscc',
      template: planOf({
        'awscc_ssmcontacts_plan.alice': {
          contact_id: 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice',
          stages: [{ duration_in_minutes: marked('«', 31), targets: [] }],
        },
      }),
    },
  ],
  possible: [
    {
      name: 'one arm of a condition',
      template: plan(stage('!If [IsProd, 5, «~45»]'), isProd),
      when: 'not IsProd',
    },
    {
      name: 'no minutes where a condition takes the target away',
      template: plan(stage('«~0»', `[!If [IsProd, ${target('1')}, !Ref AWS::NoValue]]`), isProd),
      when: 'not IsProd',
    },
    {
      name: 'a default out of the range',
      template: plan(stage('«~!Ref Minutes»'), parameter(', Default: 31')),
      when: 'parameter Minutes keeps its default',
    },
  ],
  undecided: [
    {
      name: 'a parameter',
      template: plan(stage('«?!Ref Minutes»'), parameter('')),
      reason: 'parameter Minutes has no default and no allowed values',
    },
    {
      name: 'a parameter with some allowed values in the range',
      template: plan(stage('«?!Ref Minutes»'), parameter(', AllowedValues: [15, 45]')),
      reason: 'parameter Minutes allows values that pass and values that do not',
    },
    {
      name: 'stages that a macro makes, once',
      template: plan("«?{ 'Fn::Transform': { Name: Stages } }»"),
    },
    {
      name: 'no minutes and targets that are not known',
      template: plan(stage('«?0»', "«?{ 'Fn::Transform': { Name: People } }»")),
    },
  ],
});
