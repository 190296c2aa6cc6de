import type { Resource } from '../dialect/resource.js';
import type { Leaf } from '../model/leaf.js';
import type { View } from '../model/view.js';
import type { Workspace } from '../model/workspace.js';
import { principalsOf } from './attachments.js';
import { permissionsOfPrincipal, permissionsOfStatements, type Permissions } from './effective.js';
import { better, reachedBy, type Reached, type Wanted } from './reached.js';
import { statementsOf } from './statements.js';

/** The scanned principals that a policy gives something: itself where it is one, else those it is attached to. */
export function principalsWith(policy: View<'permission-policy'>, workspace: Workspace): readonly Resource[] {
  const { resource } = policy;
  return workspace.view(resource, 'principal') === undefined ? principalsOf(resource, workspace) : [resource];
}

/**
 * All that those have whom a policy gives something, one for each; a policy that is attached to nobody known stands for
 * itself, as if it were all that somebody has.
 */
export function holdersOf(policy: View<'permission-policy'>, workspace: Workspace): Permissions[] {
  const principals = principalsWith(policy, workspace);
  if (principals.length > 0)
    return principals.map((principal) => permissionsOfPrincipal(principal, workspace));
  return [permissionsOfStatements([...policy.documents].flatMap(statementsOf))];
}

/** What a policy's own documents let anybody of those do in the end, once for each text that reaches it. */
export function reachedThrough(
  policy: View<'permission-policy'>,
  workspace: Workspace,
  wanted: Wanted,
): Reached[] {
  const own = [...policy.documents].flatMap(statementsOf);
  const byText = new Map<Leaf, Reached>();
  for (const holder of holdersOf(policy, workspace))
    for (const reached of reachedBy(holder, wanted, own)) {
      const known = byText.get(reached.by);
      byText.set(reached.by, known === undefined ? reached : better(known, reached));
    }
  return [...byText.values()];
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
