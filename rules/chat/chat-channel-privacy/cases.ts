import { incidentPlan, slack, topic } from '../../../test/chat-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { planOf, ref, type Resources } from '../../../test/terraform-documents.js';

function used(channel: string, more = '', sections = ''): string {
  return `${sections}Resources:
${topic}${incidentPlan('Plan', '!Ref Topic')}${slack('SnsTopicArns: [!Ref Topic]', channel)}${more}`;
}

function teams(channel: string): string {
  return `{
  "Resources": {
    "Teams": {
      "Type": "AWS::Chatbot::MicrosoftTeamsChannelConfiguration",
      "Properties": {
        "ConfigurationName": "incidents",
        "TeamId": "12345678-1234-4234-8234-123456789012",
        "TeamsTenantId": "12345678-1234-4234-8234-123456789012",
        "TeamsChannelId": ${channel},
        "IamRoleArn": "arn:aws:iam::111122223333:role/chat"
      }
    }
  }
}`;
}

function organizationPolicy(types: string, more = ''): string {
  return `  ChatPolicy:
    Type: AWS::Organizations::Policy
    Properties:
      Name: chat
      Type: CHATBOT_POLICY
      TargetIds: [r-exam]
      Content:
        chatbot:
          platforms:
            slack:
              client: { '@@assign': enabled }
              default: { supported_channel_types: { '@@assign': ${types} } }
${more}`;
}

const declared = { chat: { privateSlackChannelIds: ['C07EXAMPLE01'] } };

const onlyPrivate = JSON.stringify({
  chatbot: {
    platforms: {
      slack: {
        client: { '@@assign': 'enabled' },
        default: { supported_channel_types: { '@@assign': ['private'] } },
      },
    },
  },
});

function organization(channel: string, attachments: Resources): string {
  return planOf({
    'aws_organizations_policy.chat': { type: 'CHATBOT_POLICY', content: onlyPrivate },
    'aws_chatbot_slack_channel_configuration.ops': { slack_channel_id: channel },
    ...attachments,
  });
}

export default cases({
  good: [
    {
      name: 'an organization policy that Terraform attaches',
      template: organization('C07EXAMPLE01', {
        'aws_organizations_policy_attachment.chat': {
          policy_id: ref('aws_organizations_policy.chat.id'),
          target_id: 'r-ab12',
        },
      }),
    },
    { name: 'a channel that is declared private', template: used('C07EXAMPLE01'), settings: declared },
    {
      name: 'an organization that lets private channels in only',
      template: used('C07EXAMPLE02', organizationPolicy('[private]')),
    },
    {
      name: 'an organization policy that the configuration names',
      template: used('C07EXAMPLE03'),
      settings: { external: { chatbotOrgPolicy: 'policy p-1 of the platform team' } },
    },
    {
      name: 'a Teams channel that is declared private',
      template: teams('"19%3aabc%40thread.tacv2"'),
      settings: { chat: { privateTeamsChannelIds: ['19%3aabc%40thread.tacv2'] } },
    },
  ],
  bad: [
    {
      name: 'a channel that is declared public',
      template: used('«C07PUBLIC01»'),
      settings: { chat: { publicSlackChannelIds: ['C07PUBLIC01'] } },
      message: 'The chat channel of "Slack" is declared public, so it cannot be taken for private.',
    },
    {
      name: 'a channel that is missing from the declared private ones',
      template: used('«C07EXAMPLE02»'),
      settings: declared,
      message:
        'The chat channel of "Slack" is not among the declared private ones, so it cannot be taken for private.',
    },
    { name: 'a direct message', template: used('«D07EXAMPLE01»') },
    { name: 'a member', template: used('«U07EXAMPLE01»') },
    { name: 'a name in place of an ID', invalid: true, template: used("«'#incidents'»") },
    {
      name: 'a configuration that no response plan uses, which is milder',
      template: `Resources:\n${slack('LoggingLevel: INFO', '«D07EXAMPLE01»')}`,
      severity: 'warning',
    },
    {
      name: 'a Teams channel that is none',
      invalid: true,
      template: teams('«"incidents"»'),
      severity: 'warning',
    },
    {
      name: 'a channel of a Terraform plan that is not declared',
      template: planOf({
        'aws_ssmincidents_response_plan.web': { name: 'web', chat_channel: [ref('aws_sns_topic.chat.arn')] },
        'aws_sns_topic.chat': { name: 'chat' },
        'aws_chatbot_slack_channel_configuration.ops': {
          configuration_name: 'ops',
          slack_team_id: 'T07EXAMPLE',
          slack_channel_id: '«C07EXAMPLE01»',
          iam_role_arn: 'arn:aws:iam::111122223333:role/chat',
          sns_topic_arns: ref('aws_sns_topic.chat.arn'),
        },
      }),
      settings: { chat: { privateSlackChannelIds: ['C07EXAMPLE09'] } },
    },
  ],
  undecided: [
    {
      name: 'an organization policy that Terraform attaches to nothing',
      template: organization('«?C07EXAMPLE01»', {}),
    },
    {
      name: 'trap 43: C says nothing while nothing is declared',
      template: used('«?C07EXAMPLE01»'),
      reason: 'no template shows whether a chat channel is private',
    },
    { name: 'trap 43: neither does G', template: used('«?G07EXAMPLE01»') },
    {
      name: 'trap 53: an organization policy that lets public channels in proves nothing',
      template: used('«?C07EXAMPLE01»', organizationPolicy('[public, private]')),
    },
    {
      name: 'an exception for one workspace reopens it',
      template: used(
        '«?C07EXAMPLE01»',
        organizationPolicy(
          '[private]',
          "              overrides: { T07EXAMPLE: { supported_channel_types: { '@@assign': [public] } } }\n",
        ),
      ),
    },
    {
      name: 'an organization policy that is attached to nothing',
      template: used(
        '«?C07EXAMPLE01»',
        organizationPolicy('[private]').replace('      TargetIds: [r-exam]\n', ''),
      ),
    },
    {
      name: 'an organization policy that says nothing of channel types',
      template: used('«?C07EXAMPLE01»', organizationPolicy('[private]').replace(/ {14}default:.*\n/, '')),
    },
    {
      name: 'an ID that only a parameter gives',
      template: used('«?!Ref Channel»', '', 'Parameters: { Channel: { Type: String } }\n'),
      settings: declared,
    },
    {
      name: 'trap 53: a Teams channel, for which no organization policy speaks',
      template: teams('«?"19%3axyz%40thread.tacv2"»'),
    },
  ],
});
