import { incidentPlan, isProduction, topic } from '../../../test/chat-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { planOf, ref } from '../../../test/terraform-documents.js';

/** A response plan whose key is marked, with a line of its own. */
function plan(line: string, mark = '«Plan»', sections = ''): string {
  return `${sections}Resources:
${topic}  ${mark}:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties:
      Name: web
      IncidentTemplate: { Title: The web shop does not answer, Impact: 1 }
      ${line}
`;
}

export default cases({
  good: [
    { name: 'a topic', template: `Resources:\n${topic}${incidentPlan('Plan', '!Ref Topic')}` },
    {
      name: 'a literal topic',
      template: `Resources:\n${incidentPlan('Plan', 'arn:aws:sns:eu-central-1:111122223333:incidents')}`,
    },
    {
      name: 'trap 24: a lone text where a list is meant, as in AWS’s sample',
      template: plan('ChatChannel: { ChatbotSns: !Ref Topic }', 'Plan'),
      invalid: true,
    },
    {
      name: 'trap 47: a set of topics in a plan',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web', chat_channel: [ref('aws_sns_topic.chat.arn')] },
        'aws_sns_topic.chat': { name: 'chat' },
      }),
    },
  ],
  bad: [
    {
      name: 'no chat channel',
      template: plan('DisplayName: Web'),
      message:
        'Response plan "Plan" has no chat channel, so responders get no updates where they could answer them.',
      severity: 'info',
    },
    { name: 'a chat channel without a list', template: plan('ChatChannel: {}') },
    { name: 'AWS::NoValue', template: plan('ChatChannel: !Ref AWS::NoValue') },
    {
      name: 'trap 48: a notification target is no chat channel, written as JSON',
      template: `{
  "Resources": {
    "Topic": { "Type": "AWS::SNS::Topic" },
    "Plan": {
      "Type": "AWS::SSMIncidents::ResponsePlan",
      "Properties": {
        "Name": "web",
        "IncidentTemplate": {
          "Title": "The web shop does not answer",
          "Impact": 1,
          "NotificationTargets": [{ "SnsTopicArn": { "Ref": "Topic" } }]
        },
        "ChatChannel": { "ChatbotSns": «[]» }
      }
    }
  }
}`,
      invalid: true,
    },
    {
      name: 'a plan of Terraform’s without a topic',
      template: planOf({ '«aws_ssmincidents_response_plan.web»': { name: 'web', chat_channel: null } }),
    },
  ],
  possible: [
    {
      name: 'no topic in one arm of a condition',
      template: plan(
        'ChatChannel: !If [IsProduction, { ChatbotSns: [!Ref Topic] }, !Ref AWS::NoValue]',
        '«~Plan»',
        isProduction,
      ),
      when: 'not IsProduction',
    },
    {
      name: 'the only item in one arm of a condition',
      template: plan(
        'ChatChannel: { ChatbotSns: «~[!If [IsProduction, !Ref Topic, !Ref AWS::NoValue]]» }',
        'Plan',
        isProduction,
      ),
      when: 'not IsProduction',
    },
  ],
  undecided: [
    {
      name: 'a list that only a parameter gives',
      template: plan(
        'ChatChannel: { ChatbotSns: «?!Ref Topics» }',
        'Plan',
        'Parameters: { Topics: { Type: CommaDelimitedList } }\n',
      ),
    },
  ],
});
