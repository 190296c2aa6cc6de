import { cases } from '../../../test/rule-cases.js';
import { planOf, ref, stateOf } from '../../../test/terraform-documents.js';

/** A contact; the key carries the mark. */
const contact = (key: string, alias = 'alice', type = 'PERSONAL', attributes = ''): string => `  ${key}:
    Type: AWS::SSMContacts::Contact
${attributes}    Properties: { Alias: ${alias}, DisplayName: Somebody, Type: ${type} }
`;

/** A response plan with further lines before its properties. */
const engaging = (engagements: string, attributes = ''): string => `  Plan:
    Type: AWS::SSMIncidents::ResponsePlan
${attributes}    Properties:
      Name: web
      IncidentTemplate: { Title: The web shop does not answer, Impact: 1 }
      Engagements: ${engagements}
`;

const stages = (owner: string, engaged: string): string => `  Stages:
    Type: AWS::SSMContacts::Plan
    Properties:
      ContactId: ${owner}
      Stages:
        - DurationInMinutes: 5
          Targets:
            - ContactTargetInfo: { ContactId: ${engaged}, IsEssential: true }
`;

const channel = `  Sms:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: !Ref Alice
      ChannelName: Mobile
      ChannelType: SMS
      ChannelAddress: '{{resolve:ssm:/oncall/alice/sms}}'
`;

const template = (...resources: readonly string[]): string => `Resources:\n${resources.join('')}`;
const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }\n";
const named = 'Parameters: { Name: { Type: String } }\n';
const onlyInProd = '    Condition: IsProd\n';
const arn = (alias: string): string => `arn:aws:ssm-contacts:eu-central-1:111122223333:contact/${alias}`;
const exported = 'Outputs: { Alice: { Value: !Ref Alice, Export: { Name: alice } } }\n';
const contactInHcl = (mark: string): string => `
resource "aws_ssmcontacts_contact" ${mark} {
  alias = "alice"
  type  = "PERSONAL"
}
`;
const sameContact = { alias: 'alice', arn: arn('alice'), type: 'PERSONAL' };
const titled = { incident_template: [{ title: 'The web shop does not answer', impact: 1 }] };

