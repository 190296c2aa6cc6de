import { publicOpeningsOf } from '../../../src/iam/chat-applications-policy.js';
import { rule } from '../../../src/rule/rule.js';
import { all } from '../../../src/value/tri.js';

export default rule({
  summary: 'Disallow chat applications policies that let public Slack channels in.',
  severity: 'error',
  profile: 'recommended',
  message: 'Chat applications policy "{policy}" {fault}.',
  help: 'Assign ["private"] to supported_channel_types under default, and leave it out of overrides.',
  check: {
    'organization-policy'({ resource, type, content }, { report }) {
      for (const kind of type)
        for (const document of content)
          for (const opening of publicOpeningsOf(document)) {
            const isChat = kind.is((text) => text === 'CHATBOT_POLICY');
            report(all(isChat, opening.verdict), opening, { policy: resource.name, fault: opening.fault });
          }
    },
  },
});
