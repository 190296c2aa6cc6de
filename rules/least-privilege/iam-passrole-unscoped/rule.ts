import { idOf } from '../../../src/iam/policy/actions.js';
import { passingsOf } from '../../../src/iam/roles/pass-role.js';
import { concernsIncidents } from '../../../src/iam/policy/permissions.js';
import { rule } from '../../../src/rule/rule.js';
import { isDoubt } from '../../../src/value/tri.js';

export default rule({
  summary:
    'Disallow passing any role, or roles to any service, to those who administer response plans or chat channels.',
  severity: 'error',
  profile: 'recommended',
  message:
    '"{policy}" allows passing {reach} by "{action}" beside {beside}: what is set up so can do more than those who set it up.',
  help: 'Name the roles of runbooks and channels as the resource, with a condition on iam:PassedToService.',
  check: {
    'permission-policy'(policy, { report, workspace }) {
      for (const passing of passingsOf(policy, workspace)) {
        const { by, beside, reach, isMilder, verdict } = passing;
        // An action that is not known may be anything: it counts where Incident Manager is meant.
        if (isDoubt(verdict) && !concernsIncidents(policy, workspace)) continue;
        const data = { policy: policy.resource.name, reach, action: by, beside: idOf(beside) };
        report(verdict, passing, data, { milder: isMilder });
      }
    },
  },
});
