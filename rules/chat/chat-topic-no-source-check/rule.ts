import { openGrantsOf } from '../../../src/iam/topics/publisher-grants.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require topic policies to say whose incidents Incident Manager may publish.',
  severity: 'warning',
  profile: 'recommended',
  message:
    '"{policy}" lets Incident Manager publish for any account: no condition says whose incidents may come through.',
  help: 'Add the condition StringEquals on aws:SourceAccount with the account of the response plan.',
  check: {
    'topic-policy'(policy, { report, workspace }) {
      for (const grant of openGrantsOf(policy, workspace))
        report(grant.verdict, grant, { policy: policy.resource.name });
    },
  },
});
