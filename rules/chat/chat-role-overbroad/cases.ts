import { incidentPlan, isProduction, topic } from '../../../test/chat-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { chatbot, managedPolicy, policyOf, roleOf } from '../../../test/role-templates.js';

interface Parts {
  readonly roleArn?: string;
  readonly guardrails?: string;
  readonly plans?: string;
  readonly sections?: string;
}

/** A Slack configuration for the topic of a response plan, with a role that has some lines, and what follows. */
function template(lines: string, rest = '', parts: Parts = {}): string {
  const { roleArn = '«!GetAtt Chat.Arn»', guardrails = '[]', plans, sections = '' } = parts;
  return `${sections}Resources:
${topic}${plans ?? incidentPlan('Plan', '!Ref Topic')}  Slack:
    Type: AWS::Chatbot::SlackChannelConfiguration
    Properties:
      ConfigurationName: incidents
      SlackWorkspaceId: T07EXAMPLE
      SlackChannelId: C07EXAMPLE01
      SnsTopicArns: [!Ref Topic]
      GuardrailPolicies: ${guardrails}
      IamRoleArn: ${roleArn}
${roleOf('Chat', chatbot, lines)}${rest}`;
}

/** Another Slack configuration, with a topic of a response plan or without one, that has the same role. */
function another(channel: string, topics: string, roleArn: string): string {
  return `  Other:
    Type: AWS::Chatbot::SlackChannelConfiguration
    Properties:
      ConfigurationName: others
      SlackWorkspaceId: T07EXAMPLE
      SlackChannelId: ${channel}
      SnsTopicArns: ${topics}
      GuardrailPolicies: [${resolver}]
      IamRoleArn: ${roleArn}
`;
}

const good: Parts = { roleArn: '!GetAtt Chat.Arn' };
const managed = (name: string): string => `ManagedPolicyArns: [arn:aws:iam::aws:policy/${name}]`;
const inline = (statement: string): string =>
  `Policies: [{ PolicyName: p, PolicyDocument: { Statement: [${statement}] } }]`;
const resolver = 'arn:aws:iam::aws:policy/AWSIncidentManagerResolverAccess';

