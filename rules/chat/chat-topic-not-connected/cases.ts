import { incidentPlan, isProduction, slack, topic } from '../../../test/chat-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { planOf, ref } from '../../../test/terraform-documents.js';

/** A response plan whose chat topic is marked, the topic, and what follows. */
function plan(mark: string, more: string, sections = ''): string {
  return `${sections}Resources:\n${topic}${incidentPlan('Plan', mark)}${more}`;
}

const connected = slack('SnsTopicArns: [!Ref Topic]');
const other = '  Other: { Type: AWS::SNS::Topic }\n';

export default cases({
  good: [
    { name: 'a Slack configuration that names it', template: plan('!Ref Topic', connected) },
    {
      name: 'by an attribute here and by name there',
      template: plan(
        '!GetAtt Topic.TopicArn',
        slack("SnsTopicArns: [!Sub 'arn:aws:sns:${AWS::Region}:${AWS::AccountId}:incidents']"),
      ).replace(
        '{ Type: AWS::SNS::Topic }',
        '{ Type: AWS::SNS::Topic, Properties: { TopicName: incidents } }',
      ),
    },
    {
      name: 'trap 68: a configuration in another stack, joined by an export whose name has a colon',
      template: {
        'chat.yaml': `Resources:\n${slack("SnsTopicArns: [!ImportValue 'Plan:ExportsOutputRefTopic']")}`,
        'plan.yaml': `${plan('!Ref Topic', '')}Outputs:\n  Topic: { Value: !Ref Topic, Export: { Name: 'Plan:ExportsOutputRefTopic' } }\n`,
      },
    },
    {
      name: 'the same literal topic, written as JSON',
      template: `{
  "Resources": {
    "Plan": {
      "Type": "AWS::SSMIncidents::ResponsePlan",
      "Properties": {
        "Name": "web",
        "IncidentTemplate": { "Title": "No answer", "Impact": 1 },
        "ChatChannel": { "ChatbotSns": ["arn:aws:sns:eu-central-1:111122223333:incidents"] }
      }
    },
    "Teams": {
      "Type": "AWS::Chatbot::MicrosoftTeamsChannelConfiguration",
      "Properties": {
        "ConfigurationName": "incidents",
        "TeamId": "12345678-1234-4234-8234-123456789012",
        "TeamsTenantId": "12345678-1234-4234-8234-123456789012",
        "TeamsChannelId": "19%3aabc%40thread.tacv2",
        "IamRoleArn": "arn:aws:iam::111122223333:role/chat",
        "SnsTopicArns": ["arn:aws:sns:eu-central-1:111122223333:incidents"]
      }
    }
  }
}`,
    },
    {
      name: 'a subscription of the chat service by hand',
      template: plan(
        '!Ref Topic',
        `  Subscription:
    Type: AWS::SNS::Subscription
    Properties: { TopicArn: !Ref Topic, Protocol: https, Endpoint: 'https://global.sns-api.chatbot.amazonaws.com' }
`,
      ),
    },
    {
      name: 'trap 48: a notification target need not lead to chat',
      template: `Resources:
${topic}  Plan:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties:
      Name: web
      IncidentTemplate: { Title: No answer, Impact: 1, NotificationTargets: [{ SnsTopicArn: !Ref Topic }] }
`,
    },
    {
      name: 'trap 51: topics of the awscc provider, whose ARN is topic_arn',
      template: {
        'main.tf': `
resource "awscc_sns_topic" "chat" {}
resource "awscc_ssmincidents_response_plan" "web" {
  name              = "web"
  incident_template = { title = "No answer", impact = 1 }
  chat_channel      = { chatbot_sns = [awscc_sns_topic.chat.topic_arn] }
}
resource "awscc_chatbot_slack_channel_configuration" "ops" {
  configuration_name = "ops"
  slack_workspace_id = "T07EXAMPLE"
  slack_channel_id   = "C07EXAMPLE01"
  iam_role_arn       = "arn:aws:iam::111122223333:role/chat"
  sns_topic_arns     = [awscc_sns_topic.chat.arn]
}
`,
      },
    },
    {
      name: 'a topic of a plan that a Slack configuration names',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web', chat_channel: [ref('aws_sns_topic.chat.arn')] },
        'aws_sns_topic.chat': { name: 'chat' },
        'aws_chatbot_slack_channel_configuration.ops': {
          configuration_name: 'ops',
          slack_team_id: 'T07EXAMPLE',
          slack_channel_id: 'C07EXAMPLE01',
          iam_role_arn: 'arn:aws:iam::111122223333:role/chat',
          sns_topic_arns: ref('aws_sns_topic.chat.arn'),
        },
      }),
    },
  ],
  bad: [
    {
      name: 'no chat configuration at all',
      template: plan('«!Ref Topic»', ''),
      message:
        'The chat topic of response plan "Plan" leads to no chat channel: no Slack or Teams configuration here names it.',
    },
    {
      name: 'a configuration for another topic',
      template: plan('«!Ref Topic»', `${other}${slack('SnsTopicArns: [!Ref Other]')}`),
    },
    {
      name: 'a configuration without topics, written as JSON',
      template: `{
  "Resources": {
    "Topic": { "Type": "AWS::SNS::Topic" },
    "Plan": {
      "Type": "AWS::SSMIncidents::ResponsePlan",
      "Properties": {
        "Name": "web",
        "IncidentTemplate": { "Title": "No answer", "Impact": 1 },
        "ChatChannel": { "ChatbotSns": [«{ "Ref": "Topic" }»] }
      }
    },
    "Slack": {
      "Type": "AWS::Chatbot::SlackChannelConfiguration",
      "Properties": {
        "ConfigurationName": "incidents",
        "SlackWorkspaceId": "T07EXAMPLE",
        "SlackChannelId": "C07EXAMPLE01",
        "IamRoleArn": "arn:aws:iam::111122223333:role/chat"
      }
    }
  }
}`,
    },
    {
      name: 'trap 5: the second of two topics, one for each Region',
      template: plan('!Ref Topic, «!Ref Other»', `${other}${connected}`),
    },
    {
      name: 'a topic of a plan that nothing names',
      template: planOf({
        'aws_ssmincidents_response_plan.web': {
          name: 'web',
          chat_channel: [ref('«aws_sns_topic.chat.arn»')],
        },
        'aws_sns_topic.chat': { name: 'chat' },
      }),
    },
  ],
  possible: [
    {
      name: 'a topic of one arm',
      template: plan('!If [IsProduction, !Ref Topic, «~!Ref Other»]', `${other}${connected}`, isProduction),
      when: 'not IsProduction',
    },
  ],
  undecided: [
    {
      name: 'a literal topic, whose configuration may be elsewhere',
      template: `Resources:\n${incidentPlan('Plan', '«?arn:aws:sns:eu-central-1:111122223333:incidents»')}`,
      reason: 'the topic is declared outside the scanned files, and so may be its chat configuration',
    },
    {
      name: 'an import that nothing here exports',
      template: `Resources:\n${incidentPlan('Plan', '«?!ImportValue incidents»')}`,
    },
    {
      name: 'a configuration whose topics only a parameter gives',
      template: plan(
        '«?!Ref Topic»',
        slack('SnsTopicArns: !Ref Topics'),
        'Parameters: { Topics: { Type: CommaDelimitedList } }\n',
      ),
    },
    {
      name: 'a file that could not be read may hold the configuration',
      template: { 'a.yaml': plan('«?!Ref Topic»', ''), 'b.json': '{ "Resources": ' },
      problems: ['malformed-json'],
    },
  ],
});
