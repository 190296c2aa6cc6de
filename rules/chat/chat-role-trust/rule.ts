import { isServiceLinked, trustFaultsOf } from '../../../src/iam/roles/role-trust.js';
import { isIncidentChat } from '../../../src/model/chat/chat.js';
import { rule } from '../../../src/rule/rule.js';

/** The principal of Amazon Q Developer in chat applications; `management.chatbot.amazonaws.com` is its service-linked role's. */
const chatbot = 'chatbot.amazonaws.com';

export default rule({
  summary:
    'Require the role of a chat channel to be one that the chat service can assume, and not everybody.',
  severity: 'error',
  profile: 'recommended',
  message: 'The chat channel of "{configuration}" acts with role "{role}", which {fault}.',
  help: 'Give the configuration a role of its own that the principal chatbot.amazonaws.com can assume.',
  check: {
    'chat-configuration'({ resource, role: roles, topics }, { report, workspace }) {
      const milder = !isIncidentChat(topics, workspace);
      const configuration = resource.name;
      for (const role of roles) {
        const isLinked = isServiceLinked(role);
        report(isLinked, role, { configuration, role, fault: 'is a service-linked role' }, { milder });
        if (isLinked !== false) continue;
        for (const found of trustFaultsOf(role, chatbot, workspace)) {
          const { fault, trust } = found;
          const related = trust === undefined ? [] : [{ place: trust, message: 'the trust policy is here' }];
          report(found.verdict, found, { configuration, role, fault }, { milder, related });
        }
      }
    },
  },
});
