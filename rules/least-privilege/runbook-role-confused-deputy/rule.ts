import { sourceFaultsOf } from '../../../src/iam/roles/incident-source.js';
import { namesService } from '../../../src/iam/policy/principals.js';
import { incidentManagerPrincipal } from '../../../src/iam/topics/topic-publishing.js';
import { trustOf, trustsService } from '../../../src/iam/roles/trust.js';
import { rule } from '../../../src/rule/rule.js';
import { all, isDoubt } from '../../../src/value/tri.js';

export default rule({
  summary: 'Require roles for Incident Manager to say whose incidents may use them.',
  severity: 'warning',
  profile: 'recommended',
  message: 'The trust policy of "{role}" {fault}.',
  help: 'Add the condition StringEquals on aws:SourceAccount, or ArnLike on aws:SourceArn with the ARNs of incident records.',
  fixable: true,
  check: {
    role(role, { report }) {
      // Incidents of other accounts may be what the role is for, so nobody is kept out without asking.
      const description = 'Let only incidents of the own account use the role';
      const to = { accountKey: 'aws:SourceAccount' };
      const statements = trustOf(role);
      for (const statement of statements)
        for (const principal of statement.principals) {
          if (isDoubt(namesService({ principals: [principal] }, incidentManagerPrincipal))) continue;
          const own = { ...statement, principals: [principal] };
          const trusted = trustsService(own, statements, incidentManagerPrincipal);
          for (const { at = principal.leaf, fault, isFatal, verdict } of sourceFaultsOf(statement)) {
            const severity = isFatal ? 'error' : 'warning';
            const slot = statement.principals.length === 1 ? statement.conditionSlot : undefined;
            const options = { severity, fix: { description, isSafe: false, to, slot } } as const;
            report(all(trusted, verdict), at, { role: role.resource.name, fault }, options);
          }
        }
    },
  },
});
