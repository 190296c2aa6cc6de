import type { Resource } from '../../dialect/resource.js';
import type { Leaf } from '../../model/leaf.js';
import type { KindName } from '../../model/kinds.js';
import type { Workspace } from '../../model/workspace.js';

const known = new WeakMap<Workspace, ReadonlyMap<Resource, readonly Leaf[]>>();

/** The scanned groups that a user is in: those it names, and those that a resource of its own puts it into. */
export function groupsOf(principal: Resource, workspace: Workspace): readonly Resource[] {
  let joined = known.get(workspace);
  if (joined === undefined) known.set(workspace, (joined = readMemberships(workspace)));
  const own = [...(workspace.view(principal, 'principal')?.groups ?? [])];
  const leaves = [...own, ...(joined.get(principal) ?? [])];
  return [...new Set(leaves.flatMap((leaf) => declaredBy(leaf, 'group', workspace) ?? []))];
}

/** The groups that each user is put into. */
function readMemberships(workspace: Workspace): Map<Resource, Leaf[]> {
  const joined = new Map<Resource, Leaf[]>();
  for (const { users, groups } of workspace.all('group-membership'))
    for (const leaf of users) {
      const user = declaredBy(leaf, 'user', workspace);
      if (user !== undefined) joined.set(user, [...(joined.get(user) ?? []), ...groups]);
    }
  return joined;
}

function declaredBy(leaf: Leaf, kind: KindName, workspace: Workspace): Resource | undefined {
  const found = workspace.follow(leaf, kind);
  return found !== undefined && 'resource' in found ? found.resource : undefined;
}
