import { incidentPlan, isProduction, slack, topic } from '../../../test/chat-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { afterApply, planOf, ref } from '../../../test/terraform-documents.js';

/** A Slack configuration that a response plan uses, with its guardrails as a line of their own. */
function used(guardrails: string, sections = ''): string {
  return `${sections}Resources:
${topic}${incidentPlan('Plan', '!Ref Topic')}${slack(`SnsTopicArns: [!Ref Topic]\n      ${guardrails}`)}`;
}

/** As `used`, with the mark for what is missing: the key of the configuration. */
function lacking(guardrails: string, mark = '«Slack»', sections = ''): string {
  return used(guardrails, sections).replace('  Slack:', `  ${mark}:`);
}

export default cases({
  good: [
    {
      name: 'trap 32: the policy that AWS recommends',
      template: used('GuardrailPolicies: [arn:aws:iam::aws:policy/AWSIncidentManagerResolverAccess]'),
    },
    {
      name: 'a policy of the template',
      template: used('GuardrailPolicies: [!Ref Policy]').concat(
        '  Policy: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: {} } }\n',
      ),
    },
    {
      name: 'a lone text where a list is meant',
      template: used("GuardrailPolicies: !Sub 'arn:${AWS::Partition}:iam::aws:policy/ReadOnlyAccess'"),
      invalid: true,
    },
    {
      name: 'a guardrail in a plan',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web', chat_channel: [ref('aws_sns_topic.chat.arn')] },
        'aws_sns_topic.chat': { name: 'chat' },
        'aws_chatbot_slack_channel_configuration.ops': {
          configuration_name: 'ops',
          slack_team_id: 'T07EXAMPLE',
          slack_channel_id: 'C07EXAMPLE01',
          iam_role_arn: 'arn:aws:iam::111122223333:role/chat',
          sns_topic_arns: ref('aws_sns_topic.chat.arn'),
          guardrail_policy_arns: ['arn:aws:iam::aws:policy/AWSIncidentManagerResolverAccess'],
        },
      }),
    },
    {
      name: 'Terraform: a guardrail by a data source',
      template: {
        'main.tf': `
data "aws_partition" "current" {}

resource "aws_chatbot_slack_channel_configuration" "incidents" {
  configuration_name    = "incidents"
  slack_team_id         = "T07EXAMPLE"
  slack_channel_id      = "C07EXAMPLE01"
  iam_role_arn          = "arn:aws:iam::111122223333:role/chat"
  guardrail_policy_arns = ["arn:\${data.aws_partition.current.partition}:iam::aws:policy/AWSIncidentManagerResolverAccess"]
}
`,
      },
    },
  ],
  bad: [
    {
      name: 'trap 44: an omitted list is AdministratorAccess',
      template: lacking('LoggingLevel: INFO'),
      message:
        '"Slack" has no guardrail policy and so gets AdministratorAccess, which keeps members of the chat channel from next to nothing.',
    },
    { name: 'trap 44: an empty list', template: used('GuardrailPolicies: «[]»') },
    { name: 'AWS::NoValue', template: lacking('GuardrailPolicies: !Ref AWS::NoValue') },
    {
      name: 'an administrator’s policy in any partition',
      template: used(
        "GuardrailPolicies: [«!Sub 'arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess'»]",
      ),
    },
    {
      name: 'everything but IAM',
      template: used('GuardrailPolicies: [«arn:aws:iam::aws:policy/PowerUserAccess»]'),
    },
    {
      name: 'a configuration that no response plan uses, which is milder',
      template: `Resources:\n${slack('LoggingLevel: INFO').replace('  Slack:', '  «Slack»:')}`,
      severity: 'warning',
    },
    {
      name: 'a Teams configuration, written as JSON',
      template: `{
  "Resources": {
    «"Teams"»: {
      "Type": "AWS::Chatbot::MicrosoftTeamsChannelConfiguration",
      "Properties": {
        "ConfigurationName": "incidents",
        "TeamId": "12345678-1234-4234-8234-123456789012",
        "TeamsTenantId": "12345678-1234-4234-8234-123456789012",
        "TeamsChannelId": "19%3aabc%40thread.tacv2",
        "IamRoleArn": "arn:aws:iam::111122223333:role/chat"
      }
    }
  }
}`,
      severity: 'warning',
    },
    {
      name: 'trap 45: an omitted list is known after apply in a plan',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web', chat_channel: [ref('aws_sns_topic.chat.arn')] },
        'aws_sns_topic.chat': { name: 'chat' },
        '«aws_chatbot_slack_channel_configuration.ops»': {
          configuration_name: 'ops',
          slack_team_id: 'T07EXAMPLE',
          slack_channel_id: 'C07EXAMPLE01',
          iam_role_arn: 'arn:aws:iam::111122223333:role/chat',
          sns_topic_arns: ref('aws_sns_topic.chat.arn'),
          guardrail_policy_arns: afterApply,
        },
      }),
    },
    {
      name: 'trap 46: another name in the awscc provider',
      template: planOf({
        'awscc_ssmincidents_response_plan.web': {
          chat_channel: { chatbot_sns: [ref('awscc_sns_topic.chat.topic_arn')] },
        },
        'awscc_sns_topic.chat': { topic_name: 'chat' },
        '«awscc_chatbot_slack_channel_configuration.ops»': {
          sns_topic_arns: [ref('awscc_sns_topic.chat.topic_arn')],
          guardrail_policies: afterApply,
        },
      }),
    },
    {
      name: 'Terraform: no guardrail, in a module that is called for two channels',
      template: {
        'main.tf': `
module "chat" {
  source   = "./chat"
  for_each = toset(["C07EXAMPLE01", "C07EXAMPLE02"])
  channel  = each.value
}
`,
        'chat/main.tf': `
variable "channel" {}

variable "guardrails" {
  default = []
}

resource "aws_chatbot_slack_channel_configuration" "incidents" {
  configuration_name    = "incidents"
  slack_team_id         = "T07EXAMPLE"
  slack_channel_id      = var.channel
  iam_role_arn          = "arn:aws:iam::111122223333:role/chat"
  guardrail_policy_arns = ««var.guardrails»»
}
`,
      },
      severity: 'warning',
    },
  ],
  possible: [
    {
      name: 'no guardrail in one arm of a condition',
      template: lacking(
        'GuardrailPolicies: !If [IsProduction, [arn:aws:iam::aws:policy/AWSIncidentManagerResolverAccess], !Ref AWS::NoValue]',
        '«~Slack»',
        isProduction,
      ),
      when: 'not IsProduction',
    },
  ],
  undecided: [
    {
      name: 'one policy of several that only a parameter gives',
      template: used(
        'GuardrailPolicies: [arn:aws:iam::aws:policy/ReadOnlyAccess, «?!Ref Guardrail»]',
        'Parameters: { Guardrail: { Type: String } }\n',
      ),
    },
    {
      name: 'a list that only deployment knows',
      template: used(
        'GuardrailPolicies: «?!Ref Policies»',
        'Parameters: { Policies: { Type: CommaDelimitedList } }\n',
      ),
    },
    {
      name: 'a guardrail that a plan computes',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web', chat_channel: [ref('aws_sns_topic.chat.arn')] },
        'aws_sns_topic.chat': { name: 'chat' },
        'aws_chatbot_slack_channel_configuration.ops': {
          configuration_name: 'ops',
          slack_team_id: 'T07EXAMPLE',
          slack_channel_id: 'C07EXAMPLE01',
          iam_role_arn: 'arn:aws:iam::111122223333:role/chat',
          sns_topic_arns: ref('aws_sns_topic.chat.arn'),
          guardrail_policy_arns: ref('«?local.guardrails»'),
        },
      }),
    },
  ],
});
