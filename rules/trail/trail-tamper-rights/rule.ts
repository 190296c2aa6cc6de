import { tampering } from '../../../src/iam/roles/excesses.js';
import { wordingOf } from '../../../src/iam/policy/reached.js';
import { excessesOf } from '../../../src/iam/roles/role-excesses.js';
import type { Leaf } from '../../../src/model/leaf.js';
import { rule, type Context } from '../../../src/rule/rule.js';

const message = 'Role "{role}", which {user}, {excess}, by "{action}".';

export default rule({
  summary: 'Disallow responders to stop or change what CloudTrail records.',
  severity: 'warning',
  profile: 'strict',
  message,
  help: 'Take these actions from the role: who acts in an incident should not decide what is known about it afterwards.',
  check: {
    'response-plan'({ resource, runbookRoles }, context) {
      judge(runbookRoles, `runs the runbook of "${resource.name}"`, context);
    },
    'chat-configuration'({ resource, role }, context) {
      judge(role, `members of the chat channel of "${resource.name}" act with`, context);
    },
  },
});

function judge(
  roles: Iterable<Leaf>,
  user: string,
  { report, workspace }: Pick<Context<typeof message>, 'report' | 'workspace'>,
): void {
  for (const role of roles)
    for (const found of excessesOf(role, [tampering], workspace)) {
      const { kind, grant, verdict } = found;
      const related = grant === undefined ? [] : [{ place: grant.place, message: 'it is allowed here' }];
      report(verdict, found, { role, user, excess: kind.clause, action: wordingOf(grant) }, { related });
    }
}
