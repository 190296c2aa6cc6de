import { hasRestriction } from '../../../src/iam/policy/conditions.js';
import { assumingAnything, everything, startingAnything, wildcard } from '../../../src/iam/roles/excesses.js';
import { wordingOf } from '../../../src/iam/policy/reached.js';
import { excessesOf } from '../../../src/iam/roles/role-excesses.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Disallow roles of runbooks that may do far more than start their document.',
  severity: 'warning',
  profile: 'recommended',
  message: 'The runbook of "{plan}" is started with role "{role}", which {excess}, by "{action}".',
  help: 'Allow ssm:StartAutomationExecution on the definition of the document, and nothing else. What the document does is the matter of its own role.',
  check: {
    'response-plan'({ resource, runbookRoles }, { report, workspace }) {
      const kinds = [everything, wildcard, startingAnything, assumingAnything];
      for (const role of runbookRoles)
        for (const found of excessesOf(role, kinds, workspace)) {
          const { kind, grant, verdict } = found;
          const data = { plan: resource.name, role, excess: kind.clause, action: wordingOf(grant) };
          const related = grant === undefined ? [] : [{ place: grant.place, message: 'it is allowed here' }];
          const milder = grant !== undefined && hasRestriction(grant.statement);
          const severity = kind === everything ? 'error' : 'warning';
          report(verdict, found, data, { severity, milder, related });
        }
    },
  },
});
