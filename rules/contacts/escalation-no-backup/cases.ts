import { cases } from '../../../test/rule-cases.js';
import { planOf, ref, stateOf } from '../../../test/terraform-documents.js';

const person = (name: string, type = 'PERSONAL'): string => `  ${name}:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: ${name.toLowerCase()}, DisplayName: ${name}, Type: ${type} }
`;
const people = `${person('Alice')}${person('Bob')}${person('Duty', 'ONCALL_SCHEDULE')}`;

const to = (contact: string): string => `{ ContactTargetInfo: { ContactId: ${contact}, IsEssential: true } }`;
const stage = (...contacts: readonly string[]): string =>
  `{ DurationInMinutes: 5, Targets: [${contacts.map(to).join(', ')}] }`;

/** An escalation plan, whose key carries the mark, among people and after other sections of the template. */
function escalation(stages: string, sections = '', key = '«Web»', type = 'ESCALATION'): string {
  return `${sections}Resources:
${people}  ${key}:
    Type: AWS::SSMContacts::Contact
    Properties:
      Alias: web
      DisplayName: Web
      Type: ${type}
      Plan: ${stages}
`;
}

const good = (stages: string, sections = ''): string => escalation(stages, sections, 'Web');
const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }\n";
const named = 'Parameters: { Name: { Type: String } }\n';
const arn = (alias: string): string => `arn:aws:ssm-contacts:eu-central-1:111122223333:contact/${alias}`;
const target = (contact: ReturnType<typeof ref> | string) => ({
  contact_target_info: [{ contact_id: contact, is_essential: true }],
});
const contactsOfTerraform = `
resource "aws_ssmcontacts_contact" "people" {
  for_each = toset(["alice", "bob"])
  alias    = each.key
  type     = "PERSONAL"
}

resource "aws_ssmcontacts_contact" WEB {
  alias = "web"
  type  = "ESCALATION"
}
`;

