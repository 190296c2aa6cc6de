import { cases } from '../../../test/rule-cases.js';
import { planOf, ref, stateOf } from '../../../test/terraform-documents.js';

/** A contact; the key carries the mark, and the stages are a YAML value in flow style. */
function contact(key: string, type = 'PERSONAL', stages?: string): string {
  return `  ${key}:
    Type: AWS::SSMContacts::Contact
    Properties:
      Alias: alice
      DisplayName: Alice
      Type: ${type}
${stages === undefined ? '' : `      Plan: ${stages}\n`}`;
}

/** An engagement plan of its own, with further lines before its properties. */
function plan(contactId: string, stages: string, attributes = ''): string {
  return `  AlicePlan:
    Type: AWS::SSMContacts::Plan
${attributes}    Properties: { ContactId: ${contactId}, Stages: ${stages} }
`;
}

function template(...resources: readonly string[]): string {
  return `Resources:\n${resources.join('')}`;
}

const toChannel = '{ ChannelTargetInfo: { ChannelId: !ImportValue sms, RetryIntervalInMinutes: 1 } }';
const staged = `[{ DurationInMinutes: 1, Targets: [${toChannel}] }]`;
const targetless = '[{ DurationInMinutes: 1 }]';
const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }\n";
const named = 'Parameters: { Name: { Type: String } }\n';
const onlyInProd = '    Condition: IsProd\n';
const arn = 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice';
const stagesOfTerraform = [
  { duration_in_minutes: 1, target: [{ channel_target_info: [{ contact_channel_id: 'arn:sms' }] }] },
];

