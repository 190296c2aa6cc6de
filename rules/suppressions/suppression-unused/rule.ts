import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Disallow suppressions that hide nothing.',
  severity: 'warning',
  profile: 'recommended',
  message: 'This suppression of "{rule}" {idle}.',
  help: 'Remove it, or move it to the place that it is meant for; a lapsed one asks whether its reason still holds.',
  check: {
    suppression(suppression, { report }) {
      const { idle, ruleId } = suppression;
      if (idle !== undefined) report(true, suppression, { rule: ruleId, idle });
    },
  },
});
