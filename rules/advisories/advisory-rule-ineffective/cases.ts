import { isProduction } from '../../../test/chat-templates.js';
import { cases } from '../../../test/rule-cases.js';

const contact = `  Ann:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: ann, DisplayName: Ann, Type: PERSONAL, Plan: [] }
`;

const targets = 'Targets: [{ Id: ops, Arn: arn:aws:sns:eu-central-1:111122223333:ops }]';

/** A contact, and a rule of EventBridge with a pattern and properties of its own, one a text. */
function eventRule(
  pattern: string,
  properties: readonly string[] = [targets],
  key = 'Rule',
  sections = '',
): string {
  return `${sections}Resources:
${contact}  ${key}:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: ${pattern}
${properties.map((property) => `      ${property}\n`).join('')}`;
}

/** A contact, and a rule of Terraform's with arguments of its own. */
function terraform(source: string, lines = '', target = 'aws_cloudwatch_event_rule.advisories.name'): string {
  return `
resource "aws_ssmcontacts_contact" "ann" {
  alias = "ann"
  type  = "PERSONAL"
}
resource "aws_cloudwatch_event_rule" "advisories" {
  name          = "advisories"
  event_pattern = jsonencode({ source = ["${source}"] })
${lines}}
resource "aws_cloudwatch_event_target" "ops" {
  rule = ${target}
  arn  = "arn:aws:sns:us-east-1:111122223333:ops"
}
`;
}

const health = '{ source: [aws.health], detail-type: [AWS Health Event] }';

