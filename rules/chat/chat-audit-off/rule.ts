import { isIncidentChat } from '../../../src/model/chat/chat.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require chat configurations to log what members do.',
  severity: 'warning',
  profile: 'recommended',
  message:
    'Commands that members of the chat channel of "{configuration}" run are logged nowhere, because its logging level is NONE.',
  help: 'Set LoggingLevel to INFO: commands and their errors then go to Amazon CloudWatch Logs, at its price.',
  fixable: true,
  check: {
    'chat-configuration'({ resource, loggingLevel, topics }, { report, workspace }) {
      const milder = !isIncidentChat(topics, workspace);
      const fix = { description: 'Log what members do', isSafe: true, to: 'INFO', field: loggingLevel };
      for (const level of loggingLevel)
        report(
          level.is((text) => text === 'NONE'),
          level,
          { configuration: resource.name },
          { milder, fix },
        );
    },
  },
});
