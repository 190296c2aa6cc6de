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
      Targets: [{ Id: ops, Arn: arn:aws:sns:eu-central-1:111122223333:ops }]
`;
}

export default cases({
  good: [
    { name: 'a rule for all events of AWS Health', template: withRule('{ source: [aws.health] }') },
    { name: 'the pattern as JSON text', template: withRule(`'{"source": ["aws.ec2", "aws.health"]}'`) },
    { name: 'by the detail type alone', template: withRule('{ detail-type: [AWS Health Event] }') },
    { name: 'by the beginning of the source', template: withRule('{ source: [{ prefix: aws.hea }] }') },
    {
      name: 'trap 70: a rule that never fires, which is for another rule to say',
      template: withRule('{ source: ["aws.health*"] }'),
    },
    {
      name: 'a rule in another file, written as JSON',
      template: {
        'a.yaml': `Resources:\n  Ann:${contact}\n`,
        'b.json': `{
  "Resources": {
    "Rule": {
      "Type": "AWS::Events::Rule",
      "Properties": {
        "EventPattern": { "source": ["aws.health"] },
        "Targets": [{ "Id": "ops", "Arn": "arn:aws:sns:eu-central-1:111122223333:ops" }]
      }
    }
  }
}`,
      },
    },
    {
      name: 'a rule of AWS User Notifications',
      template: `Resources:
  Ann:${contact}
  Rule:
    Type: AWS::Notifications::EventRule
    Properties:
      Source: aws.health
      EventType: AWS Health Event
      NotificationConfigurationArn: arn:aws:notifications::111122223333:configuration/a01jes88qxwkbj05xv9c967pgm1
      Regions: [us-east-1]
`,
    },
    {
      name: 'the notifications of AWS Health go to a contact of the account',
      template: `Resources:
  Ann:${contact}
  Managed:
    Type: AWS::Notifications::ManagedNotificationAccountContactAssociation
    Properties:
      ContactIdentifier: ACCOUNT_ALTERNATE_SECURITY
      ManagedNotificationConfigurationArn: arn:aws:notifications::111122223333:managed-notification-configuration/category/AWS-Health/sub-category/Security
`,
    },
    {
      name: 'in another repository, declared by the user',
      template: `Resources:\n  Ann:${contact}\n`,
      settings: { external: { healthMonitoring: 'the hub account of the platform team' } },
    },
    {
      name: 'no Incident Manager resource',
      template: 'Resources:\n  Topic: { Type: AWS::SNS::Topic }\n',
    },
    {
      name: 'Terraform: the pattern as JSON text',
      template: {
        'main.tf': `
resource "aws_ssmcontacts_contact" "ann" {
  alias = "ann"
  type  = "PERSONAL"
}
resource "aws_cloudwatch_event_rule" "health" {
  name          = "health"
  event_pattern = jsonencode({ source = ["aws.health"] })
}
`,
      },
    },
  ],
  bad: [
    {
      name: 'a contact and no rule',
      template: `Resources:\n  «Ann»:${contact}\n`,
      message: 'A rule for events of AWS Health is declared in none of the scanned files (1).',
    },
    {
      name: 'once for a workspace, at the first resource of the first file by name',
      template: {
        'b.yaml': `Resources:\n  Bob:${contact}\n`,
        'a.yaml': `Resources:\n  «Ann»:${contact}\n  Eve:${contact}\n`,
      },
      message: 'A rule for events of AWS Health is declared in none of the scanned files (2).',
    },
    { name: 'a rule for something else', template: withRule('{ source: [aws.ec2] }', '«Ann»') },
    {
      name: 'a rule for something else, whose detail type belongs to AWS Health',
      template: withRule('{ source: [aws.ec2], detail-type: [AWS Health Event] }', '«Ann»'),
    },
    {
      name: 'a rule by a schedule alone, written as JSON',
      template: `{
  "Resources": {
    «"Ann"»: {
      "Type": "AWS::SSMContacts::Contact",
      "Properties": { "Alias": "ann", "DisplayName": "Ann", "Type": "PERSONAL", "Plan": [] }
    },
    "Rule": { "Type": "AWS::Events::Rule", "Properties": { "ScheduleExpression": "rate(1 day)" } }
  }
}`,
    },
    {
      name: 'Terraform: a rule for something else',
      template: {
        'main.tf': `
resource "aws_ssmcontacts_contact" «"ann"» {
  alias = "ann"
  type  = "PERSONAL"
}
resource "aws_cloudwatch_event_rule" "ec2" {
  name          = "ec2"
  event_pattern = jsonencode({ source = ["aws.ec2"] })
}
`,
      },
    },
  ],
  undecided: [
    {
      name: 'a source that only a parameter gives',
      template: withRule('{ source: [!Ref Source] }', '«?Ann»', 'Parameters: { Source: { Type: String } }\n'),
      reason: 'parameter Source has no default and no allowed values',
    },
    {
      name: 'a pattern that only a parameter gives',
      template: withRule('!Ref Pattern', '«?Ann»', 'Parameters: { Pattern: { Type: String } }\n'),
    },
    {
      name: 'an operator that is not followed',
      template: withRule('{ source: [{ anything-but: aws.ec2 }] }', '«?Ann»'),
      reason: 'the operator anything-but of the event pattern is not followed',
    },
    {
      name: 'a file that could not be read may hold the rule',
      template: { 'a.yaml': `Resources:\n  «?Ann»:${contact}\n`, 'b.json': '{ "Resources": ' },
      problems: ['malformed-json'],
    },
  ],
});