export default cases({
  good: [
    { name: 'an inline plan', template: template(contact('Alice', 'PERSONAL', staged)) },
    {
      name: 'an inline plan of an escalation plan',
      template: template(
        contact(
          'Escalation',
          'ESCALATION',
          '[{ DurationInMinutes: 5, Targets: [{ ContactTargetInfo: { ContactId: !ImportValue bob, IsEssential: true } }] }]',
        ),
      ),
    },
    { name: 'a plan of its own', template: template(contact('Alice'), plan('!Ref Alice', staged)) },
    {
      name: 'a plan of its own by ARN',
      template: template(contact('Alice'), plan(arn, staged)),
    },
    {
      name: 'a plan of its own beside an empty inline one',
      template: template(contact('Alice', 'PERSONAL', '[]'), plan('!GetAtt Alice.Arn', staged)),
    },
    {
      name: 'trap 14: a stage without targets before one that has some',
      template: template(
        contact(
          'Alice',
          'PERSONAL',
          `[{ DurationInMinutes: 5 }, { DurationInMinutes: 0, Targets: [${toChannel}] }]`,
        ),
      ),
    },
    {
      name: 'trap 18: an on-call schedule, which has no stages',
      template: template(contact('Duty', 'ONCALL_SCHEDULE')),
    },
    {
      name: 'a plan in another file',
      template: {
        'people.yaml': `${template(contact('Alice'))}Outputs: { Alice: { Value: !Ref Alice, Export: { Name: alice } } }\n`,
        'plans.yaml': template(plan("!ImportValue 'alice'", staged)),
      },
    },
    {
      name: 'a plan in one arm of a condition, and an inline one in the other',
      template:
        isProd +
        template(
          contact('Alice', 'PERSONAL', `!If [IsProd, !Ref AWS::NoValue, ${staged}]`),
          plan('!Ref Alice', staged, onlyInProd),
        ),
    },
    {
      name: 'trap 17: a contact of Terraform’s, whose plan is a resource of its own',
      template: planOf({
        'aws_ssmcontacts_contact.alice': { alias: 'alice', type: 'PERSONAL' },
        'aws_ssmcontacts_plan.alice': {
          contact_id: ref('aws_ssmcontacts_contact.alice.arn'),
          stage: stagesOfTerraform,
        },
      }),
    },
    {
      name: 'a contact of awscc, which takes an inline plan',
      template: planOf({
        'awscc_ssmcontacts_contact.alice': {
          alias: 'alice',
          display_name: 'Alice',
          type: 'PERSONAL',
          plan: [
            {
              duration_in_minutes: 1,
              targets: [{ channel_target_info: { channel_id: 'arn:sms', retry_interval_in_minutes: 1 } }],
            },
          ],
        },
      }),
    },
    {
      name: 'a state that tells of the contact too, and a plan that has its engagement plan',
      template: {
        'state.json': stateOf({
          'aws_ssmcontacts_contact.alice': { alias: 'alice', type: 'PERSONAL', arn },
        }),
        'plan.json': planOf({
          'aws_ssmcontacts_contact.alice': { alias: 'alice', type: 'PERSONAL', arn },
          'aws_ssmcontacts_plan.alice': { contact_id: arn, stage: stagesOfTerraform },
        }),
      },
    },
    {
      name: 'a contact that a data source reads',
      template: {
        'main.tf': `
data "aws_ssmcontacts_contact" "alice" {
  arn = "${arn}"
}
`,
      },
    },
  ],
  bad: [
    {
      name: 'a contact that is given to a nested stack, whose template makes no plan',
      template: {
        'main.yaml': template(
          contact('«Alice»'),
          '  Other: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: other.yaml, Parameters: { Contact: !Ref Alice } } }\n',
        ),
        'other.yaml':
          'Parameters: { Contact: { Type: String } }\nResources: { Topic: { Type: AWS::SNS::Topic } }\n',
      },
    },
    {
      name: 'a contact alone',
      template: template(contact('«Alice»')),
      message: 'Whoever engages "Alice" reaches nobody: it has no engagement plan.',
      severity: 'error',
    },
    {
      name: 'an escalation plan alone',
      template: template(contact('«Escalation»', 'ESCALATION')),
    },
    {
      name: 'an empty inline plan',
      template: template(contact('«Alice»', 'PERSONAL', '[]')),
      message: 'Whoever engages "Alice" reaches nobody: it has no engagement plan.',
    },
    {
      name: 'an inline plan that is NoValue',
      template: template(contact('«Alice»', 'PERSONAL', '!Ref AWS::NoValue')),
    },
    {
      name: 'stages without targets, in a plan of its own',
      template: template(contact('«Alice»'), plan('!Ref Alice', targetless)),
      message: 'Whoever engages "Alice" reaches nobody: no stage of its engagement plan has a target.',
    },
    {
      name: 'a list of targets that is empty',
      template: template(contact('«Alice»', 'PERSONAL', '[{ DurationInMinutes: 1, Targets: [] }]')),
    },
    {
      name: 'a plan of another contact',
      template: template(contact('«Alice»'), plan(arn.replace('alice', 'bob'), staged)),
    },
    {
      name: 'as JSON',
      template: `{
  "Resources": {
    «"Alice"»: {
      "Type": "AWS::SSMContacts::Contact",
      "Properties": { "Alias": "alice", "DisplayName": "Alice", "Type": "PERSONAL", "Plan": [] }
    },
    "Sms": {
      "Type": "AWS::SSMContacts::ContactChannel",
      "Properties": {
        "ContactId": { "Ref": "Alice" },
        "ChannelName": "Mobile",
        "ChannelType": "SMS",
        "ChannelAddress": "+49301234567"
      }
    }
  }
}`,
    },
    {
      name: 'trap 17: a contact of Terraform’s without a plan resource',
      template: {
        'main.tf': `
resource "aws_ssmcontacts_contact" «"alice"» {
  alias = "alice"
  type  = "PERSONAL"
}

resource "aws_ssmcontacts_contact" "bob" {
  alias = "bob"
  type  = "PERSONAL"
}

resource "aws_ssmcontacts_plan" "bob" {
  contact_id = aws_ssmcontacts_contact.bob.arn
  stage {
    duration_in_minutes = 1
    target {
      channel_target_info {
        contact_channel_id = "arn:aws:ssm-contacts:eu-central-1:111122223333:contact-channel/bob/1f0e"
      }
    }
  }
}
`,
      },
    },
    {
      name: 'the basic example of the aws provider, whose only stage has no target',
      template: planOf({
        '«aws_ssmcontacts_contact.alice»': { alias: 'alice', type: 'PERSONAL' },
        'aws_ssmcontacts_plan.alice': {
          contact_id: ref('aws_ssmcontacts_contact.alice.arn'),
          stage: [{ duration_in_minutes: 1 }],
        },
      }),
    },
  ],
  possible: [
    {
      name: 'a plan under a condition',
      template: isProd + template(contact('«~Alice»'), plan('!Ref Alice', staged, onlyInProd)),
      when: 'not IsProd',
    },
    {
      name: 'an inline plan in one arm of a condition',
      template:
        isProd + template(contact('«~Alice»', 'PERSONAL', `!If [IsProd, ${staged}, !Ref AWS::NoValue]`)),
      when: 'not IsProd',
    },
    {
      name: 'the only target in one arm of a condition',
      template:
        isProd +
        template(
          contact(
            '«~Alice»',
            'PERSONAL',
            `[{ DurationInMinutes: 1, Targets: [!If [IsProd, !Ref AWS::NoValue, ${toChannel}]] }]`,
          ),
        ),
      when: 'IsProd',
    },
    {
      name: 'a contact that is an on-call schedule in one arm of a condition',
      template: isProd + template(contact('«~Alice»', '!If [IsProd, ONCALL_SCHEDULE, PERSONAL]')),
      when: 'not IsProd',
    },
  ],
  undecided: [
    {
      name: 'a plan of a contact that a parameter names',
      template: named + template(contact('«?Alice»'), plan('!Ref Name', staged)),
      reason: 'parameter Name has no default and no allowed values',
    },
    {
      name: 'a plan of a contact that is imported from elsewhere',
      template: template(contact('«?Alice»'), plan('!ImportValue alice', staged)),
      reason: 'the import alice is exported by none of the scanned files',
    },
    {
      name: 'a plan of a contact that a custom resource looks up',
      template: template(
        contact('«?Alice»'),
        plan('!GetAtt Lookup.ContactArn', staged),
        "  Lookup: { Type: 'Custom::Lookup', Properties: { ServiceToken: !ImportValue lookup } }\n",
      ),
      reason: 'Lookup is known only after deployment',
    },
    {
      name: 'a contact that is given to a module which is not among the files, once for each',
      template: {
        'main.tf': `
resource "aws_ssmcontacts_contact" «?"alice"» {
  alias = "alice"
  type  = "PERSONAL"
}

module "plan" {
  source   = "example.com/plans/aws"
  for_each = { alice = aws_ssmcontacts_contact.alice }
  contact  = each.value.arn
}
`,
      },
      reason:
        'it is given to a module, a nested stack or a custom resource that is not among the scanned files',
    },
    {
      name: 'a contact that is given to a nested stack which is not among the files',
      template: template(
        contact('«?Alice»'),
        "  Plans: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: 'https://example.com/a', Parameters: { Contact: !Ref Alice } } }\n",
      ),
    },
    {
      name: 'a contact that is given to a custom resource',
      template: template(
        contact('«?Alice»'),
        '  Plans: { Type: Custom::Plan, Properties: { ServiceToken: !ImportValue plans, Contact: !Ref Alice } }\n',
      ),
    },
    {
      name: 'stages that a macro makes',
      template: template(contact('«?Alice»', 'PERSONAL', "{ 'Fn::Transform': { Name: Stages } }")),
    },
    {
      name: 'a type that is not known',
      template: named + template(contact('«?Alice»', '!Ref Name')),
      reason: 'parameter Name has no default and no allowed values',
    },
  ],
});
