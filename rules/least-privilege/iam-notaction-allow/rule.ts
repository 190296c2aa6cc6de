import { isWrite } from '../../../src/iam/policy/actions.js';
import { coversService } from '../../../src/iam/policy/arns.js';
import { grantsOf } from '../../../src/iam/policy/grants.js';
import { hasRestriction } from '../../../src/iam/policy/conditions.js';
import {
  concernsIncidents,
  namesIncidentManager,
  permissionsOf,
} from '../../../src/iam/policy/permissions.js';
import { rule } from '../../../src/rule/rule.js';
import { all, any } from '../../../src/value/tri.js';

export default rule({
  summary: 'Disallow permissions that reach Incident Manager by leaving out what they name.',
  severity: 'error',
  profile: 'recommended',
  message: '"{policy}" allows everything but what its {element} names, and so changes to Incident Manager.',
  help: 'Allow a list of actions on a list of resources. To forbid something, use a statement with the effect Deny.',
  check: {
    'permission-policy'(policy, { report, workspace }) {
      const isConcerned = concernsIncidents(policy, workspace);
      for (const { statement, allows } of permissionsOf(policy)) {
        const milder = hasRestriction(statement);
        const { notActions, notResources, resources } = statement;
        for (const { by, actions, verdict } of grantsOf(statement)) {
          const isMeant = isConcerned || (!notActions.includes(by) && namesIncidentManager(by));
          if (!isMeant || !actions.some(isWrite)) continue;
          const [notResource] = notResources;
          if (notResource !== undefined)
            report(
              all(allows, verdict),
              notResource,
              { policy: policy.resource.name, element: 'NotResource' },
              { milder },
            );
          if (!notActions.includes(by)) continue;
          const services = [...new Set(actions.map(({ service }) => service))];
          const everywhere = any(
            ...resources.flatMap((leaf) => services.map((service) => coversService(leaf, service))),
          );
          report(
            all(allows, verdict, everywhere),
            by,
            { policy: policy.resource.name, element: 'NotAction' },
            { milder },
          );
        }
      }
    },
  },
});
