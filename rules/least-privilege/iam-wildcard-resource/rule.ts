import { hasRestriction } from '../../../src/iam/policy/conditions.js';
import {
  concernsIncidents,
  namesIncidentManager,
  permissionsOf,
  together,
} from '../../../src/iam/policy/permissions.js';
import { wordingOf } from '../../../src/iam/policy/reached.js';
import { unscopedOf } from '../../../src/iam/policy/unscoped.js';
import { rule } from '../../../src/rule/rule.js';
import { all } from '../../../src/value/tri.js';

export default rule({
  summary: 'Require changes to Incident Manager to be allowed on named resources only.',
  severity: 'warning',
  profile: 'recommended',
  message: '"{policy}" allows "{action}" on every resource, although it can be tied to some.',
  help: 'Name the response plans, contacts or rotations by their ARNs, in a statement apart from the actions that need "*".',
  check: {
    'permission-policy'(policy, { report, workspace }) {
      for (const { statement, allows } of permissionsOf(policy)) {
        const counts = (by: Parameters<typeof namesIncidentManager>[0]): boolean =>
          namesIncidentManager(by) || concernsIncidents(policy, workspace);
        for (const { resource, by, isSensitive, verdict } of unscopedOf(statement, counts)) {
          const at = together(resource, by);
          if (at === undefined) continue;
          const severity = isSensitive ? 'error' : 'warning';
          const data = { policy: policy.resource.name, action: wordingOf({ statement, by }) };
          report(all(allows, verdict), at, data, { severity, milder: hasRestriction(statement) });
        }
      }
    },
  },
});
