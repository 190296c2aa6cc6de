import { protectionsOf } from '../../../src/model/availability/deletion-protection.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require replication sets to be protected from deletion.',
  severity: 'warning',
  profile: 'recommended',
  message: 'Replication set "{set}" can be deleted, and with it everything that Incident Manager holds.',
  help: 'Turn deletion protection on; where no argument does it, with `aws ssm-incidents update-deletion-protection`.',
  fixable: true,
  check: {
    'replication-set'(set, { workspace, report }) {
      for (const { isUnprotected, flag } of protectionsOf(set, workspace)) {
        const fix = {
          description: 'Protect it from deletion',
          isSafe: true,
          to: 'true',
          field: set.deletionProtected,
        };
        report(isUnprotected, flag, { set: set.resource.name }, { fix });
      }
    },
  },
});
