import { cases } from '../../../test/rule-cases.js';

const stage = `
Parameters: { Stage: { Type: String } }
Conditions: { IsProd: !Equals [!Ref Stage, prod] }`;

const contact = (properties: string, key = 'Ann'): string => `
Resources:
  ${key}:
    Type: AWS::SSMContacts::Contact
    Properties: { ${properties} }`;

const ann = contact('Alias: ann, DisplayName: Ann, Type: PERSONAL');

const channel = (properties: string, key = 'Sms'): string => `${ann}
  ${key}:
    Type: AWS::SSMContacts::ContactChannel
    Properties: { ${properties} }`;

const sms = "ChannelName: sms, ChannelType: SMS, ChannelAddress: '+15551230100'";

const plan = (stages: string): string => `${channel(`${sms}, ContactId: !Ref Ann`)}
  Plan:
    Type: AWS::SSMContacts::Plan
    Properties:
      ContactId: !Ref Ann
      Stages: ${stages}`;

const slack = (properties: string): string => `
Resources:
  Chat:
    Type: AWS::Chatbot::SlackChannelConfiguration
    Properties:
      { ConfigurationName: chat, IamRoleArn: !Sub 'arn:aws:iam::\${AWS::AccountId}:role/Chat', SlackWorkspaceId: T07EXAMPLE1, ${properties} }`;

const terraform = `
resource "aws_ssmcontacts_contact" "ann" {
  alias = "ann"
  type  = "PERSONAL"
}

resource "aws_ssmcontacts_contact_channel" "sms" {
  contact_id = aws_ssmcontacts_contact.ann.arn
  name       = "sms"
  type       = "SMS"
  delivery_address {
    simple_address = "+15551230100"
  }
}
`;

const stages = (target: string): string => `
variable "minutes" { type = list(number) }
resource "aws_ssmcontacts_plan" "ann" {
  contact_id = "arn:aws:ssm-contacts:eu-west-1:111122223333:contact/ann"
  dynamic "stage" {
    for_each = var.minutes
    content {
      duration_in_minutes = stage.value
      target {
        ${target}
      }
    }
  }
}
`;

