import type { View } from '../../model/view.js';
import { all, any, not, type Tri } from '../../value/tri.js';
import { restrictsAnonymous } from '../policy/conditions.js';
import { isTakenBack } from '../policy/covers.js';
import { reaches } from '../policy/grants.js';
import { isAnonymous, namesService } from '../policy/principals.js';
import type { Statement } from '../policy/statement.js';
import { statementsOf } from '../policy/statements.js';

/** The statements of a role's trust policy by which somebody can assume it. */
export function trustOf(role: View<'role'>): readonly Statement[] {
  return [...role.trust].flatMap(statementsOf);
}

/** Whether a trust statement lets an AWS service such as `ssm-incidents.amazonaws.com` assume the role. */
export function trustsService(statement: Statement, statements: readonly Statement[], service: string): Tri {
  return all(allowsAssuming(statement, statements), namesService(statement, service));
}

/** Whether a trust statement lets everybody assume the role: no condition says who. */
export function trustsEverybody(statement: Statement, statements: readonly Statement[]): Tri {
  return all(
    allowsAssuming(statement, statements),
    isAnonymous(statement),
    not(restrictsAnonymous(statement)),
  );
}

/** Whether somebody other than an AWS service may assume the role: an account, a user, or a federated identity. */
export function trustsPeople(role: View<'role'>): Tri {
  return any(
    ...trustOf(role).map((statement) =>
      all(
        statement.allows,
        statement.notPrincipals.length > 0 || statement.principals.some(({ type }) => type !== 'Service'),
      ),
    ),
  );
}

function allowsAssuming(statement: Statement, statements: readonly Statement[]): Tri {
  return all(
    statement.allows,
    any(
      statement.notActions.length > 0,
      ...statement.actions.map((action) => reaches(action, ({ name }) => name === 'AssumeRole', ['sts'])),
    ),
    not(isTakenBack(statement, statements)),
  );
}
