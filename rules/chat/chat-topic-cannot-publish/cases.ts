import { incidentPlan, isProduction, publishing, topic, topicPolicy } from '../../../test/chat-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { planOf, ref } from '../../../test/terraform-documents.js';

/** A response plan whose chat topic is marked, the topic, and what follows. */
function plan(mark: string, more: string, sections = ''): string {
  return `${sections}Resources:\n${topic}${incidentPlan('Plan', mark)}${more}`;
}

const service = 'Principal: { Service: ssm-incidents.amazonaws.com }';

export default cases({
  good: [
    {
      name: 'trap 37: the statement of AWS’s guide',
      template: plan('!Ref Topic', topicPolicy([publishing])),
    },
    {
      name: 'trap 38: case of actions does not count, and trap 41: a policy as JSON text for several topics',
      template: `{
  "Resources": {
    "Topic": { "Type": "AWS::SNS::Topic" },
    "Other": { "Type": "AWS::SNS::Topic" },
    "Plan": {
      "Type": "AWS::SSMIncidents::ResponsePlan",
      "Properties": {
        "Name": "web",
        "IncidentTemplate": { "Title": "The web shop does not answer", "Impact": 1 },
        "ChatChannel": { "ChatbotSns": [{ "Ref": "Topic" }] }
      }
    },
    "TopicPolicy": {
      "Type": "AWS::SNS::TopicPolicy",
      "Properties": {
        "Topics": [{ "Ref": "Other" }, { "Fn::GetAtt": ["Topic", "TopicArn"] }],
        "PolicyDocument": "{\\"Statement\\": {\\"Effect\\": \\"Allow\\", \\"Principal\\": {\\"Service\\": \\"ssm-incidents.amazonaws.com\\"}, \\"Action\\": \\"SNS:Publish\\", \\"Resource\\": \\"*\\"}}"
      }
    }
  }
}`,
    },
    {
      name: 'what the CDK writes for grantPublish',
      template: plan(
        '!Ref Topic',
        topicPolicy([`{ Sid: '0', Effect: Allow, ${service}, Action: 'sns:Publish', Resource: !Ref Topic }`]),
      ),
    },
    {
      name: 'an inline policy with all actions',
      template: plan(
        '!Ref Topic',
        `  TopicPolicy:
    Type: AWS::SNS::TopicInlinePolicy
    Properties:
      TopicArn: !Ref Topic
      PolicyDocument: { Statement: { Effect: Allow, ${service}, Action: 'sns:*', Resource: !Ref Topic } }
`,
      ),
    },
    {
      name: 'a topic by name, and its policy by ARN',
      template: plan(
        "!Sub 'arn:aws:sns:eu-central-1:${AWS::AccountId}:incidents'",
        topicPolicy(
          [
            `{ Effect: Allow, ${service}, Action: 'sns:Publish', Resource: !Sub 'arn:aws:sns:*:\${AWS::AccountId}:*' }`,
          ],
          "[!Sub 'arn:aws:sns:${AWS::Region}:${AWS::AccountId}:incidents']",
        ),
      ).replace(
        '{ Type: AWS::SNS::Topic }',
        '{ Type: AWS::SNS::Topic, Properties: { TopicName: incidents } }',
      ),
    },
    {
      name: 'everybody without a condition, which is for chat-topic-public to say',
      template: plan(
        '!Ref Topic',
        topicPolicy([`{ Effect: Allow, Principal: '*', Action: 'sns:Publish', Resource: !Ref Topic }`]),
      ),
    },
    {
      name: 'a policy in another file, and a denial of unencrypted calls',
      template: {
        'plan.yaml': `Resources:\n${incidentPlan('Plan', '!ImportValue incident-topic')}`,
        'topic.yaml': `Resources:\n${topic}${topicPolicy([
          publishing,
          "{ Effect: Deny, Principal: '*', Action: 'sns:Publish', Resource: !Ref Topic, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }",
        ])}Outputs:\n  Topic: { Value: !Ref Topic, Export: { Name: incident-topic } }\n`,
      },
    },
    {
      name: 'trap 48: a notification target is no chat channel',
      template: `Resources:
${topic}  Plan:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties:
      Name: web
      IncidentTemplate: { Title: No answer, Impact: 1, NotificationTargets: [{ SnsTopicArn: !Ref Topic }] }
`,
    },
    {
      name: 'both arms allow it',
      template: plan(
        '!Ref Topic',
        topicPolicy([publishing.replace("'sns:Publish'", "!If [IsProduction, 'sns:Publish', 'sns:*']")]),
        isProduction,
      ),
    },
    {
      name: 'a topic and its policy under the same condition',
      template: plan(
        '!If [IsProduction, !Ref Topic, !Ref AWS::NoValue]',
        topicPolicy([publishing]).replace('    Type:', '    Condition: IsProduction\n    Type:'),
        isProduction,
      ),
    },
    {
      name: 'a policy of its own in a plan',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web', chat_channel: [ref('aws_sns_topic.chat.arn')] },
        'aws_sns_topic.chat': { name: 'chat' },
        'aws_sns_topic_policy.chat': {
          arn: ref('aws_sns_topic.chat.arn'),
          policy: JSON.stringify({
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: 'ssm-incidents.amazonaws.com' },
                Action: 'sns:Publish',
                Resource: '*',
                Condition: { StringEquals: { 'AWS:SourceAccount': '111122223333' } },
              },
            ],
          }),
        },
      }),
    },
  ],
  bad: [
    {
      name: 'a topic without a policy',
      template: plan('«!Ref Topic»', ''),
      message:
        'Incident Manager may not publish to the chat channel of "Plan": its topic has no policy that allows it.',
    },
    {
      name: 'trap 38: a policy that repeats the default one',
      template: plan(
        '«!Ref Topic»',
        topicPolicy([
          "{ Effect: Allow, Principal: { AWS: '*' }, Action: ['sns:Publish', 'sns:Subscribe'], Resource: !Ref Topic, Condition: { StringEquals: { 'AWS:SourceOwner': !Ref AWS::AccountId } } }",
        ]),
      ),
      message:
        'Incident Manager may not publish to the chat channel of "Plan": its topic has a policy without a statement that allows it.',
    },
    {
      name: 'another service',
      template: plan('«!Ref Topic»', topicPolicy([publishing.replace('ssm-incidents', 'cloudwatch')])),
    },
    {
      name: 'another action',
      template: plan('«!Ref Topic»', topicPolicy([publishing.replace('sns:Publish', 'sns:Subscribe')])),
    },
    {
      name: 'another topic',
      template: plan(
        '«!Ref Topic»',
        `  Other: { Type: AWS::SNS::Topic }\n${topicPolicy([publishing.replace('!Ref Topic', '!Ref Other')])}`,
      ),
    },
    {
      name: 'a Deny beside the Allow',
      template: plan(
        '«!Ref Topic»',
        topicPolicy([publishing, `{ Effect: Deny, ${service}, Action: 'sns:*', Resource: !Ref Topic }`]),
      ),
      message:
        'Incident Manager may not publish to the chat channel of "Plan": its topic has a policy that denies it.',
      severity: 'error',
    },
    {
      name: 'a Deny for everybody outside the organization, which has no exception for services',
      template: plan(
        '«!Ref Topic»',
        topicPolicy([
          publishing,
          "{ Effect: Deny, Principal: '*', Action: 'sns:*', Resource: !Ref Topic, Condition: { StringNotEquals: { 'aws:PrincipalOrgID': o-1234567890 } } }",
        ]),
      ),
      severity: 'warning',
    },
    {
      name: 'two plans on one topic, written as JSON',
      template: `{
  "Resources": {
    "Topic": { "Type": "AWS::SNS::Topic" },
    "Web": {
      "Type": "AWS::SSMIncidents::ResponsePlan",
      "Properties": {
        "Name": "web",
        "IncidentTemplate": { "Title": "No answer", "Impact": 1 },
        "ChatChannel": { "ChatbotSns": [«{ "Ref": "Topic" }»] }
      }
    },
    "Shop": {
      "Type": "AWS::SSMIncidents::ResponsePlan",
      "Properties": {
        "Name": "shop",
        "IncidentTemplate": { "Title": "No answer", "Impact": 1 },
        "ChatChannel": { "ChatbotSns": [«{ "Fn::GetAtt": ["Topic", "TopicArn"] }»] }
      }
    }
  }
}`,
    },
    {
      name: 'a topic of Terraform’s without a policy',
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
      name: 'a policy that is made under a condition',
      template: plan(
        '«~!Ref Topic»',
        topicPolicy([publishing]).replace('    Type:', '    Condition: IsProduction\n    Type:'),
        isProduction,
      ),
      when: 'not IsProduction',
    },
    {
      name: 'a statement in one arm',
      template: plan(
        '«~!Ref Topic»',
        topicPolicy([`!If [IsProduction, ${publishing}, !Ref AWS::NoValue]`]),
        isProduction,
      ),
      when: 'not IsProduction',
    },
    {
      name: 'a topic without a policy in one arm',
      template: plan(
        '!If [IsProduction, !Ref Topic, «~!Ref Other»]',
        `  Other: { Type: AWS::SNS::Topic }\n${topicPolicy([publishing])}`,
        isProduction,
      ),
      when: 'not IsProduction',
    },
  ],
  undecided: [
    {
      name: 'a literal topic of elsewhere',
      template: `Resources:\n${incidentPlan('Plan', '«?arn:aws:sns:eu-central-1:111122223333:incidents»')}`,
      reason: 'the topic and its policy are declared outside the scanned files',
    },
    {
      name: 'trap 68: an import that nothing here exports',
      template: `Resources:\n${incidentPlan('Plan', "«?!ImportValue 'Chat:ExportsOutputRefTopic1234'»")}`,
    },
    {
      name: 'trap 68: an output of another stack, which only a cloud assembly names',
      template: `Resources:\n${incidentPlan('Plan', "«?{ 'Fn::GetStackOutput': { StackName: chat, OutputName: Topic } }»")}`,
      reason: 'output Topic of stack chat is in none of the scanned files',
    },
    {
      name: 'a topic whose policy may be the one for a topic that only deployment knows',
      template: plan(
        '«?!Ref Topic»',
        topicPolicy([publishing], '[!Ref Other]'),
        'Parameters: { Other: { Type: String } }\n',
      ),
    },
    {
      name: 'a principal that a parameter gives',
      template: plan(
        '«?!Ref Topic»',
        topicPolicy([publishing.replace('ssm-incidents.amazonaws.com', '!Ref Service')]),
        'Parameters: { Service: { Type: String } }\n',
      ),
    },
    {
      name: 'a condition on a key that every call decides',
      template: plan(
        '«?!Ref Topic»',
        topicPolicy([publishing.replace('AWS:SourceAccount', 'aws:CalledVia')]),
      ),
      reason: 'its condition on aws:CalledVia is judged at each call',
    },
    {
      name: 'a file that could not be read may hold the policy',
      template: { 'a.yaml': plan('«?!Ref Topic»', ''), 'b.json': '{ "Resources": ' },
      problems: ['malformed-json'],
    },
  ],
});