export default cases({
  good: [
    {
      name: 'one role for one channel that has two configurations, and for a channel of something else',
      template: `${template(
        managed('AWSIncidentManagerResolverAccess'),
        another('C07EXAMPLE01', '[!Ref Topic]', '!GetAtt Chat.Arn'),
        good,
      )}${another('C07EXAMPLE02', '[]', '!GetAtt Chat.Arn').replace('Other:', 'Third:')}`,
    },
    {
      name: 'trap 32: AWS’s policy for responders',
      template: template(managed('AWSIncidentManagerResolverAccess'), '', good),
    },
    {
      name: 'what a responder needs, by name',
      template: template(
        inline(
          "{ Effect: Allow, Action: ['ssm-incidents:StartIncident', 'ssm-contacts:StartEngagement'], Resource: '*' }",
        ),
        '',
        good,
      ),
    },
    {
      name: 'a managed policy that only lists, which has no right on contacts',
      template: template(managed('job-function/ViewOnlyAccess'), '', good),
    },
    {
      name: 'a change on one contact',
      template: template(
        inline(
          "{ Effect: Allow, Action: 'ssm-contacts:UpdateContact', Resource: 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/ann' }",
        ),
        '',
        good,
      ),
    },
    {
      name: 'an administrator within a boundary',
      template: template(
        `${managed('AdministratorAccess')}\n      PermissionsBoundary: ${resolver}`,
        '',
        good,
      ),
    },
  ],
  bad: [
    {
      name: 'one role for two channels of incidents',
      template: template(
        managed('AWSIncidentManagerResolverAccess'),
        another('C07EXAMPLE02', '[!Ref Topic]', '«!GetAtt Chat.Arn»'),
        good,
      ),
      severity: 'info',
      message:
        'Every member of the chat channel of "Other" acts with role "Chat", which the channel of "Slack" has as well.',
    },
    {
      name: 'trap 33: reading everything, and so the numbers of responders',
      template: template(managed('ReadOnlyAccess')),
      severity: 'warning',
      message:
        'Every member of the chat channel of "Slack" acts with role "Chat", which may read the phone numbers and addresses of contacts, by "ssm-contacts:GetContactChannel".',
    },
    { name: 'an administrator', template: template(managed('AdministratorAccess')) },
    {
      name: 'a power user',
      template: template(managed('PowerUserAccess')),
      message:
        'Every member of the chat channel of "Slack" acts with role "Chat", which may do nearly everything, by "NotAction: iam:*".',
    },
    {
      name: 'an administrator behind a guardrail',
      template: template(managed('AdministratorAccess'), '', { guardrails: `[${resolver}]` }),
      severity: 'warning',
    },
    {
      name: 'an administrator behind a guardrail that keeps nothing back',
      template: template(
        managed('AdministratorAccess'),
        managedPolicy('Guardrail', "{ Effect: Allow, Action: '*', Resource: '*' }"),
        { guardrails: '[!Ref Guardrail]' },
      ),
    },
    { name: 'rights in IAM', template: template(managed('IAMFullAccess')) },
    {
      name: 'trap 42: a whole service, in a policy of its own as CDK writes it',
      template: template(
        '',
        policyOf('Chat', "[{ Effect: Allow, Action: 'ssm-incidents:*', Resource: '*' }]"),
      ),
      message:
        'Every member of the chat channel of "Slack" acts with role "Chat", which has a wildcard on the permission, sharing or deleting actions of Incident Manager, by "ssm-incidents:*".',
    },
    {
      name: 'the replication set',
      template: template(
        inline("{ Effect: Allow, Action: 'ssm-incidents:UpdateDeletionProtection', Resource: '*' }"),
      ),
    },
    {
      name: 'changes of every contact',
      template: template(inline("{ Effect: Allow, Action: 'ssm-contacts:UpdateContact', Resource: '*' }")),
      severity: 'warning',
    },
    {
      name: 'a channel that no response plan is known to use',
      template: template(managed('AdministratorAccess'), '', { plans: '' }),
      severity: 'warning',
    },
    {
      name: 'Teams, in JSON, with a role by its name',
      template: `{
  "Resources": {
    "Teams": {
      "Type": "AWS::Chatbot::MicrosoftTeamsChannelConfiguration",
      "Properties": {
        "ConfigurationName": "incidents",
        "TeamId": "11111111-2222-3333-4444-555555555555",
        "TeamsTenantId": "11111111-2222-3333-4444-555555555555",
        "TeamsChannelId": "19%3aexample%40thread.tacv2",
        "IamRoleArn": «"arn:aws:iam::111122223333:role/chat"»
      }
    },
    "Chat": {
      "Type": "AWS::IAM::Role",
      "Properties": {
        "RoleName": "chat",
        "ManagedPolicyArns": ["arn:aws:iam::aws:policy/AdministratorAccess"],
        "AssumeRolePolicyDocument": {
          "Statement": [{ "Effect": "Allow", "Principal": { "Service": "chatbot.amazonaws.com" }, "Action": "sts:AssumeRole" }]
        }
      }
    }
  }
}`,
      severity: 'warning',
    },
    {
      name: 'Terraform: an administrator by an exclusive attachment',
      template: {
        'main.tf': `resource "aws_ssmincidents_response_plan" "outage" {
  name         = "outage"
  chat_channel = [aws_sns_topic.chat.arn]
  incident_template {
    title  = "Outage"
    impact = 1
  }
}
resource "aws_sns_topic" "chat" {
  name = "chat"
}
resource "aws_chatbot_slack_channel_configuration" "chat" {
  configuration_name    = "incidents"
  slack_team_id         = "T07EXAMPLE"
  slack_channel_id      = "C07EXAMPLE01"
  iam_role_arn          = «aws_iam_role.chat.arn»
  sns_topic_arns        = [aws_sns_topic.chat.arn]
  guardrail_policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"]
}
resource "aws_iam_role" "chat" {
  name               = "chat"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { Service = "chatbot.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_iam_role_policy_attachments_exclusive" "chat" {
  role_name   = aws_iam_role.chat.name
  policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"]
}
`,
      },
    },
  ],
  possible: [
    {
      name: 'an administrator in one arm of a condition',
      template: template(
        'ManagedPolicyArns: [!If [IsProduction, !Ref AWS::NoValue, arn:aws:iam::aws:policy/AdministratorAccess]]',
        '',
        { roleArn: '«~!GetAtt Chat.Arn»', sections: isProduction },
      ),
      when: 'not IsProduction',
    },
  ],
  undecided: [
    {
      name: 'a managed policy from a parameter',
      template: template('ManagedPolicyArns: [!Ref Policy]', '', {
        roleArn: '«?!GetAtt Chat.Arn»',
        sections: 'Parameters: { Policy: { Type: String } }\n',
      }),
      reason: 'parameter Policy has no default and no allowed values',
    },
    {
      name: 'a role that another stack declares',
      template: template('', '', { roleArn: '«?arn:aws:iam::111122223333:role/chat»' }),
    },
  ],
});
