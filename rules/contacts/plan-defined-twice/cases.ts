import { cases } from '../../../test/rule-cases.js';
import { planOf, ref, stateOf } from '../../../test/terraform-documents.js';

const stages =
  '[{ DurationInMinutes: 5, Targets: [{ ChannelTargetInfo: { ChannelId: !ImportValue sms, RetryIntervalInMinutes: 1 } }] }]';

/** A contact, with an inline plan where stages are given. */
function contact(name: string, inline?: string): string {
  return `  ${name}:
    Type: AWS::SSMContacts::Contact
    Properties:
      Alias: ${name.toLowerCase()}
      DisplayName: ${name}
      Type: PERSONAL
${inline === undefined ? '' : `      Plan: ${inline}\n`}`;
}

/** An engagement plan of its own, with further lines before its properties; the key carries the mark. */
function plan(key: string, contactId: string, attributes = ''): string {
  return `  ${key}:
    Type: AWS::SSMContacts::Plan
${attributes}    Properties: { ContactId: ${contactId}, Stages: ${stages} }
`;
}

function template(...resources: readonly string[]): string {
  return `Resources:\n${resources.join('')}`;
}

const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }\n";
const isEither = isProd.replace(' }\n', ', IsTest: !Not [!Condition IsProd] }\n');
const named = 'Parameters: { Name: { Type: String } }\n';
const onlyInProd = '    Condition: IsProd\n';
const arn = 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice';

const stagesOfTerraform = [
  { duration_in_minutes: 1, target: [{ channel_target_info: [{ contact_channel_id: 'arn:sms' }] }] },
];

export default cases({
  good: [
    { name: 'one inline plan', template: template(contact('Alice', stages)) },
    { name: 'one plan of its own', template: template(contact('Alice'), plan('One', '!Ref Alice')) },
    {
      name: 'a plan of its own beside an inline one that is empty',
      template: template(contact('Alice', '[]'), plan('One', '!Ref Alice')),
    },
    {
      name: 'plans of two contacts',
      template: template(contact('Alice', stages), contact('Bob'), plan('One', '!Ref Bob')),
    },
    {
      name: 'one plan in each arm of a condition',
      template:
        isProd +
        template(
          contact('Alice', `!If [IsProd, ${stages}, !Ref AWS::NoValue]`),
          contact('Bob'),
          plan('One', '!If [IsProd, !Ref Bob, !Ref Alice]'),
        ),
    },
    {
      name: 'a plan for the same contact in each of two files that are deployed for themselves',
      template: {
        'frankfurt.yaml': template(contact('Alice'), plan('One', '!Ref Alice')),
        'ireland.yaml': template(contact('Alice'), plan('One', '!Ref Alice')),
      },
    },
    {
      name: 'a state and a plan that both tell of one engagement plan',
      template: {
        'state.json': stateOf({
          'aws_ssmcontacts_plan.alice': { id: arn, contact_id: arn, stage: stagesOfTerraform },
        }),
        'plan.json': planOf({
          'aws_ssmcontacts_plan.alice': { id: arn, contact_id: arn, stage: stagesOfTerraform },
        }),
      },
    },
    {
      name: 'one plan resource in Terraform',
      template: {
        'main.tf': `
resource "aws_ssmcontacts_contact" "alice" {
  alias = "alice"
  type  = "PERSONAL"
}

resource "aws_ssmcontacts_plan" "alice" {
  contact_id = aws_ssmcontacts_contact.alice.arn
  stage {
    duration_in_minutes = 1
  }
}
`,
      },
    },
  ],
  bad: [
    {
      name: 'an inline plan and one of its own',
      template: template(plan('«One»', '!Ref Alice'), contact('Alice', stages)),
      message:
        '"One" gives the contact of "Alice" another engagement plan: the last one deployed replaces it.',
      severity: 'error',
    },
    {
      name: 'two plans of their own, by different references',
      template: template(contact('Alice'), plan('One', '!Ref Alice'), plan('«Two»', "!Sub '${Alice.Arn}'")),
      message: '"Two" gives the contact of "One" another engagement plan: the last one deployed replaces it.',
    },
    {
      name: 'trap 12: a plan that names the contact by the Ref of the other plan',
      template: template(contact('Alice'), plan('One', '!Ref Alice'), plan('«Two»', '!Ref One')),
    },
    {
      name: 'a contact that is declared elsewhere, by its ARN',
      template: template(plan('One', arn), plan('«Two»', arn)),
    },
    {
      name: 'a contact that one parameter gives to both',
      template: named + template(plan('One', '!Ref Name'), plan('«Two»', '!Ref Name')),
    },
    {
      name: 'a plan in another file',
      template: {
        'people.yaml': `${template(contact('Alice', stages))}Outputs: { Alice: { Value: !Ref Alice, Export: { Name: alice } } }\n`,
        'plans.yaml': template(plan('«One»', '!ImportValue alice')),
      },
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
        "Plan": [{ "DurationInMinutes": 5 }]
      }
    },
    «"AlicePlan"»: {
      "Type": "AWS::SSMContacts::Plan",
      "Properties": {
        "ContactId": { "Fn::GetAtt": ["Alice", "Arn"] },
        "Stages": [{ "DurationInMinutes": 5 }]
      }
    }
  }
}`,
    },
    {
      name: 'two plan resources in Terraform',
      template: {
        'main.tf': `
