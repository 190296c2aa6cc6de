import { incidentPlan, isProduction, topic } from '../../../test/chat-templates.js';
import { cases } from '../../../test/rule-cases.js';

/** A response plan, its chat topic, and a subscription to it. */
function subscribed(protocol: string, endpoint: string, sections = '', plan = '!Ref Topic'): string {
  return `${sections}Resources:
${topic}${incidentPlan('Plan', plan)}  Subscription:
    Type: AWS::SNS::Subscription
    Properties: { TopicArn: !Ref Topic, Protocol: ${protocol}, Endpoint: ${endpoint} }
`;
}

const queueElsewhere = 'arn:aws:sqs:eu-central-1:444455556666:archive';
const literalTopic = 'arn:aws:sns:eu-central-1:111122223333:incidents';

export default cases({
  good: [
    {
      name: 'the subscription of the chat service',
      template: subscribed('https', "'https://global.sns-api.chatbot.amazonaws.com'"),
    },
    {
      name: 'a queue of the same template',
      template: `${subscribed('sqs', '!GetAtt Queue.Arn')}  Queue: { Type: AWS::SQS::Queue }\n`,
    },
    {
      name: 'a function of the account by its ARN',
      template: subscribed(
        'lambda',
        "!Sub 'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:timeline'",
      ),
    },
    {
      name: 'a queue of the account that the configuration names',
      template: subscribed('sqs', queueElsewhere),
      settings: { account: { id: '444455556666' } },
    },
    {
      name: 'an e-mail address at another topic, written as JSON',
      template: `{
  "Resources": {
    "Alarms": {
      "Type": "AWS::SNS::Topic",
      "Properties": { "Subscription": [{ "Protocol": "email", "Endpoint": "ops@example.com" }] }
    },
    "Topic": { "Type": "AWS::SNS::Topic" },
    "Plan": {
      "Type": "AWS::SSMIncidents::ResponsePlan",
      "Properties": {
        "Name": "web",
        "IncidentTemplate": { "Title": "No answer", "Impact": 1 },
        "ChatChannel": { "ChatbotSns": [{ "Ref": "Topic" }] }
      }
    }
  }
}`,
    },
    {
      name: 'trap 48: a notification target is no chat channel, and people subscribe to it',
      template: `Resources:
${topic}  Plan:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties:
      Name: web
      IncidentTemplate: { Title: No answer, Impact: 1, NotificationTargets: [{ SnsTopicArn: !Ref Topic }] }
  Subscription:
    Type: AWS::SNS::Subscription
    Properties: { TopicArn: !Ref Topic, Protocol: email, Endpoint: ops@example.com }
`,
    },
    {
      name: 'a subscription of the arm in which the plan has no topic of that name',
      template: subscribed('http', "'http://example.com'", '', '!Ref Other').replace(
        'Resources:\n',
        'Resources:\n  Other: { Type: AWS::SNS::Topic }\n',
      ),
    },
  ],
  bad: [
    {
      name: 'trap 73: an e-mail address, which the message does not repeat',
      template: subscribed('«email»', 'ops@example.com'),
      message: 'What is sent to the chat topic of a response plan also goes by e-mail.',
    },
    { name: 'an e-mail address for JSON', template: subscribed('«email-json»', 'ops@example.com') },
    {
      name: 'a phone',
      template: subscribed('«sms»', "'+12065550100'"),
      message: 'What is sent to the chat topic of a response plan also goes by text message.',
    },
    {
      name: 'a web address',
      template: subscribed('«https»', "'https://hooks.example.com/incidents'"),
      message: 'What is sent to the chat topic of a response plan also goes to a web address.',
    },
    {
      name: 'a web address that only looks like the chat service’s',
      template: subscribed('«https»', "'https://global.sns-api.chatbot.amazonaws.com.example.com/'"),
    },
    {
      name: 'a web address without encryption',
      template: subscribed('«http»', "'http://hooks.example.com/incidents'"),
      severity: 'error',
      message:
        'What is sent to the chat topic of a response plan also goes to a web address, and unencrypted.',
    },
    {
      name: 'a web address whose host is known',
      template: subscribed('«https»', "!Sub 'https://hooks.example.com/${AWS::StackName}'"),
    },
    {
      name: 'a queue of another account than the configuration’s',
      template: subscribed('«sqs»', queueElsewhere),
      settings: { account: { id: '111122223333' } },
      message:
        'What is sent to the chat topic of a response plan also goes to a resource of another account.',
    },
    {
      name: 'a queue of another account than the topic’s',
      template: `Resources:
${incidentPlan('Plan', literalTopic)}  Subscription:
    Type: AWS::SNS::Subscription
    Properties: { TopicArn: ${literalTopic}, Protocol: «sqs», Endpoint: ${queueElsewhere} }
`,
    },
    {
      name: 'written with the topic, the plan in another file, as JSON',
      template: {
        'plan.yaml': `Resources:\n${incidentPlan('Plan', '!ImportValue incidents')}`,
        'topic.json': `{
  "Resources": {
    "Topic": {
      "Type": "AWS::SNS::Topic",
      "Properties": {
        "Subscription": [
          { "Protocol": "https", "Endpoint": "https://global.sns-api.chatbot.amazonaws.com" },
          { "Protocol": «"email"», "Endpoint": "ops@example.com" }
        ]
      }
    }
  },
  "Outputs": { "Topic": { "Value": { "Ref": "Topic" }, "Export": { "Name": "incidents" } } }
}`,
      },
    },
    {
      name: 'a parameter that allows only what leaves',
      template: subscribed(
        '«!Ref Way»',
        'ops@example.com',
        'Parameters: { Way: { Type: String, AllowedValues: [email, email-json] } }\n',
      ),
    },
    {
      name: 'Terraform: a subscription to a chat topic',
      template: {
        'main.tf': `
resource "aws_sns_topic" "chat" {
  name = "chat"
}
resource "aws_sns_topic_subscription" "mail" {
  topic_arn = aws_sns_topic.chat.arn
  protocol  = «"email"»
  endpoint  = "ops@example.com"
}
resource "aws_ssmincidents_response_plan" "web" {
  name         = "web"
  chat_channel = [aws_sns_topic.chat.arn]
  incident_template {
    title  = "No answer"
    impact = 1
  }
}
`,
      },
    },
  ],
  possible: [
    {
      name: 'in one arm of a condition',
      template: subscribed(
        '!If [IsProduction, https, «~http»]',
        "'https://global.sns-api.chatbot.amazonaws.com'",
        isProduction,
      ),
      severity: 'error',
      when: 'not IsProduction',
    },
    {
      name: 'a subscription that is made only under a condition',
      template: subscribed('«~email»', 'ops@example.com', isProduction).replace(
        'Type: AWS::SNS::Subscription',
        'Type: AWS::SNS::Subscription\n    Condition: IsProduction',
      ),
      when: 'IsProduction',
    },
    {
      name: 'a parameter whose default is a phone',
      template: subscribed(
        '«~!Ref Way»',
        "'+12065550100'",
        'Parameters: { Way: { Type: String, Default: sms } }\n',
      ),
      when: 'parameter Way keeps its default',
    },
  ],
  undecided: [
    {
      name: 'a web address that only a parameter gives',
      template: subscribed('«?https»', '!Ref Address', 'Parameters: { Address: { Type: String } }\n'),
      reason: 'parameter Address has no default and no allowed values',
    },
    {
      name: 'a web address whose host has a gap',
      template: subscribed(
        '«?https»',
        "!Sub 'https://${Host}.amazonaws.com'",
        'Parameters: { Host: { Type: String } }\n',
      ),
    },
    {
      name: 'a queue of an account, where the topic’s is not known',
      template: subscribed('«?sqs»', queueElsewhere),
      reason: 'it is not known whether the account of the endpoint is that of the topic',
    },
    {
      name: 'a parameter that allows ways of both sorts',
      template:
        subscribed(
          '«?!Ref Way»',
          '!GetAtt Queue.Arn',
          'Parameters: { Way: { Type: String, AllowedValues: [email, sqs] } }\n',
        ) + '  Queue: { Type: AWS::SQS::Queue }\n',
    },
    {
      name: 'a topic that may be the chat topic of a plan',
      template: subscribed(
        '«?email»',
        'ops@example.com',
        'Parameters: { Chat: { Type: String } }\n',
        '!Ref Chat',
      ),
    },
  ],
});
