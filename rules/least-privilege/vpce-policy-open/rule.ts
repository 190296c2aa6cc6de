import { openEndpointsOf } from '../../../src/iam/open-endpoints.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require VPC endpoints for Incident Manager to have a policy that limits what goes through.',
  severity: 'info',
  profile: 'strict',
  message: 'VPC endpoint "{endpoint}" lets everybody in the network call every action: {fault}.',
  help: 'Give the endpoint a policy that lists the actions that are needed from this network.',
  check: {
    'vpc-endpoint'(endpoint, { report, workspace }) {
      for (const open of openEndpointsOf(endpoint, workspace)) {
        const fault = open.isAbsent ? 'it has no policy' : 'this statement has no limit';
        report(open.verdict, open, { endpoint: endpoint.resource.name, fault });
      }
    },
  },
});
