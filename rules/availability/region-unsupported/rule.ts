import { replicasOf } from '../../../src/model/availability/replicas.js';
import { supportedRegions } from '../../../src/model/availability/supported-regions.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Disallow replication to Regions that Incident Manager is not known to support.',
  severity: 'warning',
  profile: 'recommended',
  message: 'Replication set "{set}" names Region {region}, where Incident Manager is not known to exist.',
  help: 'Choose another Region, or switch the rule off for this resource if AWS has added this one since.',
  check: {
    'replication-set'(set, { report }) {
      for (const { name } of replicasOf(set))
        for (const region of name)
          report(
            region.is((text) => text !== '' && !supportedRegions.has(text)),
            region,
            { set: set.resource.name, region },
          );
    },
  },
});
