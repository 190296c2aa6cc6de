import { openGrantsOf } from '../../../src/iam/topics/publisher-grants.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require topic policies to say whose incidents Incident Manager may publish.',
  severity: 'warning',
  profile: 'recommended',
  message:
    '"{policy}" lets Incident Manager publish for any account: no condition says whose incidents may come through.',
  help: 'Add the condition StringEquals on aws:SourceAccount with the account of the response plan.',
  fixable: true,
  check: {
    'topic-policy'(policy, { report, workspace }) {
      for (const { conditionSlot: slot, ...grant } of openGrantsOf(policy, workspace)) {
        // A response plan can only use topics of its own account, so that no incident is kept out.
        const fix = {
          description: 'Let only incidents of the own account through',
          isSafe: true,
          to: { accountKey: 'aws:SourceAccount' },
          slot,
        };
        report(grant.verdict, grant, { policy: policy.resource.name }, { fix });
      }
    },
  },
});