export default cases({
  good: [
    {
      name: 'somebody else in the second stage',
      template: good(`[${stage('!Ref Alice')}, ${stage('!Ref Bob')}]`),
    },
    {
      name: 'trap 14: two persons at once and without delay, and one of them again',
      template: good(`[${stage('!Ref Alice', '!Ref Bob').replace('5', '0')}, ${stage('!GetAtt Alice.Arn')}]`),
    },
    { name: 'an on-call schedule alone', template: good(`[${stage('!Ref Duty')}]`) },
    {
      name: 'a person and an on-call schedule at once',
      template: good(`[${stage('!Ref Alice', '!Ref Duty')}]`),
    },
    {
      name: 'two contacts that are declared elsewhere, one after the other',
      template: good(`[${stage(arn('carl'))}, ${stage(arn('dora'))}]`),
    },
    {
      name: 'somebody else by a plan of its own, in another file',
      template: {
        'web.yaml': `Resources:
${person('Web', 'ESCALATION')}Outputs: { Web: { Value: !Ref Web, Export: { Name: web } } }
`,
        'plan.yaml': `Resources:
${people}  Stages:
    Type: AWS::SSMContacts::Plan
    Properties:
      ContactId: !ImportValue web
      Stages: [${stage('!Ref Alice')}, ${stage('!Ref Bob')}]
`,
      },
    },
    { name: 'nobody at all, of which another rule tells', template: good('[{ DurationInMinutes: 5 }]') },
    {
      name: 'a person, whose plan engages channels',
      template: `Resources:
  Alice:
    Type: AWS::SSMContacts::Contact
    Properties:
      Alias: alice
      DisplayName: Alice
      Type: PERSONAL
      Plan: [{ DurationInMinutes: 5, Targets: [{ ChannelTargetInfo: { ChannelId: !ImportValue sms, RetryIntervalInMinutes: 1 } }] }]
`,
    },
    {
      name: 'a stage for each person of a for_each, in HCL',
      template: {
        'main.tf': `${contactsOfTerraform.replace('WEB', '"web"')}
resource "aws_ssmcontacts_plan" "web" {
  contact_id = aws_ssmcontacts_contact.web.arn
  dynamic "stage" {
    for_each = aws_ssmcontacts_contact.people
    content {
      duration_in_minutes = 5
      target {
        contact_target_info {
          contact_id   = stage.value.arn
          is_essential = true
        }
      }
    }
  }
}
`,
      },
    },
    {
      name: 'people of awscc in a plan of Terraform’s',
      template: planOf({
        'awscc_ssmcontacts_contact.alice': { alias: 'alice', display_name: 'Alice', type: 'PERSONAL' },
        'awscc_ssmcontacts_contact.bob': { alias: 'bob', display_name: 'Bob', type: 'PERSONAL' },
        'awscc_ssmcontacts_contact.web': {
          ...{ alias: 'web', display_name: 'Web', type: 'ESCALATION' },
          plan: ['alice', 'bob'].map((name) => ({
            duration_in_minutes: 5,
            targets: [
              {
                contact_target_info: {
                  contact_id: ref(`awscc_ssmcontacts_contact.${name}.arn`),
                  is_essential: true,
                },
              },
            ],
          })),
        },
      }),
    },
  ],
  bad: [
    {
      name: 'one person',
      template: escalation(`[${stage('!Ref Alice')}]`),
      message: 'Escalation plan "Web" engages one person only, so nobody steps in when there is no answer.',
      severity: 'warning',
    },
    {
      name: 'one person, again and again',
      template: escalation(`[${stage('!Ref Alice')}, ${stage('!GetAtt Alice.Arn')}, ${stage(arn('alice'))}]`),
    },
    {
      name: 'one person, and a stage that only lets time pass',
      template: escalation(`[${stage('!Ref Alice')}, { DurationInMinutes: 5 }]`),
    },
    {
      name: 'everybody at once',
      template: escalation(`[${stage('!Ref Alice', '!Ref Bob')}]`),
      message:
        'Escalation plan "Web" engages everybody in one stage, so nobody is left to ask when there is no answer.',
    },
    {
      name: 'one person, and another escalation plan, which cannot be engaged from here',
      template: `${escalation(`[${stage('!Ref Alice')}, ${stage('!Ref Other')}]`)}${person('Other', 'ESCALATION')}`,
    },
    {
      name: 'as JSON, with a plan of its own',
      template: `{
  "Resources": {
    "Alice": {
      "Type": "AWS::SSMContacts::Contact",
      "Properties": { "Alias": "alice", "DisplayName": "Alice", "Type": "PERSONAL" }
    },
    «"Web"»: {
      "Type": "AWS::SSMContacts::Contact",
      "Properties": { "Alias": "web", "DisplayName": "Web", "Type": "ESCALATION" }
    },
    "Stages": {
      "Type": "AWS::SSMContacts::Plan",
      "Properties": {
        "ContactId": { "Fn::GetAtt": ["Web", "Arn"] },
        "Stages": [
          {
            "DurationInMinutes": 5,
            "Targets": [{ "ContactTargetInfo": { "ContactId": { "Ref": "Alice" }, "IsEssential": true } }]
          }
        ]
      }
    }
  }
}`,
    },
    {
      name: 'one person in HCL, through a local value',
      template: {
        'main.tf': `${contactsOfTerraform.replace('WEB', '«"web"»')}
locals {
  first = aws_ssmcontacts_contact.people["alice"].arn
}

resource "aws_ssmcontacts_plan" "web" {
  contact_id = aws_ssmcontacts_contact.web.arn
  stage {
    duration_in_minutes = 5
    target {
      contact_target_info {
        contact_id   = local.first
        is_essential = true
      }
    }
  }
}
`,
      },
    },
    {
      name: 'one person in a plan of Terraform’s',
      template: planOf({
        'aws_ssmcontacts_contact.alice': { alias: 'alice', type: 'PERSONAL' },
        '«aws_ssmcontacts_contact.web»': { alias: 'web', type: 'ESCALATION' },
        'aws_ssmcontacts_plan.web': {
          contact_id: ref('aws_ssmcontacts_contact.web.arn'),
          stage: [{ duration_in_minutes: 5, target: [target(ref('aws_ssmcontacts_contact.alice.arn'))] }],
        },
      }),
    },
    {
      name: 'one person in a state',
      template: stateOf({
        'aws_ssmcontacts_contact.alice': { alias: 'alice', arn: arn('alice'), type: 'PERSONAL' },
        '«aws_ssmcontacts_contact.web»': { alias: 'web', arn: arn('web'), type: 'ESCALATION' },
        'aws_ssmcontacts_plan.web': {
          contact_id: arn('web'),
          stage: [{ duration_in_minutes: 5, target: [target(arn('alice'))] }],
        },
      }),
    },
  ],
  possible: [
    {
      name: 'somebody else in one arm of a condition',
      template: escalation(
        `[${stage('!Ref Alice')}, !If [IsProd, ${stage('!Ref Bob')}, !Ref AWS::NoValue]]`,
        isProd,
        '«~Web»',
      ),
      when: 'not IsProd',
    },
    {
      name: 'one person in one arm, and two at once in the other',
      template: escalation(`[${stage('!Ref Alice')}, !Ref AWS::NoValue]`, isProd, '«~«~Web»»').replace(
        to('!Ref Alice'),
        `${to('!Ref Alice')}, !If [IsProd, ${to('!Ref Bob')}, !Ref AWS::NoValue]`,
      ),
      when: ['IsProd', 'not IsProd'],
    },
    {
      name: 'a contact that is a schedule in one arm',
      template: escalation(`[${stage('!Ref Either')}]`, isProd, '«~Web»').replace(
        'Resources:\n',
        `Resources:\n${person('Either', '!If [IsProd, ONCALL_SCHEDULE, PERSONAL]')}`,
      ),
      when: 'not IsProd',
    },
  ],
  undecided: [
    {
      name: 'one contact that is declared elsewhere: a person, or a schedule',
      template: escalation(`[${stage(arn('carl'))}]`, '', '«?Web»'),
    },
    {
      name: 'somebody else by an import that nobody exports',
      template: escalation(`[${stage('!Ref Alice')}, ${stage('!ImportValue carl')}]`, '', '«?Web»'),
      reason: 'the import carl is exported by none of the scanned files',
    },
    {
      name: 'stages that a macro makes',
      template: escalation("{ 'Fn::Transform': { Name: Stages } }", '', '«?Web»'),
    },
    {
      name: 'a type that is not known',
      template: escalation(`[${stage('!Ref Alice')}]`, named, '«?Web»', '!Ref Name'),
      reason: 'parameter Name has no default and no allowed values',
    },
  ],
});
