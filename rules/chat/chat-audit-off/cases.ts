import { incidentPlan, isProduction, slack, topic } from '../../../test/chat-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { planOf, ref } from '../../../test/terraform-documents.js';

/** A Slack configuration that a response plan uses, with its level as a line of its own. */
function used(level: string, sections = ''): string {
  return `${sections}Resources:
${topic}${incidentPlan('Plan', '!Ref Topic')}${slack(`SnsTopicArns: [!Ref Topic]\n      ${level}`)}`;
}

/** As `used`, with the mark for what is missing: the key of the configuration. */
function lacking(level: string, mark = '«Slack»', sections = ''): string {
  return used(level, sections).replace('  Slack:', `  ${mark}:`);
}

export default cases({
  good: [
    { name: 'all that happens', template: used('LoggingLevel: INFO') },
    { name: 'errors only', template: used("LoggingLevel: 'ERROR'") },
    {
      name: 'a parameter that allows no silence',
      template: used(
        'LoggingLevel: !Ref Level',
        'Parameters: { Level: { Type: String, AllowedValues: [INFO, ERROR] } }\n',
      ),
    },
    {
      name: 'a level from a mapping',
      template: used(
        'LoggingLevel: !FindInMap [Levels, chat, level]',
        'Mappings: { Levels: { chat: { level: INFO } } }\n',
      ),
    },
  ],
  bad: [
    {
      name: 'no level, which is none by default',
      template: lacking('GuardrailPolicies: [arn:aws:iam::aws:policy/ReadOnlyAccess]'),
      message:
        'Commands that members of the chat channel of "Slack" run are logged nowhere, because its logging level is NONE.',
    },
    { name: 'none', template: used('LoggingLevel: «NONE»') },
    { name: 'AWS::NoValue', template: lacking('LoggingLevel: !Ref AWS::NoValue') },
    {
      name: 'a Teams configuration that no response plan uses, which is milder, written as JSON',
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
      severity: 'info',
    },
    {
      name: 'the default, which a plan writes out',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web', chat_channel: [ref('aws_sns_topic.chat.arn')] },
        'aws_sns_topic.chat': { name: 'chat' },
        'aws_chatbot_slack_channel_configuration.ops': {
          configuration_name: 'ops',
          slack_team_id: 'T07EXAMPLE',
          slack_channel_id: 'C07EXAMPLE01',
          iam_role_arn: 'arn:aws:iam::111122223333:role/chat',
          sns_topic_arns: ref('aws_sns_topic.chat.arn'),
          logging_level: '«NONE»',
        },
      }),
    },
  ],
  possible: [
    {
      name: 'none in one arm of a condition',
      template: used('LoggingLevel: !If [IsProduction, INFO, «~NONE»]', isProduction),
      when: 'not IsProduction',
    },
    {
      name: 'no level in one arm of a condition',
      template: lacking(
        'LoggingLevel: !If [IsProduction, INFO, !Ref AWS::NoValue]',
        '«~Slack»',
        isProduction,
      ),
      when: 'not IsProduction',
    },
    {
      name: 'a parameter whose default is none',
      template: used(
        'LoggingLevel: «~!Ref Level»',
        'Parameters: { Level: { Type: String, Default: NONE } }\n',
      ),
      when: 'parameter Level keeps its default',
    },
  ],
  undecided: [
    {
      name: 'a parameter with neither default nor allowed values',
      template: used('LoggingLevel: «?!Ref Level»', 'Parameters: { Level: { Type: String } }\n'),
    },
    {
      name: 'a parameter that allows both',
      template: used(
        'LoggingLevel: «?!Ref Level»',
        'Parameters: { Level: { Type: String, AllowedValues: [NONE, INFO] } }\n',
      ),
    },
  ],
});
