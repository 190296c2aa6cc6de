import type { Resource } from '../../dialect/resource.js';
import type { Leaf } from '../../model/leaf.js';
import type { View } from '../../model/view.js';
import type { Workspace } from '../../model/workspace.js';
import { principalsOf } from './attachments.js';
import { grantsOf } from '../policy/grants.js';
import { permissionsOfPrincipal, permissionsOfStatements, type Permissions } from './effective.js';
import { better, isCertain, reachedBy, type Reached, type Wanted } from '../policy/reached.js';
import type { Statement } from '../policy/statement.js';
import { statementsOf } from '../policy/statements.js';

/** The scanned principals that a policy gives something: itself where it is one, else those it is attached to. */
export function principalsWith(policy: View<'permission-policy'>, workspace: Workspace): readonly Resource[] {
  const { resource } = policy;
  return workspace.view(resource, 'principal') === undefined ? principalsOf(resource, workspace) : [resource];
}

/** So many principals of one policy are looked at one by one: each compares all its statements. */
const mostHolders = 100;

/**
 * All that those have whom a policy gives something, one for each; a policy that is attached to nobody known stands for
 * itself, as if it were all that somebody has, and so does one that is attached to more principals than are looked at.
 */
export function* holdersOf(policy: View<'permission-policy'>, workspace: Workspace): Generator<Permissions> {
  const principals = principalsWith(policy, workspace);
  for (const principal of principals.slice(0, mostHolders))
    yield permissionsOfPrincipal(principal, workspace);
  if (principals.length === 0 || principals.length > mostHolders)
    yield permissionsOfStatements([...policy.documents].flatMap(statementsOf));
}

/** What a policy's own documents let anybody of those do in the end, once for each text that reaches it. */
export function reachedThrough(
  policy: View<'permission-policy'>,
  workspace: Workspace,
  wanted: Wanted,
): Reached[] {
  let open = [...policy.documents]
    .flatMap(statementsOf)
    .filter((statement) => statement.allows !== false && reachesAny(statement, wanted));
  const byText = new Map<Leaf, Reached>();
  if (open.length === 0) return [];
  for (const holder of holdersOf(policy, workspace)) {
    const certain = new Set<Statement>();
    for (const reached of reachedBy(holder, wanted, open)) {
      const known = byText.get(reached.by);
      byText.set(reached.by, known === undefined ? reached : better(known, reached));
      if (isCertain(reached) && reached.statement.actions.length === 1) certain.add(reached.statement);
    }
    // Nobody else can add to what is certain.
    open = open.filter((statement) => !certain.has(statement));
    if (open.length === 0) break;
  }
  return [...byText.values()];
}

function reachesAny(statement: Statement, { services, isWanted }: Wanted): boolean {
  return grantsOf(statement, services).some(({ actions }) => actions.some(isWanted));
}

/**
 * Whether the configuration says that a policy's rights are intended: it names the policy, or everybody whom it is
 * attached to, by logical ID or by name.
 */
export function isIntended(
  policy: View<'permission-policy'>,
  workspace: Workspace,
  names: readonly string[],
): boolean {
  if (names.length === 0) return false;
  const principals = principalsWith(policy, workspace);
  const isNamed = (resource: Resource): boolean =>
    names.includes(resource.name) ||
    [...(workspace.view(resource, 'role')?.name ?? [])].some(
      (leaf) => leaf.is((text) => names.includes(text)) === true,
    );
  return isNamed(policy.resource) || (principals.length > 0 && principals.every(isNamed));
}
