import { publicTopicsOf } from '../../../src/iam/topics/public-topics.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Disallow topics of incidents that everybody can read or write.',
  severity: 'error',
  profile: 'recommended',
  message:
    'Everybody can use topic "{topic}", which carries incidents: this principal is anyone, and no condition limits it.',
  help: 'Name the service or the account as the principal, or add a condition on aws:SourceAccount or aws:PrincipalOrgID.',
  check: {
    'topic-policy'(policy, { report, workspace }) {
      for (const opened of publicTopicsOf(policy, workspace))
        report(opened.verdict, opened, { topic: opened.topic }, { milder: opened.use === 'chat' });
    },
  },
});
