import { judgeDependency } from '../../../src/model/availability/replication-order.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require response plans to depend on the replication set that is declared with them.',
  severity: 'info',
  profile: 'recommended',
  message:
    'Response plan "{plan}" does not depend on replication set "{set}", so it may be created before it and fail.',
  help: 'Name the replication set in what the response plan explicitly depends on.',
  check: {
    'response-plan'(plan, { workspace, report }) {
      const { verdict, set, when } = judgeDependency(plan.resource, workspace);
      report(verdict, { place: plan.place, when }, { plan: plan.resource.name, set });
    },
  },
});