resource "aws_ssmcontacts_contact" "alice" {
  alias = "alice"
  type  = "PERSONAL"
}

resource "aws_ssmcontacts_plan" "day" {
  contact_id = aws_ssmcontacts_contact.alice.arn
  stage {
    duration_in_minutes = 1
  }
}

resource "aws_ssmcontacts_plan" «"night"» {
  contact_id = aws_ssmcontacts_contact.alice.arn
  stage {
    duration_in_minutes = 1
  }
}
`,
      },
    },
    {
      name: 'two plan resources in one state',
      template: stateOf({
        'aws_ssmcontacts_plan.day': { id: arn, contact_id: arn, stage: stagesOfTerraform },
        '«aws_ssmcontacts_plan.night»': { id: arn, contact_id: arn, stage: stagesOfTerraform },
      }),
    },
    {
      name: 'a plan resource of awscc beside the plan of its contact',
      template: planOf({
        'awscc_ssmcontacts_contact.alice': {
          alias: 'alice',
          type: 'PERSONAL',
          plan: [{ duration_in_minutes: 1, targets: [] }],
        },
        '«awscc_ssmcontacts_plan.alice»': {
          contact_id: ref('awscc_ssmcontacts_contact.alice.arn'),
          stages: [{ duration_in_minutes: 1, targets: [] }],
        },
      }),
    },
  ],
  possible: [
    {
      name: 'a second plan under a condition',
      template:
        isProd +
        template(contact('Alice'), plan('One', '!Ref Alice'), plan('«~Two»', '!Ref Alice', onlyInProd)),
      when: 'IsProd',
    },
    {
      name: 'an inline plan in one arm of a condition',
      template:
        isProd +
        template(
          contact('Alice', `!If [IsProd, ${stages}, !Ref AWS::NoValue]`),
          plan('«~One»', '!Ref Alice'),
        ),
      when: 'IsProd',
    },
    {
      name: 'three plans, two of which are never deployed together',
      template:
        isEither +
        template(
          contact('Alice'),
          plan('One', '!Ref Alice', onlyInProd),
          plan('Two', '!Ref Alice', '    Condition: IsTest\n'),
          plan('«~Three»', '!Ref Alice', '    Condition: IsTest\n'),
        ),
    },
  ],
  undecided: [
    {
      name: 'a plan of a contact that a parameter names, beside another plan',
      template: named + template(contact('Alice', stages), plan('«?One»', '!Ref Name')),
      reason: 'parameter Name has no default and no allowed values',
    },
    {
      name: 'an inline plan that a macro makes, beside another plan',
      template: template(
        contact('Alice', "{ 'Fn::Transform': { Name: Stages } }"),
        plan('«?One»', '!Ref Alice'),
      ),
    },
  ],
});
