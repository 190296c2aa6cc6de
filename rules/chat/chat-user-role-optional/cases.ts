import { incidentPlan, isProduction, slack, topic } from '../../../test/chat-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { marked, planOf, ref } from '../../../test/terraform-documents.js';

/** A Slack configuration that a response plan uses, with its flag as a line of its own. */
function used(flag: string, sections = ''): string {
  return `${sections}Resources:
${topic}${incidentPlan('Plan', '!Ref Topic')}${slack(`SnsTopicArns: [!Ref Topic]\n      ${flag}`)}`;
}

/** As `used`, with the mark for what is missing: the key of the configuration. */
function lacking(flag: string, mark = '«Slack»', sections = ''): string {
  return used(flag, sections).replace('  Slack:', `  ${mark}:`);
}

export default cases({
  good: [
    { name: 'required', template: used('UserRoleRequired: true') },
    { name: 'required as a text', template: used("UserRoleRequired: 'true'") },
    { name: 'required as YAML 1.1 writes it', template: used('UserRoleRequired: yes') },
    {
      name: 'both arms of a condition',
      template: used("UserRoleRequired: !If [IsProduction, true, 'true']", isProduction),
    },
  ],
  bad: [
    {
      name: 'trap 50: not written, which is AWS’s own setup and so a hint and no error',
      template: lacking('LoggingLevel: INFO'),
      message:
        'Members of the chat channel of "Slack" need no role of their own: each may act with the role of the channel.',
      severity: 'info',
    },
    { name: 'off', template: used('UserRoleRequired: «false»') },
    { name: 'off as a text', template: used("UserRoleRequired: «'false'»") },
    { name: 'off as YAML 1.1 writes it', template: used('UserRoleRequired: «no»') },
    { name: 'AWS::NoValue', template: lacking('UserRoleRequired: !Ref AWS::NoValue') },
    {
      name: 'a Teams configuration that no response plan uses, written as JSON',
      template: `{
  "Resources": {
    "Teams": {
      "Type": "AWS::Chatbot::MicrosoftTeamsChannelConfiguration",
      "Properties": {
        "ConfigurationName": "incidents",
        "TeamId": "12345678-1234-4234-8234-123456789012",
        "TeamsTenantId": "12345678-1234-4234-8234-123456789012",
        "TeamsChannelId": "19%3aabc%40thread.tacv2",
        "IamRoleArn": "arn:aws:iam::111122223333:role/chat",
        "UserRoleRequired": «"false"»
      }
    }
  }
}`,
      severity: 'info',
    },
    {
      name: 'trap 46: another name in the aws provider',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web', chat_channel: [ref('aws_sns_topic.chat.arn')] },
        'aws_sns_topic.chat': { name: 'chat' },
        'aws_chatbot_slack_channel_configuration.ops': {
          configuration_name: 'ops',
          slack_team_id: 'T07EXAMPLE',
          slack_channel_id: 'C07EXAMPLE01',
          iam_role_arn: 'arn:aws:iam::111122223333:role/chat',
          sns_topic_arns: ref('aws_sns_topic.chat.arn'),
          user_authorization_required: marked('«', false),
        },
      }),
    },
  ],
  possible: [
    {
      name: 'off in one arm of a condition',
      template: used('UserRoleRequired: !If [IsProduction, true, «~false»]', isProduction),
      when: 'not IsProduction',
    },
    {
      name: 'a parameter whose default is off',
      template: used(
        'UserRoleRequired: «~!Ref Required»',
        "Parameters: { Required: { Type: String, Default: 'false' } }\n",
      ),
      when: 'parameter Required keeps its default',
    },
  ],
  undecided: [
    {
      name: 'a parameter with neither default nor allowed values',
      template: used('UserRoleRequired: «?!Ref Required»', 'Parameters: { Required: { Type: String } }\n'),
    },
  ],
});
