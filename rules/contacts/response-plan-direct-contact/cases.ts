import { cases } from '../../../test/rule-cases.js';

/** A response plan with engagements, a person and an escalation plan. */
function estate(engagements: string, sections = '', type = 'ESCALATION'): string {
  return `${sections}Resources:
  Alice:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: alice, DisplayName: Alice, Type: PERSONAL }
  Escalation:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: web, DisplayName: Web, Type: ${type} }
  Plan:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties:
      Name: web
      IncidentTemplate: { Title: The web shop does not answer, Impact: 1 }
      Engagements: ${engagements}
`;
}

const isProduction = "Conditions: { IsProduction: !Equals [!Ref AWS::AccountId, '111122223333'] }\n";

const contactsOfTerraform = `
resource "aws_ssmcontacts_contact" "alice" {
  alias = "alice"
  type  = "PERSONAL"
}
`;

export default cases({
  good: [
    { name: 'an escalation plan', template: estate('[!GetAtt Escalation.Arn]') },
    { name: 'nobody', template: estate('[]') },
    {
      name: 'trap 25: a contact that is declared elsewhere, perhaps in another account',
      template: estate("['arn:aws:ssm-contacts:eu-central-1:444455556666:contact/duty']"),
    },
    {
      name: 'a list that only a parameter gives',
      template: estate('!Ref People', 'Parameters: { People: { Type: CommaDelimitedList } }\n'),
    },
  ],
  bad: [
    {
      name: 'a person',
      template: estate('[«!GetAtt Alice.Arn»]'),
      message:
        'Response plan "Plan" engages "Alice" directly, so nobody else is asked when there is no answer.',
      severity: 'info',
    },
    {
      name: 'an on-call schedule beside an escalation plan',
      template: estate('[!Ref Alice, «!Ref Escalation»]', '', 'ONCALL_SCHEDULE').replace(
        '!Ref Alice',
        '«!Ref Alice»',
      ),
    },
    {
      name: 'trap 12: a person by the Ref of the engagement plan, which is the ARN of the contact',
      template: `${estate('[«!Ref Stages»]')}  Stages:
    Type: AWS::SSMContacts::Plan
    Properties: { ContactId: !Ref Alice, Stages: [] }
`,
    },
    {
      name: 'a person by ARN, in JSON',
      template: `{
  "Resources": {
    "Alice": {
      "Type": "AWS::SSMContacts::Contact",
      "Properties": { "Alias": "alice", "DisplayName": "Alice", "Type": "PERSONAL" }
    },
    "Plan": {
      "Type": "AWS::SSMIncidents::ResponsePlan",
      "Properties": {
        "Name": "web",
        "IncidentTemplate": { "Title": "The web shop does not answer", "Impact": 1 },
        "Engagements": [«"arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice"»]
      }
    }
  }
}`,
    },
    {
      name: 'a person of another stack',
      template: {
        'people.yaml': `Resources:
  Alice:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: alice, DisplayName: Alice, Type: PERSONAL }
Outputs: { Alice: { Value: !GetAtt Alice.Arn, Export: { Name: alice } } }
`,
        'plan.yaml': `Resources:
  Plan:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties:
      Name: web
      IncidentTemplate: { Title: The web shop does not answer, Impact: 1 }
      Engagements: [«!ImportValue alice»]
`,
      },
    },
    {
      name: 'a person, in Terraform',
      template: {
        'main.tf': `${contactsOfTerraform}
resource "aws_ssmincidents_response_plan" "web" {
  name        = "web"
  engagements = [«aws_ssmcontacts_contact.alice.arn»]
  incident_template {
    title  = "The web shop does not answer"
    impact = 1
  }
}
`,
      },
    },
  ],
  possible: [
    {
      name: 'a person in one arm of a condition',
      template: estate('[!If [IsProduction, !Ref Escalation, «~!Ref Alice»]]', isProduction),
      when: 'not IsProduction',
    },
  ],
  undecided: [
    {
      name: 'a contact whose type only a parameter gives',
      template: estate('[«?!Ref Escalation»]', 'Parameters: { Kind: { Type: String } }\n', '!Ref Kind'),
    },
  ],
});