export default cases({
  good: [
    { name: 'a rule for AWS Health with a target', template: eventRule(health) },
    { name: 'the pattern as JSON text', template: eventRule(`'{"source": ["aws.health"]}'`) },
    {
      name: 'events that CloudTrail records',
      template: eventRule('{ source: [aws.health], detail-type: [AWS API Call via CloudTrail] }'),
    },
    {
      name: 'by operators',
      template: eventRule(
        '{ source: [{ prefix: aws.health }], detail-type: [{ wildcard: "AWS Health *" }] }',
      ),
    },
    {
      name: 'a wildcard beside the exact source',
      template: eventRule("{ source: [aws.health, 'aws.health*'] }"),
    },
    {
      name: 'another service that only begins alike',
      template: eventRule('{ source: [aws.healthlake] }', ['State: DISABLED']),
    },
    {
      name: 'issues only',
      template: eventRule('{ source: [aws.health], detail: { eventTypeCategory: [issue] } }'),
    },
    { name: 'the default bus by its name', template: eventRule(health, [targets, 'EventBusName: default']) },
    {
      name: 'the default bus by its ARN',
      template: eventRule(health, [
        targets,
        "EventBusName: !Sub 'arn:aws:events:${AWS::Region}:${AWS::AccountId}:event-bus/default'",
      ]),
    },
    {
      name: 'trap 70: AWS Health in any one Region',
      template: { 'main.tf': terraform('aws.health', '  region        = "us-west-2"\n') },
    },
    {
      name: 'trap 70: Trusted Advisor in us-east-1',
      template: { 'main.tf': terraform('aws.trustedadvisor', '  region        = "us-east-1"\n') },
    },
    {
      name: 'a workspace without Incident Manager, written as JSON',
      template: `{
  "Resources": {
    "Rule": {
      "Type": "AWS::Events::Rule",
      "Properties": { "EventPattern": { "source": ["aws.health*"] }, "State": "DISABLED" }
    }
  }
}`,
    },
  ],
  bad: [
    {
      name: 'trap 70: a wildcard in the source, which EventBridge takes as it stands',
      template: eventRule("{ source: [«'aws.health*'»] }"),
      message:
        'Rule "Rule" for events of AWS Health never fires: the source of its events is exactly aws.health.',
    },
    { name: 'a source in capitals', template: eventRule('{ source: [«AWS.Health»] }') },
    {
      name: 'a wildcard in JSON text',
      template: eventRule(`«'{"source": ["aws.health.*"]}'»`),
    },
    {
      name: 'a detail type that does not exist',
      template: eventRule('{ source: [aws.health], detail-type: [«AWS Health Events»] }'),
      message:
        'Rule "Rule" for events of AWS Health never fires: there is no such detail type of its events.',
    },
    {
      name: 'a detail type of Trusted Advisor that does not exist',
      template: {
        'main.tf': terraform('aws.trustedadvisor', '  region        = "us-east-1"\n').replace(
          'source = [',
          'detail-type = [«"Trusted Advisor Check"»], source = [',
        ),
      },
    },
    {
      name: 'a rule that is disabled',
      template: eventRule(health, [targets, 'State: «DISABLED»']),
      message: 'Rule "Rule" for events of AWS Health is disabled.',
    },
    {
      name: 'a rule without targets',
      template: eventRule(health, [], '«Rule»'),
      message: 'Rule "Rule" for events of AWS Health has no target, so its events go nowhere.',
    },
    { name: 'an empty list of targets', template: eventRule(health, ['Targets: «[]»']) },
    {
      name: 'another event bus',
      template: eventRule(health, [targets, 'EventBusName: «security»']),
      severity: 'warning',
      message:
        'Rule "Rule" for events of AWS Health listens on an event bus that AWS sends no such events to.',
    },
    {
      name: 'an event bus of the template',
      template: `${eventRule(health, [targets, 'EventBusName: «!Ref Bus»'])}  Bus: { Type: AWS::Events::EventBus, Properties: { Name: security } }\n`,
      severity: 'warning',
    },
    {
      name: 'neither issues nor notifications to the account, written as JSON',
      template: `{
  "Resources": {
    "Ann": {
      "Type": "AWS::SSMContacts::Contact",
      "Properties": { "Alias": "ann", "DisplayName": "Ann", "Type": "PERSONAL", "Plan": [] }
    },
    "Rule": {
      "Type": "AWS::Events::Rule",
      "Properties": {
        "EventPattern": {
          "source": ["aws.health"],
          "detail": { "eventTypeCategory": [«"scheduledChange"»] }
        },
        "Targets": [{ "Id": "ops", "Arn": "arn:aws:sns:eu-central-1:111122223333:ops" }]
      }
    }
  }
}`,
      severity: 'info',
      message: 'Rule "Rule" for events of AWS Health leaves out issues and notifications to the account.',
    },
    {
      name: 'trap 70: Trusted Advisor in another Region',
      template: { 'main.tf': terraform('aws.trustedadvisor', '  region        = «"eu-central-1"»\n') },
      message:
        'Rule "aws_cloudwatch_event_rule.advisories" for events of Trusted Advisor never fires: events of Trusted Advisor are sent in us-east-1 only.',
    },
    {
      name: 'Terraform: a rule that is disabled by the deprecated argument',
      template: { 'main.tf': terraform('aws.health', '  is_enabled    = «false»\n') },
    },
    {
      name: 'Terraform: a target of another rule',
      template: {
        'main.tf': terraform('aws.health', '', '"other"').replace(
          'rule" "advisories"',
          'rule" «"advisories"»',
        ),
      },
    },
  ],
  possible: [
    {
      name: 'disabled in one arm of a condition',
      template: eventRule(
        health,
        [targets, 'State: !If [IsProduction, ENABLED, «~DISABLED»]'],
        'Rule',
        isProduction,
      ),
      when: 'not IsProduction',
    },
    {
      name: 'a parameter whose default disables the rule',
      template: eventRule(
        health,
        [targets, 'State: «~!Ref State»'],
        'Rule',
        'Parameters: { State: { Type: String, Default: DISABLED } }\n',
      ),
      when: 'parameter State keeps its default',
    },
  ],
  undecided: [
    {
      name: 'trap 70: Trusted Advisor in a stack whose Region is not known',
      template: eventRule('{ source: [aws.trustedadvisor] }', [targets], '«?Rule»'),
      reason: 'the Region that the stack is deployed to is not known',
    },
    {
      name: 'a source that only a parameter gives',
      template: eventRule(
        '{ source: [!Ref Source] }',
        [],
        '«?Rule»',
        'Parameters: { Source: { Type: String } }\n',
      ),
      reason: 'parameter Source has no default and no allowed values',
    },
    {
      name: 'a state that a parameter allows to be either',
      template: eventRule(
        health,
        [targets, 'State: «?!Ref State»'],
        'Rule',
        'Parameters: { State: { Type: String, AllowedValues: [ENABLED, DISABLED] } }\n',
      ),
    },
    {
      name: 'targets that only a parameter gives',
      template: eventRule(
        health,
        ['Targets: «?!Split [",", !Ref Arns]»'],
        'Rule',
        'Parameters: { Arns: { Type: String } }\n',
      ),
    },
    {
      name: 'Terraform: a target of a rule that a variable names',
      template: {
        'main.tf': `variable "rule" { type = string }${terraform('aws.health', '', 'var.rule').replace('rule" "advisories"', 'rule" «?"advisories"»')}`,
      },
    },
  ],
});
