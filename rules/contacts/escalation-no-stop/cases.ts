import { cases } from '../../../test/rule-cases.js';
import { planOf, ref, stateOf } from '../../../test/terraform-documents.js';

const to = (contact: string, isEssential: string): string =>
  `{ ContactTargetInfo: { ContactId: ${contact}, IsEssential: ${isEssential} } }`;

/** An escalation plan of two stages, whose key carries the mark, after other sections of the template. */
function escalation(
  first: string,
  second: string,
  key = '«Web»',
  sections = '',
  type = 'ESCALATION',
): string {
  return `${sections}Resources:
  ${key}:
    Type: AWS::SSMContacts::Contact
    Properties:
      Alias: web
      DisplayName: Web
      Type: ${type}
      Plan:
        - { DurationInMinutes: 5, Targets: [${first}] }
        - { DurationInMinutes: 5, Targets: [${second}] }
`;
}

const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }\n";
const flag = 'Parameters: { Essential: { Type: String } }\n';
const named = 'Parameters: { Name: { Type: String } }\n';
const [alice, bob] = ['!ImportValue alice', '!ImportValue bob'];
const arn = (alias: string): string => `arn:aws:ssm-contacts:eu-central-1:111122223333:contact/${alias}`;
const stageOfTerraform = (isEssential: boolean) => ({
  duration_in_minutes: 5,
  target: [{ contact_target_info: [{ contact_id: arn('alice'), is_essential: isEssential }] }],
});

export default cases({
  good: [
    {
      name: 'an essential contact in the last stage',
      template: escalation(to(alice, 'false'), to(bob, 'true'), 'Web'),
    },
    { name: 'a text for true', template: escalation(to(alice, "'true'"), to(bob, 'false'), 'Web') },
    {
      name: 'one essential contact in either arm',
      template: escalation(
        to(alice, '!If [IsProd, true, false]'),
        to(bob, '!If [IsProd, false, true]'),
        'Web',
        isProd,
      ),
    },
    {
      name: 'no contact at all, of which another rule tells',
      template: `Resources:
  Web:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: web, DisplayName: Web, Type: ESCALATION, Plan: [{ DurationInMinutes: 5 }] }
`,
    },
    {
      name: 'a person, who has channels',
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
      name: 'an essential contact in HCL',
      template: {
        'main.tf': `
resource "aws_ssmcontacts_contact" "web" {
  alias = "web"
  type  = "ESCALATION"
}

resource "aws_ssmcontacts_plan" "web" {
  contact_id = aws_ssmcontacts_contact.web.arn
  stage {
    duration_in_minutes = 5
    target {
      contact_target_info {
        contact_id   = "${arn('alice')}"
        is_essential = true
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
      name: 'nobody who is essential',
      template: escalation(to(alice, 'false'), to(bob, 'false')),
      message:
        'Escalation plan "Web" has no essential contact, so it goes on to the others after somebody has answered.',
      severity: 'info',
    },
    { name: 'a text for false', template: escalation(to(alice, "'false'"), to(bob, "'no'")), invalid: true },
    {
      name: 'as JSON, with a plan of its own',
      template: `{
  "Resources": {
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
            "Targets": [
              { "ContactTargetInfo": { "ContactId": { "Fn::ImportValue": "alice" }, "IsEssential": false } }
            ]
          }
        ]
      }
    }
  }
}`,
    },
    {
      name: 'a plan of Terraform’s',
      template: planOf({
        '«aws_ssmcontacts_contact.web»': { alias: 'web', type: 'ESCALATION' },
        'aws_ssmcontacts_plan.web': {
          contact_id: ref('aws_ssmcontacts_contact.web.arn'),
          stage: [stageOfTerraform(false)],
        },
      }),
    },
    {
      name: 'a state',
      template: stateOf({
        '«aws_ssmcontacts_contact.web»': { alias: 'web', arn: arn('web'), type: 'ESCALATION' },
        'aws_ssmcontacts_plan.web': { contact_id: arn('web'), stage: [stageOfTerraform(false)] },
      }),
    },
    {
      name: 'awscc in HCL',
      template: {
        'main.tf': `
resource "awscc_ssmcontacts_contact" «"web"» {
  alias        = "web"
  display_name = "Web"
  type         = "ESCALATION"
  plan = [{
    duration_in_minutes = 5
    targets             = [{ contact_target_info = { contact_id = "${arn('alice')}", is_essential = false } }]
  }]
}
`,
      },
    },
  ],
  possible: [
    {
      name: 'nobody who is essential in one arm of a condition',
      template: escalation(to(alice, '!If [IsProd, true, false]'), to(bob, 'false'), '«~Web»', isProd),
      when: 'not IsProd',
    },
    {
      name: 'the essential contact in one arm of a condition',
      template: escalation(
        to(alice, 'false'),
        `!If [IsProd, ${to(bob, 'true')}, !Ref AWS::NoValue]`,
        '«~Web»',
        isProd,
      ),
      when: 'not IsProd',
    },
    {
      name: 'a default that makes nobody essential',
      template: escalation(
        to(alice, '!Ref Essential'),
        to(bob, 'false'),
        '«~Web»',
        flag.replace('String', "String, Default: 'false'"),
      ),
      when: 'parameter Essential keeps its default',
    },
  ],
  undecided: [
    {
      name: 'a parameter that says who is essential',
      template: escalation(to(alice, '!Ref Essential'), to(bob, 'false'), '«?Web»', flag),
      reason: 'parameter Essential has no default and no allowed values',
    },
    {
      name: 'a type that is not known',
      template: escalation(to(alice, 'false'), to(bob, 'false'), '«?Web»', named, '!Ref Name'),
      reason: 'parameter Name has no default and no allowed values',
    },
  ],
});
