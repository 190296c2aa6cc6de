import {
  enforcesPrivateSlack,
  isSlackChannelId,
  isTeamsChannelId,
  privacyFault,
  type PrivacyFault,
} from '../../../src/model/chat/channel-privacy.js';
import { isIncidentChat } from '../../../src/model/chat/chat.js';
import type { Leaf } from '../../../src/model/leaf.js';
import type { View } from '../../../src/model/view.js';
import { rule, type Context } from '../../../src/rule/rule.js';

const message = 'The chat channel of "{configuration}" {fault}, so it cannot be taken for private.';

export default rule({
  summary: 'Require chat channels to be private.',
  severity: 'error',
  profile: 'recommended',
  message,
  help: 'Make the channel private in Slack or Teams, and declare its ID under chat in the configuration.',
  options: [
    'chat.privateSlackChannelIds',
    'chat.privateTeamsChannelIds',
    'chat.publicSlackChannelIds',
    'external.chatbotOrgPolicy',
  ],
  check: {
    'slack-configuration'(configuration, context) {
      const { chat, external } = context.settings;
      const isEnforced = external.chatbotOrgPolicy !== undefined || enforcesPrivateSlack(context.workspace);
      const declared = {
        private: chat.privateSlackChannelIds,
        public: chat.publicSlackChannelIds,
        isChannelId: isSlackChannelId,
        key: 'chat.privateSlackChannelIds',
      };
      judge(configuration, context, (channel) => privacyFault(channel, declared, isEnforced));
    },
    'teams-configuration'(configuration, context) {
      const { privateTeamsChannelIds } = context.settings.chat;
      const key = 'chat.privateTeamsChannelIds';
      const declared = { private: privateTeamsChannelIds, public: [], isChannelId: isTeamsChannelId, key };
      judge(configuration, context, (channel) => privacyFault(channel, declared, false));
    },
  },
});

function judge(
  { resource, channel, topics }: View<'slack-configuration'> | View<'teams-configuration'>,
  { report, workspace }: Context<typeof message>,
  faultOf: (channel: Leaf) => PrivacyFault | undefined,
): void {
  const milder = !isIncidentChat(topics, workspace);
  for (const leaf of channel) {
    const found = faultOf(leaf);
    if (found !== undefined)
      report(found.verdict, leaf, { configuration: resource.name, fault: found.fault }, { milder });
  }
}