export default cases({
  good: [
    {
      name: 'engaged by a response plan',
      template: template(contact('Alice'), engaging('[!GetAtt Alice.Arn]')),
    },
    {
      name: 'engaged by a response plan, by ARN',
      template: template(contact('Alice'), engaging(`['${arn('alice')}']`)),
    },
    {
      name: 'trap 12: engaged by the Ref of its engagement plan, which is the ARN of the contact',
      template: template(
        contact('Web', 'web', 'ESCALATION'),
        engaging('[!Ref Stages]'),
        stages('!Ref Web', arn('bob')),
      ),
    },
    {
      name: 'engaged by an escalation plan that a response plan engages',
      template: template(
        contact('Web', 'web', 'ESCALATION'),
        contact('Alice'),
        engaging('[!Ref Web]'),
        stages('!Ref Web', '!Ref Alice'),
      ),
    },
    {
      name: 'a member of a rotation of a schedule, across files',
      template: {
        'people.yaml': template(contact('Alice')) + exported,
        'schedule.yaml': template(
          `  Duty:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: duty, DisplayName: Duty, Type: ONCALL_SCHEDULE, Plan: [{ RotationIds: [!Ref Week] }] }
  Week:
    Type: AWS::SSMContacts::Rotation
    Properties:
      Name: week
      ContactIds: [!ImportValue alice, '${arn('bob')}']
      StartTime: '2026-01-05T08:00:00'
      TimeZoneId: Europe/Berlin
      Recurrence: { NumberOfOnCalls: 1, RecurrenceMultiplier: 1, DailySettings: ['08:00'] }
`,
          engaging('[!Ref Duty]'),
        ),
      },
    },
    {
      name: 'named by a rule for events',
      template: template(
        contact('Alice'),
        `  Alarm:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.health] }
      Targets: [{ Id: alice, Arn: !Ref Alice }]
`,
      ),
    },
    {
      name: 'named by its ARN within a state machine',
      template: template(
        contact('Alice'),
        `  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !ImportValue machine
      DefinitionString: '{"States": {"Page": {"Parameters": {"ContactId": "${arn('alice')}"}}}}'
`,
      ),
    },
    {
      name: 'given to a nested stack',
      template: template(
        contact('Alice'),
        `  Plans:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: 'https://example.com/plans.yaml', Parameters: { Contact: !Ref Alice } }
`,
      ),
    },
    {
      name: 'engaged through a local value and a for expression',
      template: {
        'main.tf': `${contactInHcl('"alice"')}
locals {
  people = [for contact in [aws_ssmcontacts_contact.alice] : contact.arn]
}

resource "aws_ssmincidents_response_plan" "web" {
  name        = "web"
  engagements = local.people
  incident_template {
    title  = "The web shop does not answer"
    impact = 1
  }
}
`,
      },
    },
    {
      name: 'engaged in a plan of Terraform’s, and in the state beside it',
      template: {
        'plan.json': planOf({
          'aws_ssmcontacts_contact.alice': sameContact,
          'aws_ssmincidents_response_plan.web': {
            ...{ name: 'web', ...titled, engagements: [ref('aws_ssmcontacts_contact.alice.arn')] },
          },
        }),
        'state.json': stateOf({ 'aws_ssmcontacts_contact.alice': sameContact }),
      },
    },
  ],
  bad: [
    {
      name: 'a contact that has a channel and is engaged by nothing',
      template: template(contact('«Alice»'), channel),
      message: 'Contact "Alice" is engaged by nothing in the scanned files (1).',
      severity: 'info',
    },
    {
      name: 'a schedule that is engaged by nothing',
      template: template(contact('«Duty»', 'duty', 'ONCALL_SCHEDULE')),
    },
    {
      name: 'a contact whose own engagement plan is all that names it',
      template: template(contact('«Alice»'), stages('!Ref Alice', '!Ref Alice')),
    },
    {
      name: 'a contact beside one that is engaged',
      template: template(
        contact('Alice'),
        contact('«Bob»', 'bob'),
        engaging(`[!Ref Alice, '${arn('carl')}']`),
      ),
    },
    {
      name: 'as JSON',
      template: `{
  "Resources": {
    «"Alice"»: {
      "Type": "AWS::SSMContacts::Contact",
      "Properties": { "Alias": "alice", "DisplayName": "Alice", "Type": "PERSONAL" }
    }
  }
}`,
    },
    { name: 'a configuration of Terraform’s', template: { 'main.tf': contactInHcl('«"alice"»') } },
    {
      name: 'an output of a module that its caller does not use',
      template: {
        'main.tf': 'module "people" {\n  source = "./people"\n}\n',
        'people/main.tf': `${contactInHcl('«"alice"»')}
output "alice" {
  value = aws_ssmcontacts_contact.alice.arn
}
`,
      },
    },
    {
      name: 'a plan of Terraform’s',
      template: planOf({ '«aws_ssmcontacts_contact.alice»': { alias: 'alice', type: 'PERSONAL' } }),
    },
    { name: 'a state', template: stateOf({ '«aws_ssmcontacts_contact.alice»': sameContact }) },
  ],
  possible: [
    {
      name: 'engaged by a response plan under a condition',
      template: isProd + template(contact('«~Alice»'), engaging('[!Ref Alice]', onlyInProd)),
      when: 'not IsProd',
    },
    {
      name: 'engaged in one arm of a condition',
      template:
        isProd + template(contact('«~Alice»'), engaging(`[!If [IsProd, !Ref Alice, '${arn('bob')}']]`)),
      when: 'not IsProd',
    },
  ],
  undecided: [
    {
      name: 'an engagement that a parameter gives',
      template: named + template(contact('«?Alice»'), engaging('[!Ref Name]')),
      reason: 'parameter Name has no default and no allowed values',
    },
    {
      name: 'an export that none of the scanned files imports',
      template: template(contact('«?Alice»')) + exported,
      reason: 'an output gives its ARN to others, and they may engage it',
    },
    {
      name: 'an output of Terraform’s',
      template: {
        'main.tf': `${contactInHcl('«?"alice"»')}
output "people" {
  value = { alice = aws_ssmcontacts_contact.alice.arn }
}
`,
      },
    },
    {
      name: 'an output of a plan of Terraform’s',
      template: planOf(
        { '«?aws_ssmcontacts_contact.alice»': { alias: 'alice', type: 'PERSONAL' } },
        {
          configuration: {
            root_module: {
              outputs: {
                alice: {
                  expression: {
                    references: ['aws_ssmcontacts_contact.alice.arn', 'aws_ssmcontacts_contact.alice'],
                  },
                },
              },
            },
          },
        },
      ),
    },
    {
      name: 'a file beside it that cannot be read',
      template: { 'a.yaml': template(contact('«?Alice»')), 'b.yaml': 'Resources: { A: [' },
      problems: ['malformed-yaml'],
    },
  ],
});
