import { isEverything } from '../../../src/iam/policy/arns.js';
import { hasRestriction } from '../../../src/iam/policy/conditions.js';
import { isIntended } from '../../../src/iam/roles/holders.js';
import {
  concernsIncidents,
  namesIncidentManager,
  permissionsOf,
} from '../../../src/iam/policy/permissions.js';
import { shares } from '../../../src/iam/policy/sharing.js';
import { rule } from '../../../src/rule/rule.js';
import { all, any } from '../../../src/value/tri.js';

export default rule({
  summary: 'Disallow permissions to share response plans and contacts, or to change who may use them.',
  severity: 'error',
  profile: 'recommended',
  message: '"{policy}" allows "{action}", which can open response plans or contacts to other accounts.',
  help: 'Leave sharing to a role of its own, and name that role under iam.breakGlassRoles in the configuration.',
  options: ['iam.breakGlassRoles'],
  check: {
    'permission-policy'(policy, { report, workspace, settings }) {
      if (isIntended(policy, workspace, settings.iam.breakGlassRoles)) return;
      for (const { statement, allows } of permissionsOf(policy)) {
        const everywhere = any(...statement.resources.map(isEverything));
        for (const action of statement.actions) {
          if (!namesIncidentManager(action) && !concernsIncidents(policy, workspace)) continue;
          const severity = everywhere === false ? 'warning' : 'error';
          const data = { policy: policy.resource.name, action };
          report(all(allows, shares(statement, action)), action, data, {
            severity,
            milder: hasRestriction(statement),
          });
        }
      }
    },
  },
});
