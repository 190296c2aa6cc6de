import { publicOpeningsOf } from '../../../src/iam/chat-applications-policy.js';
import { rule } from '../../../src/rule/rule.js';
import { all } from '../../../src/value/tri.js';

export default rule({
  summary: 'Disallow chat applications policies that let public Slack channels in.',
  severity: 'error',
  profile: 'recommended',
  message: 'Chat applications policy "{policy}" {fault}.',
  help: 'Assign ["private"] to supported_channel_types under default, and leave it out of overrides.',
  fixable: true,
  check: {
    'organization-policy'({ resource, type, content }, { report }) {
      const description = 'Let only private channels in';
      for (const kind of type)
        for (const document of content)
          for (const opening of publicOpeningsOf(document)) {
            const isChat = kind.is((text) => text === 'CHATBOT_POLICY');
            const data = { policy: resource.name, fault: opening.fault };
            // Channels that teams use today would fall silent, so nobody gets it without asking.
            const fix = { description, isSafe: false, to: { texts: ['private'], list: opening.types } };
            report(all(isChat, opening.verdict), opening, data, { fix });
          }
    },
  },
});
