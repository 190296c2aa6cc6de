import { trustFaultsOf } from '../../../src/iam/roles/role-trust.js';
import { incidentManagerPrincipal } from '../../../src/iam/topics/topic-publishing.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require the role of a runbook to be one that Incident Manager can assume, and not everybody.',
  severity: 'error',
  profile: 'recommended',
  message: 'The runbook of "{plan}" is started with role "{role}", which {fault}.',
  help: 'Let the principal ssm-incidents.amazonaws.com assume the role, under a condition on aws:SourceAccount. The role that the document itself works with is another one.',
  check: {
    'response-plan'({ resource, runbookRoles }, { report, workspace }) {
      for (const role of runbookRoles)
        for (const found of trustFaultsOf(role, incidentManagerPrincipal, workspace)) {
          const { fault, trust } = found;
          const related = trust === undefined ? [] : [{ place: trust, message: 'the trust policy is here' }];
          report(found.verdict, found, { plan: resource.name, role, fault }, { related });
        }
    },
  },
});
