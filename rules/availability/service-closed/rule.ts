import { newReplicationSet } from '../../../src/model/availability/new-replication-set.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary:
    'Disallow starting with Incident Manager in an account that has not used it: AWS takes no new customers.',
  severity: 'info',
  profile: 'strict',
  message:
    'Replication set "{set}" starts Incident Manager, which has been closed to new customers since 7 November 2025.',
  help: 'If the account already uses Incident Manager, it goes on to work: switch the rule off. Otherwise choose another service.',
  check: {
    'replication-set'(set, { workspace, report }) {
      report(newReplicationSet(workspace) === set.resource, set, { set: set.resource.name });
    },
  },
});
