import { judgeSingleRegion } from '../../../src/model/availability/replicas.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require replication sets to have a second Region.',
  severity: 'info',
  profile: 'recommended',
  message: 'Replication set "{set}" has one Region only: while that Region is down, no incident is created.',
  help: 'Add a second Region. One can be added at a time.',
  check: {
    'replication-set'(set, { report }) {
      for (const judgement of judgeSingleRegion(set))
        report(judgement.verdict, judgement, { set: set.resource.name });
    },
  },
});
