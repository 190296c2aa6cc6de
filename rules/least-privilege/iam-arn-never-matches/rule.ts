import { mismatchesOf } from '../../../src/iam/policy/mismatches.js';
import { statementsOf } from '../../../src/iam/policy/statements.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Disallow resources and actions in policies that IAM never matches for Incident Manager.',
  severity: 'warning',
  profile: 'recommended',
  message: '"{text}" in "{policy}" never matches: {why}.',
  help: 'ARNs of ssm-incidents have an account and no Region, those of ssm-contacts have both. Creating and listing need the resource "*".',
  fixable: true,
  check: {
    'permission-policy'(policy, { report }) {
      for (const document of policy.documents)
        for (const statement of statementsOf(document))
          for (const { at, why, verdict, mended } of mismatchesOf(statement)) {
            // A Deny that never matches forbids nothing.
            const severity = statement.denies === true ? 'error' : 'warning';
            const data = { policy: policy.resource.name, text: at, why };
            const fix = mended !== undefined && { description: 'Drop the Region', isSafe: true, to: mended };
            report(verdict, at, data, { severity, ...(fix && { fix }) });
          }
    },
  },
});
