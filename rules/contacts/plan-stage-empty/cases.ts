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

/** A contact with an inline plan. */
function contact(stages: string, type = 'PERSONAL'): string {
  return `Resources:
  Alice:
    Type: AWS::SSMContacts::Contact
    Properties:
      Alias: alice
      DisplayName: Alice
      Type: ${type}
      Plan: ${stages}
`;
}

const target = '{ ChannelTargetInfo: { ChannelId: !ImportValue sms, RetryIntervalInMinutes: 1 } }';
const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }\n";
const outside = 'Parameters: { People: { Type: CommaDelimitedList } }\n';

export default cases({
  good: [
    { name: 'a stage with a target', template: plan(`[{ DurationInMinutes: 5, Targets: [${target}] }]`) },
    {
      name: 'trap 14: a first stage of no minutes with a target',
      template: plan(`[{ DurationInMinutes: 0, Targets: [${target}] }]`),
    },
    { name: 'no stage at all', template: plan('[]') },
    { name: 'a contact without a plan', template: contact('!Ref AWS::NoValue') },
    {
      name: 'trap 13: a stage of an on-call schedule, which has rotations in place of targets',
      template: contact('[{ RotationIds: [!ImportValue rotation] }]', 'ONCALL_SCHEDULE'),
    },
    {
      name: 'a target that an item of Fn::If gives in both arms',
      template: plan(`[{ DurationInMinutes: 5, Targets: [!If [IsProd, ${target}, ${target}]] }]`, isProd),
    },
    {
      name: 'a stage of Terraform’s with a target',
      template: {
        'main.tf': `
resource "aws_ssmcontacts_plan" "alice" {
  contact_id = "arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice"
  stage {
    duration_in_minutes = 1
    target {
      contact_target_info {
        is_essential = true
        contact_id   = "arn:aws:ssm-contacts:eu-central-1:111122223333:contact/bob"
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
      name: 'the only stage without the property',
      template: plan('[«{ DurationInMinutes: 5 }»]'),
      message: 'A stage of "AlicePlan" has no target, so the plan engages nobody.',
      severity: 'error',
    },
    {
      name: 'a stage that only delays',
      template: plan(`[«{ DurationInMinutes: 5 }», { DurationInMinutes: 5, Targets: [${target}] }]`),
      message: 'A stage of "AlicePlan" has no target, so it only lets time pass.',
      severity: 'warning',
    },
    {
      name: 'two stages, one with an empty list',
      template: plan('[{ DurationInMinutes: 5, Targets: «[]» }, «{ DurationInMinutes: 5 }»]'),
      severity: ['error', 'error'],
    },
    {
      name: 'targets that are NoValue, inline',
      template: contact('[«{ DurationInMinutes: 5, Targets: !Ref AWS::NoValue }»]'),
      message: 'A stage of "Alice" has no target, so the plan engages nobody.',
    },
    {
      name: 'a list whose only item is NoValue',
      template: plan('[{ DurationInMinutes: 5, Targets: «[!Ref AWS::NoValue]» }]'),
    },
    {
      name: 'a stage beside one of which nothing is known',
      template: plan(
        "[«{ DurationInMinutes: 5 }», { DurationInMinutes: 5, Targets: «?{ 'Fn::Transform': { Name: People } }» }]",
      ),
      severity: 'warning',
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
        "Plan": [{ "DurationInMinutes": "5", "Targets": «[]» }]
      }
    }
  }
}`,
    },
    {
      name: 'the basic example of the aws provider',
      template: {
        'main.tf': `
resource "aws_ssmcontacts_plan" "alice" {
  contact_id = "arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice"
  stage «{
    duration_in_minutes = 1
  }»
}
`,
      },
      severity: 'error',
    },
    {
      name: 'an empty list of blocks in a plan of Terraform’s',
      template: planOf({
        'aws_ssmcontacts_plan.alice': {
          contact_id: 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice',
          stage: [{ duration_in_minutes: 1, target: marked('«', []) }],
        },
      }),
    },
  ],
  possible: [
    {
      name: 'a target in one arm of a condition',
      template: plan(
        `[{ DurationInMinutes: 5, Targets: «~[!If [IsProd, ${target}, !Ref AWS::NoValue]]» }]`,
        isProd,
      ),
      when: 'not IsProd',
      severity: 'warning',
    },
    {
      name: 'a stage that is there in one arm of a condition',
      template: plan(`[!If [IsProd, «~{ DurationInMinutes: 5 }», !Ref AWS::NoValue]]`, isProd),
      when: 'IsProd',
      severity: 'error',
    },
    {
      name: 'a plan under a condition',
      template: plan('[«~{ DurationInMinutes: 5 }»]', isProd).replace(
        '    Prop',
        '    Condition: IsProd\n    Prop',
      ),
      when: 'IsProd',
    },
  ],
  undecided: [
    {
      name: 'targets that a macro makes',
      template: plan("[{ DurationInMinutes: 5, Targets: «?{ 'Fn::Transform': { Name: People } }» }]"),
    },
    {
      name: 'targets that a parameter gives',
      template: plan('[{ DurationInMinutes: 5, Targets: «?!Ref People» }]', outside),
    },
    {
      name: 'stages that a macro makes',
      template: plan("«?{ 'Fn::Transform': { Name: Stages } }»"),
    },
  ],
});
