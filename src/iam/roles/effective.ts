import type { Resource } from '../../dialect/resource.js';
import type { Leaf } from '../../model/leaf.js';
import { unanimous } from '../../model/unanimous.js';
import type { Workspace } from '../../model/workspace.js';
import { combine, type Assumptions } from '../../value/assumption.js';
import { all, any, not, type Doubt, type Tri } from '../../value/tri.js';
import type { Action } from '../policy/actions.js';
import { attachmentsOf } from './attachments.js';
import { boundariesOf } from './boundaries.js';
import { covers, resourcesMeet } from '../policy/covers.js';
import { grantsOf } from '../policy/grants.js';
import { policyBehind, type PolicyReading } from './managed-policies.js';
import { groupsOf } from './memberships.js';
import { narrowed } from '../policy/narrowed.js';
import type { Statement } from '../policy/statement.js';
import { statementsOf } from '../policy/statements.js';
import { under } from '../policy/under.js';

/** All that a role, user, group or permission set is given. */
export interface Permissions {
  /** Of all its policies, inline, attached and managed, each with what it rests on. */
  readonly statements: readonly Statement[];
  /** Those that deny, or may deny. */
  readonly denials: readonly Statement[];
  /** In each arm of its permissions boundary what that says; absent where there is none. */
  readonly boundaries: readonly { readonly reading: PolicyReading | 'absent'; readonly when: Assumptions }[];
  /** Why it may be allowed more: a policy that cannot be read, at the leaf that attaches it. */
  readonly unread: readonly { readonly leaf: Leaf; readonly doubt: Doubt }[];
}

/** What a statement allows in the end. */
export interface Effect {
  readonly verdict: Tri;
  readonly when: Assumptions;
}

const known = new WeakMap<Workspace, Map<Resource, Permissions>>();

/** What a role, user, group or permission set is given by all its policies in the workspace, read once. */
export function permissionsOfPrincipal(principal: Resource, workspace: Workspace): Permissions {
  let byPrincipal = known.get(workspace);
  if (byPrincipal === undefined) known.set(workspace, (byPrincipal = new Map<Resource, Permissions>()));
  let permissions = byPrincipal.get(principal);
  if (permissions === undefined) {
    permissions = readPermissions(principal, workspace);
    byPrincipal.set(principal, permissions);
  }
  return permissions;
}

/** The permissions that statements give by themselves, as those of a policy that is attached to nobody known. */
export function permissionsOfStatements(statements: readonly Statement[]): Permissions {
  const denials = statements.filter(({ denies }) => denies !== false);
  return { statements, denials, boundaries: [], unread: [] };
}

function readPermissions(principal: Resource, workspace: Workspace): Permissions {
  const statements: Statement[] = [];
  const unread: Permissions['unread'][number][] = [];
  const take = (found: readonly Statement[], when: Assumptions): void => {
    for (const statement of found) {
      const so = under(statement, when);
      if (so !== undefined) statements.push(so);
    }
  };
  const takeManaged = (leaf: Leaf, when: Assumptions): void => {
    const reading = policyBehind(leaf, workspace);
    if (reading === 'unlisted') return;
    if ('why' in reading) unread.push({ leaf, doubt: reading });
    else take(reading.statements, when);
  };
  for (const one of [principal, ...groupsOf(principal, workspace)]) {
    const view = workspace.view(one, 'principal');
    for (const document of workspace.view(one, 'permission-policy')?.documents ?? [])
      take(statementsOf(document), document.when);
    for (const leaf of [...(view?.managedPolicies ?? []), ...(view?.namedPolicies ?? [])])
      if (leaf.isAbsent !== true) takeManaged(leaf, leaf.when);
    for (const { policy, arn, by } of attachmentsOf(one, workspace)) {
      if (arn !== undefined) takeManaged(arn, by.when);
      for (const document of policy?.documents ?? []) take(statementsOf(document), by.when);
    }
  }
  return { ...permissionsOfStatements(statements), boundaries: limitsOf(principal, workspace), unread };
}

function limitsOf(principal: Resource, workspace: Workspace): Permissions['boundaries'] {
  const view = workspace.view(principal, 'principal');
  if (view === undefined) return [];
  return boundariesOf(view, workspace).map(({ leaf, when }) => ({
    reading: leaf.isAbsent === true ? ('absent' as const) : policyBehind(leaf, workspace),
    when,
  }));
}

/** More pairs of statements than this are not compared: IAM's size limits keep real policies far below. */
const mostStatementPairs = 20_000;

/**
 * Whether a statement among some permissions allows an action in the end: no `Deny` takes it back, and the permissions
 * boundary, where there is one, lets it through (IAM user guide: Policy evaluation logic). Where that differs between
 * the arms of a condition there is one effect for each.
 */
export function effectsOf(
  permissions: Permissions,
  statement: Statement,
  by: Leaf,
  action: Action,
): Effect[] {
  const request = narrowed(statement, by, action);
  const allowed = all(statement.allows, not(isDenied(permissions, request, action)));
  if (allowed === false) return [];
  const ways = permissions.boundaries.flatMap(({ reading, when }): Effect[] => {
    const both = combine(request.when, when);
    return both === undefined
      ? []
      : [{ verdict: all(allowed, passes(reading, request, action)), when: both }];
  });
  return ways.length === 0 ? [{ verdict: allowed, when: request.when }] : unanimous(ways, request.when);
}

function isDenied({ statements, denials }: Permissions, request: Statement, action: Action): Tri {
  if (denials.length * statements.length > mostStatementPairs)
    return { why: 'its policies have too many statements to compare', settle: 'shorter policies' };
  const ofAction = denials.filter((denial) =>
    grantsOf(denial, [action.service]).some(({ actions }) => actions.includes(action)),
  );
  return any(...ofAction.map((denial) => all(denial.denies, covers(denial, request))));
}

/** Whether a policy that sets a limit lets a request through, at least on some resources. */
export function passes(reading: PolicyReading | 'absent', request: Statement, action: Action): Tri {
  if (reading === 'absent') return true;
  if (reading === 'unlisted')
    return { why: 'it is limited by a policy of AWS’s that is not known', settle: 'a policy of your own' };
  if ('why' in reading) return reading;
  const { statements } = reading;
  const allowing = statements.map((statement) =>
    all(
      statement.allows,
      any(
        ...grantsOf(statement, [action.service])
          .filter(({ actions }) => actions.includes(action))
          .map(({ verdict }) => verdict),
      ),
      resourcesMeet(statement, request),
    ),
  );
  const denying = statements.map((statement) => all(statement.denies, covers(statement, request)));
  return all(any(...allowing), not(any(...denying)));
}
