import { incidentPlan, isProduction, slack, topic } from '../../../test/chat-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { planOf, rawStateOf, ref, stateOf } from '../../../test/terraform-documents.js';

const other = '  Other: { Type: AWS::SNS::Topic }\n';

export default cases({
  good: [
    {
      name: 'one plan in a state and in a Terraform plan beside it',
      template: {
        'terraform.tfstate': rawStateOf({
          'aws_sns_topic.chat': { arn: 'arn:aws:sns:eu-central-1:111122223333:chat' },
          'aws_ssmincidents_response_plan.web': {
            arn: 'arn:aws:ssm-incidents::111122223333:response-plan/web',
            chat_channel: ['arn:aws:sns:eu-central-1:111122223333:chat'],
          },
        }),
        'tfplan.json': planOf({
          'aws_sns_topic.chat': { arn: 'arn:aws:sns:eu-central-1:111122223333:chat' },
          'aws_ssmincidents_response_plan.web': {
            arn: 'arn:aws:ssm-incidents::111122223333:response-plan/web',
            chat_channel: ['arn:aws:sns:eu-central-1:111122223333:chat'],
          },
        }),
      },
    },
    {
      name: 'a topic and a channel for each plan',
      template: `Resources:\n${topic}${other}${incidentPlan('Web', '!Ref Topic')}${incidentPlan('Data', '!Ref Other')}${slack('SnsTopicArns: [!Ref Topic]')}${slack('SnsTopicArns: [!Ref Other]', 'C07EXAMPLE02', 'Second')}`,
    },
    {
      name: 'trap 5: one plan with a topic for each Region, in one channel',
      template: `Resources:\n${topic}${other}${incidentPlan('Web', '!Ref Topic, !Ref Other')}${slack('SnsTopicArns: [!Ref Topic, !Ref Other]')}`,
    },
    {
      name: 'a channel that plans may share',
      template: `Resources:\n${topic}${incidentPlan('Web', '!Ref Topic')}${incidentPlan('Data', '!Ref Topic')}${slack('SnsTopicArns: [!Ref Topic]')}`,
      settings: { chat: { sharedChannelsAllowed: ['C07EXAMPLE01'] } },
    },
    {
      name: 'two plans that never exist together',
      template: `Conditions:
  IsProduction: !Equals [!Ref AWS::AccountId, '111122223333']
  IsTest: !Not [!Condition IsProduction]
Resources:
${topic}${incidentPlan('Web', '!Ref Topic').replace('    Properties', '    Condition: IsProduction\n    Properties')}${incidentPlan('Data', '!Ref Topic').replace('    Properties', '    Condition: IsTest\n    Properties')}`,
    },
    {
      name: 'trap 48: notification targets are no chat channel',
      template: `Resources:\n${topic}${incidentPlan('Web', '!Ref Topic')}  Data:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties:
      Name: Data
      IncidentTemplate: { Title: Something, Impact: 1, NotificationTargets: [{ SnsTopicArn: !Ref Topic }] }
`,
    },
  ],
  bad: [
    {
      name: 'two plans with one topic',
      template: `Resources:\n${topic}${incidentPlan('Web', '!Ref Topic')}${incidentPlan('Data', '«!Ref Topic»')}`,
      message:
        'Response plan "Data" uses the chat channel of response plan "Web", so both incidents end up in one channel.',
    },
    {
      name: 'two topics that end in one channel',
      template: `Resources:\n${topic}${other}${incidentPlan('Web', '!Ref Topic')}${incidentPlan('Data', '«!GetAtt Other.TopicArn»')}${slack('SnsTopicArns: [!Ref Topic, !Ref Other]')}`,
    },
    {
      name: 'one topic as a reference and as an ARN with its name',
      template: `Resources:
  Topic: { Type: AWS::SNS::Topic, Properties: { TopicName: incidents } }
${incidentPlan('Web', '!Ref Topic')}${incidentPlan('Data', "«!Sub 'arn:aws:sns:${AWS::Region}:${AWS::AccountId}:incidents'»")}`,
    },
    {
      name: 'a channel whose ID is one parameter',
      template: `Parameters: { Channel: { Type: String } }\nResources:\n${topic}${other}${incidentPlan('Web', '!Ref Topic')}${incidentPlan('Data', '«!Ref Other»')}${slack('SnsTopicArns: [!Ref Topic]', '!Ref Channel')}${slack('SnsTopicArns: [!Ref Other]', '!Ref Channel', 'Second')}`,
    },
    {
      name: 'plans of two files, the second written as JSON',
      template: {
        'a.yaml': `Resources:\n${topic}${incidentPlan('Web', '!Ref Topic')}Outputs:\n  Topic: { Value: !Ref Topic, Export: { Name: incident-topic } }\n`,
        'b.json': `{
  "Resources": {
    "Data": {
      "Type": "AWS::SSMIncidents::ResponsePlan",
      "Properties": {
        "Name": "data",
        "IncidentTemplate": { "Title": "The database does not answer", "Impact": 1 },
        "ChatChannel": { "ChatbotSns": [«{ "Fn::ImportValue": "incident-topic" }»] }
      }
    }
  }
}`,
      },
    },
    {
      name: 'trap 47: two plans of Terraform’s with one topic',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web', chat_channel: [ref('aws_sns_topic.chat.arn')] },
        'aws_sns_topic.chat': { name: 'chat' },
        'aws_ssmincidents_response_plan.zoo': {
          name: 'zoo',
          chat_channel: [ref('«aws_sns_topic.chat.arn»')],
        },
      }),
    },
    {
      name: 'two plans of a state with one topic',
      template: stateOf({
        'aws_ssmincidents_response_plan.a': { chat_channel: ['arn:aws:sns:eu-central-1:111122223333:chat'] },
        'aws_ssmincidents_response_plan.b': {
          chat_channel: ['«arn:aws:sns:eu-central-1:111122223333:chat»'],
        },
      }),
    },
  ],
  possible: [
    {
      name: 'one arm of a condition',
      template: `${isProduction}Resources:\n${topic}${other}${incidentPlan('Web', '!Ref Topic')}${incidentPlan('Data', '!If [IsProduction, !Ref Other, «~!Ref Topic»]')}`,
      when: 'not IsProduction',
    },
  ],
  undecided: [
    {
      name: 'an unknown topic of an earlier plan',
      template: `Resources:\n${topic}${incidentPlan('Web', '!ImportValue incident-topic')}${incidentPlan('Data', '«?!Ref Topic»')}`,
    },
    {
      name: 'channels whose IDs are two parameters',
      template: `Parameters: { One: { Type: String }, Two: { Type: String } }\nResources:\n${topic}${other}${incidentPlan('Web', '!Ref Topic')}${incidentPlan('Data', '«?!Ref Other»')}${slack('SnsTopicArns: [!Ref Topic]', '!Ref One')}${slack('SnsTopicArns: [!Ref Other]', '!Ref Two', 'Second')}`,
    },
    {
      name: 'a topic that is exported nowhere',
      template: `Resources:\n${topic}${incidentPlan('Web', '!Ref Topic')}${incidentPlan('Data', '«?!ImportValue incident-topic»')}`,
    },
  ],
});
