import { cases } from '../../../test/rule-cases.js';

const contact = `
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: ann, DisplayName: Ann, Type: PERSONAL, Plan: [] }`;

/** A contact, and a rule of EventBridge with a pattern. */
function withRule(pattern: string, mark = 'Ann', sections = ''): string {
  return `${sections}Resources:
  ${mark}:${contact}
  Rule:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: ${pattern}
      Targets: [{ Id: ops, Arn: arn:aws:sns:us-east-1:111122223333:ops }]
`;
}

/** A contact, and the role of a function with an action. */
function withRole(action: string, mark = 'Ann', sections = ''): string {
  return `${sections}Resources:
  ${mark}:${contact}
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: 'sts:AssumeRole' }
      Policies:
        - PolicyName: advice
          PolicyDocument: { Statement: { Effect: Allow, Action: ${action}, Resource: '*' } }
`;
}

export default cases({
  good: [
    {
      name: 'a rule for all events of Trusted Advisor',
      template: withRule('{ source: [aws.trustedadvisor] }'),
    },
    {
      name: 'a rule by the detail type alone',
      template: withRule('{ detail-type: [Trusted Advisor Check Item Refresh Notification] }'),
    },
    {
      name: 'a function that may ask for the checks',
      template: withRole("'support:DescribeTrustedAdvisorChecks'"),
    },
    {
      name: 'a function that may ask the newer service',
      template: withRole("['trustedadvisor:ListRecommendations']"),
    },
    {
      name: 'in another repository, declared by the user',
      template: `Resources:\n  Ann:${contact}\n`,
      settings: { external: { trustedAdvisor: 'no support plan that has it' } },
    },
    {
      name: 'no Incident Manager resource, written as JSON',
      template: '{ "Resources": { "Topic": { "Type": "AWS::SNS::Topic" } } }',
    },
    {
      name: 'Terraform: a rule for Trusted Advisor',
      template: {
        'main.tf': `
resource "aws_ssmcontacts_contact" "ann" {
  alias = "ann"
  type  = "PERSONAL"
}
resource "aws_cloudwatch_event_rule" "advice" {
  name          = "advice"
  event_pattern = jsonencode({ source = ["aws.trustedadvisor"] })
}
`,
      },
    },
  ],
  bad: [
    {
      name: 'a contact and nothing else',
      template: `Resources:\n  «Ann»:${contact}\n`,
      message:
        'A rule for events of Trusted Advisor, or a right to ask it, is declared in none of the scanned files (1).',
    },
    { name: 'a rule for AWS Health only', template: withRule('{ source: [aws.health] }', '«Ann»') },
    { name: 'a role that may do everything, which says nothing', template: withRole("'*'", '«Ann»') },
    {
      name: 'once for a workspace, in JSON',
      template: {
        'a.json': `{
  "Resources": {
    «"Ann"»: {
      "Type": "AWS::SSMContacts::Contact",
      "Properties": { "Alias": "ann", "DisplayName": "Ann", "Type": "PERSONAL", "Plan": [] }
    }
  }
}`,
        'b.yaml': `Resources:\n  Bob:${contact}\n`,
      },
    },
  ],
  undecided: [
    {
      name: 'a source that only a parameter gives',
      template: withRule('{ source: [!Ref Source] }', '«?Ann»', 'Parameters: { Source: { Type: String } }\n'),
    },
    {
      name: 'an action that only a parameter gives',
      template: withRole('!Ref Action', '«?Ann»', 'Parameters: { Action: { Type: String } }\n'),
    },
  ],
});
