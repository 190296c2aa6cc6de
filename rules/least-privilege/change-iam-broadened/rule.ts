import { broadeningsOf } from '../../../src/iam/policy/broadening.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Disallow changes that grant more on Incident Manager than before.',
  severity: 'warning',
  profile: 'recommended',
  message: 'With this change "{policy}" {broadening} "{action}".',
  help: 'See that it is needed and that somebody who owns the responders’ rights has agreed.',
  check: {
    changed: {
      'permission-policy'(changed, { report, workspace, base }) {
        const { before, after } = changed;
        if (after === undefined) return;
        const policy = after.resource.name;
        for (const found of broadeningsOf(changed, workspace, base)) {
          const broadening = found.kind === 'allowed' ? 'allows more than before by' : 'no longer denies';
          const milder = before === undefined || found.isReadOnly;
          report(found.verdict, found, { policy, broadening, action: found.action }, { milder });
        }
      },
    },
  },
});
