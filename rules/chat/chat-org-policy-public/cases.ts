import { isProduction } from '../../../test/chat-templates.js';
import { cases } from '../../../test/rule-cases.js';

/** A chat applications policy with the given value of the key `slack`. */
function policy(slack: string, sections = '', type = 'CHATBOT_POLICY'): string {
  return `${sections}Resources:
  ChatPolicy:
    Type: AWS::Organizations::Policy
    Properties:
      Name: chat
      Type: ${type}
      TargetIds: [r-abcd]
      Content:
        chatbot:
          platforms:
            slack: ${slack}
`;
}

const types = (list: string): string => `{ default: { supported_channel_types: { '@@assign': ${list} } } }`;

export default cases({
  good: [
    { name: 'private channels only', template: policy(types('[private]')) },
    {
      name: 'an override that says nothing of channels',
      template: policy(
        "{ default: { supported_channel_types: { '@@assign': [private] } }, overrides: { T07EXAMPLE: { supported_role_settings: { '@@assign': [channel_role] } } } }",
      ),
    },
    { name: 'Slack is disabled', template: policy("{ client: { '@@assign': disabled } }") },
    { name: 'a policy of another type', template: policy(types('[public]'), '', 'TAG_POLICY') },
    {
      name: 'trap 53: Teams has no types of channels',
      template: policy("{ client: { '@@assign': enabled } }").replace('slack:', 'microsoft_teams:'),
    },
    {
      name: 'private channels only, as JSON text and written as JSON',
      template: `{
  "Resources": {
    "ChatPolicy": {
      "Type": "AWS::Organizations::Policy",
      "Properties": {
        "Name": "chat",
        "Type": "CHATBOT_POLICY",
        "Content": "{\\"chatbot\\": {\\"platforms\\": {\\"slack\\": {\\"default\\": {\\"supported_channel_types\\": {\\"@@assign\\": [\\"private\\"]}}}}}}"
      }
    }
  }
}`,
    },
  ],
  bad: [
    {
      name: 'public channels as well',
      template: policy(types('[private, «public»]')),
      message: 'Chat applications policy "ChatPolicy" lets public Slack channels in.',
    },
    {
      name: 'trap 53: workspaces, but no types of channels',
      template: policy("«{ workspaces: { '@@assign': [T07EXAMPLE] } }»"),
      message:
        'Chat applications policy "ChatPolicy" names no types of Slack channels, so public ones are let in as well.',
    },
    {
      name: 'trap 53: an enabled client, but no types of channels',
      template: policy(
        "«{ client: { '@@assign': enabled }, default: { supported_role_settings: { '@@assign': [user_role] } } }»",
      ),
    },
    {
      name: 'an override that opens one workspace again',
      template: policy(
        "{ default: { supported_channel_types: { '@@assign': [private] } }, overrides: { T07EXAMPLE: { supported_channel_types: { '@@assign': [«public»] } } } }",
      ),
      message: 'Chat applications policy "ChatPolicy" lets public Slack channels in for one workspace.',
    },
    {
      name: 'a type that is appended to those of the parent',
      template: policy("{ default: { supported_channel_types: { '@@append': [«public»] } } }"),
    },
    {
      name: 'JSON text, written as JSON',
      template: `{
  "Resources": {
    "ChatPolicy": {
      "Type": "AWS::Organizations::Policy",
      "Properties": {
        "Name": "chat",
        "Type": "CHATBOT_POLICY",
        "Content": «"{\\"chatbot\\": {\\"platforms\\": {\\"slack\\": {\\"default\\": {\\"supported_channel_types\\": {\\"@@assign\\": [\\"public\\"]}}}}}}"»
      }
    }
  }
}`,
    },
  ],
  possible: [
    {
      name: 'one arm of a condition',
      template: policy(types('[!If [IsProduction, private, «~public»]]'), isProduction),
      when: 'not IsProduction',
    },
  ],
  undecided: [
    {
      name: 'a type that only a parameter gives',
      template: policy(types('[«?!Ref Kind»]'), 'Parameters: { Kind: { Type: String } }\n'),
    },
    {
      name: 'a type of policy that only a parameter gives',
      template: policy(types('[«?public»]'), 'Parameters: { Kind: { Type: String } }\n', '!Ref Kind'),
    },
    {
      name: 'a whole policy that only a parameter gives',
      template: `Parameters: { Content: { Type: String } }
Resources:
  ChatPolicy:
    Type: AWS::Organizations::Policy
    Properties: { Name: chat, Type: CHATBOT_POLICY, Content: «?!Ref Content» }
`,
    },
  ],
});
