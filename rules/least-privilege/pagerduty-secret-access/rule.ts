import { secretFaultsOf } from '../../../src/iam/pager-duty.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require the secret of PagerDuty to be readable by Incident Manager and not by everybody.',
  severity: 'warning',
  profile: 'recommended',
  message: 'The PagerDuty secret of response plan "{plan}" {fault}.',
  help: 'Keep the token in Secrets Manager, with a key of your own, and let ssm-incidents.amazonaws.com get the secret and decrypt with the key.',
  check: {
    'response-plan'({ resource, pagerDutySecrets }, { report, workspace }) {
      for (const id of pagerDutySecrets)
        for (const { fault, severity, verdict, when } of secretFaultsOf(id, workspace))
          report(verdict, { place: id.place, when }, { plan: resource.name, fault }, { severity });
    },
  },
});
