import { isIncidentChat } from '../../../src/model/chat/chat.js';
import { isOff } from '../../../src/model/trail/event-selectors.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require members of chat channels to act with roles of their own.',
  severity: 'info',
  profile: 'recommended',
  message:
    'Members of the chat channel of "{configuration}" need no role of their own: each may act with the role of the channel.',
  help: 'Set UserRoleRequired to true where it matters who did what. AWS’s own setup of Incident Manager uses one role for the channel, so this is a hint.',
  check: {
    'chat-configuration'({ resource, userRoleRequired, topics }, { report, workspace }) {
      const milder = !isIncidentChat(topics, workspace);
      for (const flag of userRoleRequired)
        report(flag.is(isOff), flag, { configuration: resource.name }, { milder });
    },
  },
});
