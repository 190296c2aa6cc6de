import { incidentPlan, isProduction, slack, topic } from '../../../test/chat-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { chatbot, roleOf } from '../../../test/role-templates.js';

/** A Slack configuration with a role, for the topic of a response plan or for any other. */
function template(roleArn: string, roles: string, plans = incidentPlan('Plan', '!Ref Topic')): string {
  return `Resources:
${topic}${plans}  Slack:
    Type: AWS::Chatbot::SlackChannelConfiguration
    Properties:
      ConfigurationName: incidents
      SlackWorkspaceId: T07EXAMPLE
      SlackChannelId: C07EXAMPLE01
      SnsTopicArns: [!Ref Topic]
      IamRoleArn: ${roleArn}
${roles}`;
}

const management = '{ Service: management.chatbot.amazonaws.com }';

export default cases({
  good: [
    {
      name: 'trap 3: a role of its own, for the principal of the service that is now called Amazon Q Developer',
      template: template('!GetAtt Chat.Arn', roleOf('Chat', chatbot)),
    },
    {
      name: 'a role by its name, with another principal beside',
      template: template(
        "!Sub 'arn:aws:iam::${AWS::AccountId}:role/chat'",
        roleOf('Chat', '{ Service: [lambda.amazonaws.com, chatbot.amazonaws.com] }', 'RoleName: chat'),
      ),
    },
  ],
  bad: [
    {
      name: 'the principal of the service-linked role',
      template: template('«!GetAtt Chat.Arn»', roleOf('Chat', management)),
      message:
        'The chat channel of "Slack" acts with role "Chat", which does not trust chatbot.amazonaws.com.',
    },
    {
      name: 'the service-linked role itself',
      template: template(
        '«arn:aws:iam::111122223333:role/aws-service-role/management.chatbot.amazonaws.com/AWSServiceRoleForAWSChatbot»',
        '',
      ),
    },
    {
      name: 'everybody',
      template: template(
        '«!GetAtt Chat.Arn»',
        `  Chat:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - { Effect: Allow, Principal: { Service: chatbot.amazonaws.com }, Action: 'sts:AssumeRole' }
          - { Effect: Allow, Principal: '*', Action: 'sts:*' }
`,
      ),
      message: 'The chat channel of "Slack" acts with role "Chat", which everybody can assume.',
    },
    {
      name: 'a channel that no response plan is known to use',
      template: template('«!GetAtt Chat.Arn»', roleOf('Chat', management), ''),
      severity: 'warning',
    },
    {
      name: 'Teams, in JSON',
      template: `{
  "Resources": {
    "Topic": { "Type": "AWS::SNS::Topic" },
    "Teams": {
      "Type": "AWS::Chatbot::MicrosoftTeamsChannelConfiguration",
      "Properties": {
        "ConfigurationName": "incidents",
        "TeamId": "11111111-2222-3333-4444-555555555555",
        "TeamsTenantId": "11111111-2222-3333-4444-555555555555",
        "TeamsChannelId": "19%3aexample%40thread.tacv2",
        "SnsTopicArns": [{ "Ref": "Topic" }],
        "IamRoleArn": «{ "Fn::GetAtt": ["Chat", "Arn"] }»
      }
    },
    "Chat": {
      "Type": "AWS::IAM::Role",
      "Properties": {
        "AssumeRolePolicyDocument": {
          "Statement": [{ "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" }]
        }
      }
    }
  }
}`,
      severity: 'warning',
    },
  ],
  possible: [
    {
      name: 'a role that trusts another service in one arm of a condition',
      template: `${isProduction}${template(
        '«~!GetAtt Chat.Arn»',
        roleOf('Chat', '{ Service: !If [IsProduction, chatbot.amazonaws.com, lambda.amazonaws.com] }'),
      )}`,
      when: 'not IsProduction',
    },
  ],
  undecided: [
    {
      name: 'a role that another stack declares',
      template: `Resources:\n${topic}${slack('SnsTopicArns: [!Ref Topic]').replace(/arn:aws:iam.*chat/, '«?$&»')}`,
    },
  ],
});
