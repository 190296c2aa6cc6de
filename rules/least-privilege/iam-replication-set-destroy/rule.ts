import { endangersReplicationSet } from '../../../src/iam/policy/actions.js';
import { hasRestriction } from '../../../src/iam/policy/conditions.js';
import { isIntended, reachedThrough } from '../../../src/iam/roles/holders.js';
import { servesMachinesOnly } from '../../../src/iam/roles/machine-roles.js';
import { concernsIncidents, namesIncidentManager } from '../../../src/iam/policy/permissions.js';
import { isWholeService } from '../../../src/iam/policy/wildcards.js';
import { rule } from '../../../src/rule/rule.js';
import { all, not } from '../../../src/value/tri.js';

export default rule({
  summary: 'Disallow permissions to delete or change the replication set.',
  severity: 'error',
  profile: 'recommended',
  message:
    '"{policy}" allows "{action}", which can delete the replication set, and with it all of Incident Manager’s data.',
  help: 'Leave that to a role of its own, and name that role under iam.breakGlassRoles in the configuration.',
  options: ['iam.breakGlassRoles'],
  check: {
    'permission-policy'(policy, { report, workspace, settings }) {
      if (isIntended(policy, workspace, settings.iam.breakGlassRoles)) return;
      const wanted = { services: ['ssm-incidents'], isWanted: endangersReplicationSet };
      for (const reached of reachedThrough(policy, workspace, wanted)) {
        const { statement, by, verdict } = reached;
        if (!statement.actions.includes(by)) continue;
        if (!namesIncidentManager(by) && !concernsIncidents(policy, workspace)) continue;
        const milder = hasRestriction(statement) || servesMachinesOnly(policy, workspace);
        const data = { policy: policy.resource.name, action: by };
        report(all(verdict, not(isWholeService(by))), reached, data, { milder });
      }
    },
  },
});