export default cases({
  good: [
    { name: 'a contact and its channel', template: channel(`${sms}, ContactId: !GetAtt Ann.Arn`) },
    { name: 'a contact and its channel in Terraform', template: { 'main.tf': terraform } },
    {
      name: 'blocks that stand once, what Terraform reads itself, and comments, in its JSON syntax',
      template: {
        'main.tf.json': `{
  "resource": {
    "aws_ssmcontacts_contact_channel": {
      "sms": {
        "//": "the mobile telephone",
        "provider": "aws.west",
        "lifecycle": { "prevent_destroy": true },
        "contact_id": "\${var.ann}",
        "name": "sms",
        "type": "SMS",
        "delivery_address": { "//": "of the shift", "simple_address": "+15551230100" }
      }
    }
  },
  "variable": { "ann": {} }
}`,
      },
    },
    {
      name: 'blocks that a variable makes',
      template: { 'main.tf': stages('contact_target_info { is_essential = true }') },
    },
    {
      name: 'a channel of the awscc provider',
      template: {
        'main.tf': `
resource "awscc_ssmcontacts_contact_channel" "sms" {
  contact_id       = "arn:aws:ssm-contacts:eu-west-1:111122223333:contact/ann"
  channel_name     = "sms"
  channel_type     = "SMS"
  channel_address  = "+15551230100"
  defer_activation = false
}`,
      },
    },
    {
      name: 'what a provider has taken already: a state of a later version',
      template: {
        'terraform.tfstate': `{
  "version": 4,
  "terraform_version": "1.9.0",
  "resources": [
    {
      "mode": "managed",
      "type": "aws_ssmincidents_finding",
      "name": "later",
      "provider": "provider[\\"registry.terraform.io/hashicorp/aws\\"]",
      "instances": [{ "attributes": { "id": "x" } }]
    }
  ]
}`,
      },
    },
    {
      name: 'trap 14: a stage of no minutes, with numbers and booleans as texts',
      template: plan(
        "[{ DurationInMinutes: 0, Targets: [{ ChannelTargetInfo: { ChannelId: !Ref Sms, RetryIntervalInMinutes: '5' } }, { ContactTargetInfo: { ContactId: !Ref Ann, IsEssential: 'false' } }] }]",
      ),
    },
    {
      name: 'trap 13: a schedule names its rotations where other contacts have stages',
      template: `${contact('Alias: ann.b, DisplayName: Ann, Type: ONCALL_SCHEDULE, Plan: [{ RotationIds: [!Ref Weekly] }]')}
  Weekly:
    Type: AWS::SSMContacts::Rotation
    Properties:
      Name: weekly
      ContactIds: [!Ref Ann]
      StartTime: '2026-01-05T08:00:00'
      TimeZoneId: Europe/Berlin
      Recurrence: { NumberOfOnCalls: 1, RecurrenceMultiplier: 1, WeeklySettings: [{ DayOfWeek: MON, HandOffTime: '08:00' }] }`,
    },
    {
      name: 'trap 19: a rotation with hyphens in its name, as HashiCorp’s example has it',
      template: `{
        "Resources": {
          "Weekly": {
            "Type": "AWS::SSMContacts::Rotation",
            "Properties": {
              "Name": "example-rotation",
              "ContactIds": ["arn:aws:ssm-contacts:eu-central-1:111122223333:contact/ann"],
              "StartTime": "2026-01-05T08:00:00",
              "TimeZoneId": "Europe/Berlin",
              "Recurrence": { "NumberOfOnCalls": 1, "RecurrenceMultiplier": 1, "DailySettings": ["08:00"] }
            }
          }
        }
      }`,
    },
    {
      name: 'trap 22: an alias of one letter, or with a dot, or long',
      template: `${contact('Alias: a.b, DisplayName: Ann, Type: PERSONAL')}
  Bob:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: b, DisplayName: Bob, Type: ESCALATION, Plan: [] }`,
    },
    {
      name: 'what is known only at deployment is AWS’s to check',
      template: `
Parameters: { Kind: { Type: String } }${channel("ChannelName: sms, ChannelType: !Ref Kind, ChannelAddress: '+15551230100', ContactId: !ImportValue Ann")}`,
    },
    {
      name: 'a parameter whose allowed values are all right',
      template: `
Parameters: { Kind: { Type: String, AllowedValues: [SMS, VOICE] } }${channel("ChannelName: sms, ChannelType: !Ref Kind, ChannelAddress: '+15551230100', ContactId: !Ref Ann")}`,
    },
    {
      name: 'types of other services and custom resources are not compared',
      invalid: true,
      template:
        'Resources: { A: { Type: Custom::Thing, Properties: { X: 1 } }, B: { Type: AWS::SNS::Topic, Properties: { Nmae: x } } }',
    },
    {
      name: 'a text that is the logical ID of nothing may be a name or an ARN',
      invalid: true,
      template: channel(`${sms}, ContactId: MySSMContact`),
    },
    {
      name: 'Fn::Transform may add what is missing',
      template: contact("Fn::Transform: { Name: 'AWS::Include', Parameters: { Location: s3://b/k } }"),
    },
    { name: 'a right logging level', template: slack('SlackChannelId: C07EXAMPLE01, LoggingLevel: ERROR') },
  ],
  bad: [
    {
      name: 'misspelt arguments and blocks in Terraform, which are missing by their right names',
      template: {
        'main.tf': terraform
          .replace('"ann" {', '«"ann"» {')
          .replace('type  =', '«typ»  =')
          .replace('"sms" {', '«"sms"» {')
          .replace('delivery_address {', '«delivery_adress» {'),
      },
      invalid: true,
      message: [
        'In "aws_ssmcontacts_contact.ann", the required argument type is missing.',
        'In "aws_ssmcontacts_contact.ann", the argument "typ" does not exist (did you mean "type"?).',
        'In "aws_ssmcontacts_contact_channel.sms", the required argument delivery_address is missing.',
        'In "aws_ssmcontacts_contact_channel.sms", the argument "delivery_adress" does not exist (did you mean "delivery_address"?).',
      ],
    },
    {
      name: 'a reference in quotes, and CloudFormation’s name of an argument, in Terraform',
      template: {
        'main.tf': terraform
          .replace('= aws_ssmcontacts_contact.ann.arn', '= «"aws_ssmcontacts_contact.ann.arn"»')
          .replace('"PERSONAL"', '«"TEAM"»'),
        'plan.tf': stages('channel_target_info «{ «channel_id» = "x" }»'),
      },
      invalid: true,
      message: [
        'In "aws_ssmcontacts_contact.ann", type is none of PERSONAL, ESCALATION, ONCALL_SCHEDULE.',
        'In "aws_ssmcontacts_contact_channel.sms", contact_id is the reference "aws_ssmcontacts_contact.ann.arn" as a text, where an ARN belongs (did you mean "${aws_ssmcontacts_contact.ann.arn}"?).',
        'In "aws_ssmcontacts_plan.ann", the required argument contact_channel_id is missing.',
        'In "aws_ssmcontacts_plan.ann", the argument "channel_id" does not exist (did you mean "contact_channel_id"?).',
      ],
    },
    {
      name: 'types that neither provider of Terraform has',
      template: {
        'main.tf': `
resource "aws_ssmincidents_escalation_plan" «"ann"» {
}
resource "awscc_ssmincidents_respons_plan" «"web"» {
}`,
      },
      invalid: true,
      message: [
        'In "aws_ssmincidents_escalation_plan.ann", the resource type "aws_ssmincidents_escalation_plan" does not exist (did you mean "aws_ssmcontacts_contact"?).',
        'In "awscc_ssmincidents_respons_plan.web", the resource type "awscc_ssmincidents_respons_plan" does not exist (did you mean "awscc_ssmincidents_response_plan"?).',
      ],
    },
    {
      name: 'arguments of the awscc provider, whose lists are no blocks',
      template: {
        'main.tf': `
resource "awscc_ssmincidents_response_plan" "web" {
  name     = "web"
  actions  = «{}»
  incident_template = «{
    title = "down"
    impakt = 1
  }»
}`.replace('impakt', '«impakt»'),
      },
      invalid: true,
      message: [
        'In "awscc_ssmincidents_response_plan.web", actions is an object, where a list belongs.',
        'In "awscc_ssmincidents_response_plan.web", the required argument impact is missing.',
        'In "awscc_ssmincidents_response_plan.web", the argument "impakt" does not exist (did you mean "impact"?).',
      ],
    },
    {
      name: 'an unknown type of a known namespace',
      invalid: true,
      template: `
Resources:
  «Escalation»:
    Type: AWS::SSMIncidents::EscalationPlan
    Properties: { Name: escalation }`,
      message:
        'In "Escalation", the resource type "AWS::SSMIncidents::EscalationPlan" does not exist (did you mean "AWS::SSMContacts::Contact"?).',
    },
    {
      name: 'an unknown type of Chatbot, without properties',
      invalid: true,
      template: 'Resources: { «Chat»: { Type: AWS::Chatbot::SlackChannel } }',
    },
    {
      name: 'trap 15: the names that Terraform uses',
      invalid: true,
      template: plan(
        '[{ DurationInMinutes: 5, Targets: [{ ChannelTargetInfo: «{ «ContactChannelId»: !Ref Sms, RetryIntervalInMinutes: 5 }» }] }]',
      ),
    },
    {
      name: 'a misspelt property, which would hide a fault',
      invalid: true,
      template: channel(`${sms}, ContactId: !Ref Ann, «DeferActivaton»: true`),
      message: 'In "Sms", the property "DeferActivaton" does not exist (did you mean "DeferActivation"?).',
    },
    {
      name: 'trap 21: a contact without a display name',
      invalid: true,
      template: contact('Alias: ann, Type: PERSONAL', '«Ann»'),
      message: 'In "Ann", the required property DisplayName is missing.',
    },
    {
      name: 'trap 15: a channel target without a retry interval',
      invalid: true,
      template: plan(
        '[{ DurationInMinutes: 5, Targets: [{ ChannelTargetInfo: «{ ChannelId: !Ref Sms }» }] }]',
      ),
      message: 'In "Plan", the required property RetryIntervalInMinutes is missing.',
    },
    {
      name: 'trap 13: a plan’s stage needs a duration and has no rotations',
      invalid: true,
      template: plan('[«{ «RotationIds»: [] }»]'),
    },
    {
      name: 'trap 23: there is no channel type CHATBOT',
      invalid: true,
      template: channel(
        "ChannelName: chat, ChannelType: «CHATBOT», ChannelAddress: '#oncall', ContactId: !Ref Ann",
      ),
      message: 'In "Sms", ChannelType is none of SMS, VOICE, EMAIL.',
    },
    {
      name: 'a value in the wrong case, with the right one suggested',
      invalid: true,
      template: contact('Alias: ann, DisplayName: Ann, Type: «personal»'),
      message: 'In "Ann", Type is none of PERSONAL, ESCALATION, ONCALL_SCHEDULE (did you mean "PERSONAL"?).',
    },
    {
      name: 'a logging level that Chatbot does not have',
      invalid: true,
      template: slack('SlackChannelId: C07EXAMPLE01, LoggingLevel: «DEBUG»'),
    },
    {
      name: 'trap 24: a logical ID as a text where an ARN belongs',
      invalid: true,
      template: channel(`${sms}, ContactId: «Ann»`),
      message:
        'In "Sms", ContactId is the logical ID "Ann" as a text, where an ARN belongs (did you mean "!Ref Ann"?).',
    },
    {
      name: 'trap 24: AWS’s own sample, with logical IDs and with texts in place of lists',
      invalid: true,
      template: `
Resources:
  ReplicationSet:
    Type: AWS::SSMIncidents::ReplicationSet
    Properties:
      Regions: [{ RegionName: us-east-1 }, { RegionName: us-east-2 }]
  MySSMContact:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: ann, DisplayName: Ann, Type: PERSONAL, Plan: [] }
  MyEscalationPlanContact:
    Type: AWS::SSMContacts::Contact
    Properties:
      Alias: escalation
      DisplayName: Escalation
      Type: ESCALATION
      Plan:
        - DurationInMinutes: 0
          Targets:
            - ContactTargetInfo: { ContactId: «MySSMContact», IsEssential: true }
  ResponsePlan:
    Type: AWS::SSMIncidents::ResponsePlan
    DependsOn: ReplicationSet
    Properties:
      Name: response-plan
      ChatChannel:
        ChatbotSns: ChatbotSnsArn
      Engagements: «MyEscalationPlanContact»
      IncidentTemplate: { Title: title, Impact: 3 }`,
    },
    {
      name: 'the logical ID of a role, whose Ref is a name',
      invalid: true,
      template: `
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties: { AssumeRolePolicyDocument: {} }
  Chat:
    Type: AWS::Chatbot::SlackChannelConfiguration
    Properties: { ConfigurationName: chat, IamRoleArn: «Role», SlackWorkspaceId: T07EXAMPLE1, SlackChannelId: C07EXAMPLE01 }`,
      message:
        'In "Chat", IamRoleArn is the logical ID "Role" as a text, where an ARN belongs (did you mean "!GetAtt Role.Arn"?).',
    },
    {
      name: 'a text where an object belongs',
      invalid: true,
      problems: ['wrong-type'],
      template: `
Resources:
  Plan:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties: { Name: plan, IncidentTemplate: «urgent» }`,
    },
    {
      name: 'no properties at all',
      invalid: true,
      template: 'Resources: { «Replication»: { Type: AWS::SSMIncidents::ReplicationSet } }',
    },
    {
      name: 'a misspelt property in JSON',
      invalid: true,
      template: `{
        "Resources": {
          "Ann": {
            "Type": "AWS::SSMContacts::Contact",
            "Properties": { "Alias": "ann", "DisplayName": "Ann", "Type": "PERSONAL", «"Stages"»: [] }
          }
        }
      }`,
    },
    {
      name: 'a wrong property that an anchor brings in, where it is written',
      invalid: true,
      template: `
Resources:
  Ann:
    Type: AWS::SSMContacts::Contact
    Properties: &common { DisplayName: On call, Type: PERSONAL, Alias: ann, ««Aliass»»: x }
  Bob:
    Type: AWS::SSMContacts::Contact
    Properties: { <<: *common, Alias: bob }`,
    },
    {
      name: 'an argument beside the block that it belongs into',
      invalid: true,
      template: {
        'main.tf': `
resource "aws_ssmcontacts_plan" "ann" {
  contact_id = var.ann
  stage {
    duration_in_minutes = 5
    target {
      «contact_channel_id» = var.sms
    }
  }
}`,
      },
      message:
        'In "aws_ssmcontacts_plan.ann", the argument "contact_channel_id" does not exist (did you mean "channel_target_info { contact_channel_id }"?).',
    },
  ],
  possible: [
    {
      name: 'a required property is left out in one arm',
      invalid: true,
      template: `${stage}${contact('Alias: ann, Type: PERSONAL, DisplayName: !If [IsProd, Ann, !Ref AWS::NoValue]', '«~Ann»')}`,
      when: 'not IsProd',
    },
    {
      name: 'a wrong value in one arm',
      invalid: true,
      template: `${stage}${contact('Alias: ann, DisplayName: Ann, Type: !If [IsProd, PERSONAL, «~SHARED»]')}`,
      when: 'not IsProd',
    },
    {
      name: 'an unknown type under a condition',
      invalid: true,
      template: `${stage}
Resources: { «~Schedule»: { Type: AWS::SSMContacts::OnCallSchedule, Condition: IsProd } }`,
      when: 'IsProd',
    },
    {
      name: 'a parameter whose default is wrong',
      invalid: true,
      template: `
Parameters: { Kind: { Type: String, Default: TEAM } }${contact('Alias: ann, DisplayName: Ann, Type: «~!Ref Kind»')}`,
      when: 'parameter Kind keeps its default',
    },
  ],
  undecided: [
    {
      name: 'a parameter that allows right and wrong values',
      invalid: true,
      template: `
Parameters: { Kind: { Type: String, AllowedValues: [PERSONAL, TEAM] } }${contact('Alias: ann, DisplayName: Ann, Type: «?!Ref Kind»')}`,
      reason: 'parameter Kind allows values that pass and values that do not',
    },
  ],
});
