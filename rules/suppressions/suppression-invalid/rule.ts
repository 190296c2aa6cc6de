import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require suppressions to name a rule and a reason.',
  severity: 'error',
  profile: 'recommended',
  message: 'This suppression {fault}, so it hides nothing.',
  help: 'Write the ID of the rule and, after " -- ", why it may be silent here.',
  check: {
    suppression(suppression, { report }) {
      const { fault } = suppression;
      if (fault !== undefined) report(true, suppression, { fault });
    },
  },
});
