import { hasRestriction } from '../../../src/iam/policy/conditions.js';
import {
  concernsIncidents,
  isOfIncidents,
  mayBeOfIncidents,
  namesIncidentManager,
  permissionsOf,
} from '../../../src/iam/policy/permissions.js';
import { reachesSensitive, reachesWrites } from '../../../src/iam/policy/wildcards.js';
import { rule } from '../../../src/rule/rule.js';
import { all } from '../../../src/value/tri.js';

export default rule({
  summary: 'Disallow wildcards in actions that reach more of Incident Manager than reading.',
  severity: 'error',
  profile: 'recommended',
  message: '"{policy}" allows "{action}", a wildcard that reaches {reach} actions of Incident Manager.',
  help: 'List the actions that are needed, such as ssm-incidents:StartIncident and ssm-incidents:GetResponsePlan.',
  check: {
    'permission-policy'(policy, { report, workspace }) {
      for (const { statement, allows } of permissionsOf(policy)) {
        const milder = hasRestriction(statement);
        const { resources } = statement;
        // Whatever is allowed on a bucket reaches nothing of Incident Manager.
        if (resources.length > 0 && !resources.some((one) => mayBeOfIncidents(one, workspace))) continue;
        const isBusiness = resources.some(isOfIncidents) || concernsIncidents(policy, workspace);
        for (const action of statement.actions) {
          if (!namesIncidentManager(action) && !isBusiness) continue;
          const data = { policy: policy.resource.name, action };
          const sensitive = reachesSensitive(action);
          report(
            all(allows, sensitive),
            action,
            { ...data, reach: 'permission, sharing or deleting' },
            { milder },
          );
          if (sensitive !== false) continue;
          report(
            all(allows, reachesWrites(action)),
            action,
            { ...data, reach: 'changing' },
            { severity: 'warning', milder },
          );
        }
      }
    },
  },
});
