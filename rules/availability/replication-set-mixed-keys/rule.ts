import { isAlias, judgeMixedKeys, replicasOf } from '../../../src/model/availability/replicas.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary:
    'Require the Regions of a replication set to be encrypted alike, each with a key of its own or none.',
  severity: 'error',
  profile: 'recommended',
  message: 'In replication set "{set}", {fault}.',
  help: 'Give every Region a customer managed key of that Region by its own ARN, or none at all. It cannot be changed later.',
  check: {
    'replication-set'(set, { workspace, report }) {
      const about = { set: set.resource.name };
      for (const judgement of judgeMixedKeys(set))
        report(judgement.verdict, judgement, {
          ...about,
          fault: 'some Regions have a customer managed key and others have none',
        });
      for (const { strictKey } of replicasOf(set))
        for (const key of strictKey)
          report(isAlias(key, workspace), key, {
            ...about,
            fault: 'a key is named by its alias, which the provider refuses',
          });
    },
  },
});
