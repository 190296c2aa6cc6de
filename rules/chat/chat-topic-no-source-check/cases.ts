import { incidentPlan, isProduction, publishing, topic, topicPolicy } from '../../../test/chat-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { planOf, ref } from '../../../test/terraform-documents.js';

/** A topic with a policy of one statement for Incident Manager; `condition` is its text, or empty. */
function policy(condition: string, mark = 'ssm-incidents.amazonaws.com', sections = ''): string {
  const statement = `{ Effect: Allow, Principal: { Service: ${mark} }, Action: 'sns:Publish', Resource: !Ref Topic${condition} }`;
  return `${sections}Resources:\n${topic}${topicPolicy([statement])}`;
}

const marked = '«ssm-incidents.amazonaws.com»';

export default cases({
  good: [
    {
      name: 'trap 37: AWS’s own form with IfExists, which a service cannot evade',
      template: `Resources:\n${topic}${topicPolicy([publishing])}`,
    },
    {
      name: 'the account of the source',
      template: policy(", Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } }"),
    },
    {
      name: 'the ARN of the source',
      template: policy(
        ", Condition: { ArnLike: { 'aws:SourceArn': !Sub 'arn:${AWS::Partition}:ssm-incidents::${AWS::AccountId}:*' } }",
      ),
    },
    {
      name: 'another service',
      template: policy('', 'cloudwatch.amazonaws.com'),
    },
    {
      name: 'a service that only a parameter gives, on a topic of something else',
      template: policy('', '!Ref Service', 'Parameters: { Service: { Type: String } }\n'),
    },
    {
      name: 'a Deny',
      template: policy('', 'ssm-incidents.amazonaws.com').replace('Effect: Allow', 'Effect: Deny'),
    },
    {
      name: 'everybody, which is for chat-topic-public to say',
      template: policy('').replace('{ Service: ssm-incidents.amazonaws.com }', "'*'"),
    },
  ],
  bad: [
    {
      name: 'what the CDK writes for grantPublish',
      template: policy('', marked),
      message:
        '"TopicPolicy" lets Incident Manager publish for any account: no condition says whose incidents may come through.',
    },
    {
      name: 'among other services, and in the inline form',
      template: `Resources:
${topic}  TopicPolicy:
    Type: AWS::SNS::TopicInlinePolicy
    Properties:
      TopicArn: !Ref Topic
      PolicyDocument:
        Statement:
          Effect: Allow
          Principal: { Service: [events.amazonaws.com, ${marked}] }
          Action: SNS:*
          Resource: '*'
`,
    },
    {
      name: 'any account at all',
      template: policy(", Condition: { StringLike: { 'aws:SourceAccount': '*' } }", marked),
    },
    {
      name: 'a condition that says how and not for whom',
      template: policy(", Condition: { Bool: { 'aws:SecureTransport': 'true' } }", marked),
    },
    {
      name: 'trap 41: a policy as JSON text, written as JSON',
      template: `{
  "Resources": {
    "Topic": { "Type": "AWS::SNS::Topic" },
    "TopicPolicy": {
      "Type": "AWS::SNS::TopicPolicy",
      "Properties": {
        "Topics": [{ "Ref": "Topic" }],
        "PolicyDocument": «"{\\"Statement\\": {\\"Effect\\": \\"Allow\\", \\"Principal\\": {\\"Service\\": \\"ssm-incidents.amazonaws.com\\"}, \\"Action\\": \\"sns:Publish\\", \\"Resource\\": \\"*\\"}}"»
      }
    }
  }
}`,
    },
    {
      name: 'a policy of a plan without the condition',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web', chat_channel: [ref('aws_sns_topic.chat.arn')] },
        'aws_sns_topic.chat': { name: 'chat' },
        'aws_sns_topic_policy.chat': {
          arn: ref('aws_sns_topic.chat.arn'),
          policy: `«${JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 'ssm-incidents.amazonaws.com' }, Action: 'sns:Publish', Resource: '*' }] })}»`,
        },
      }),
    },
  ],
  possible: [
    {
      name: 'no condition in one arm',
      template: policy(
        ", Condition: !If [IsProduction, { StringEquals: { 'aws:SourceAccount': '111122223333' } }, !Ref AWS::NoValue]",
        '«~ssm-incidents.amazonaws.com»',
        isProduction,
      ),
      when: 'not IsProduction',
    },
  ],
  undecided: [
    {
      name: 'an account that only a parameter gives',
      template: policy(
        ", Condition: { StringEquals: { 'aws:SourceAccount': !Ref Account } }",
        '«?ssm-incidents.amazonaws.com»',
        'Parameters: { Account: { Type: String } }\n',
      ),
    },
    {
      name: 'a service that only a parameter gives, on the topic of a response plan',
      template: policy('', '«?!Ref Service»', 'Parameters: { Service: { Type: String } }\n').concat(
        incidentPlan('Plan', '!Ref Topic'),
      ),
    },
  ],
});
