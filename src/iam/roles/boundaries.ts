import type { Resource } from '../../dialect/resource.js';
import type { Leaf } from '../../model/leaf.js';
import type { View } from '../../model/view.js';
import type { Workspace } from '../../model/workspace.js';
import type { Doubt, Tri } from '../../value/tri.js';
import { combine, type Assumptions } from '../../value/assumption.js';

/** What names the permissions boundary of somebody, or is absent where there is none, in one arm of conditions. */
export interface Boundary {
  readonly leaf: Leaf;
  readonly when: Assumptions;
}

interface Attached {
  readonly bySet: ReadonlyMap<Resource, readonly Boundary[]>;
  /** Why there may be more. */
  readonly doubt: Doubt | undefined;
}

const known = new WeakMap<Workspace, Attached>();

/** The permissions boundary of a role, user or permission set, in every arm; none for what cannot have one of its own. */
export function boundariesOf(principal: View<'principal'>, workspace: Workspace): Boundary[] {
  const named = [...principal.namedBoundary].filter((leaf) => leaf.isAbsent !== true);
  const own = [...principal.boundary, ...named]
    .filter((leaf) => leaf.isAbsent !== true || named.length === 0)
    .map((leaf) => ({ leaf, when: leaf.when }));
  return [...own, ...(attachedIn(workspace).bySet.get(principal.resource) ?? [])];
}

/** Whether somebody has no permissions boundary, in every arm. */
export function missingBoundaries(
  principal: View<'principal'>,
  workspace: Workspace,
): { readonly isMissing: Tri; readonly when: Assumptions }[] {
  const boundaries = boundariesOf(principal, workspace);
  if (boundaries.length > 0) return boundaries.map(({ leaf, when }) => ({ isMissing: leaf.isAbsent, when }));
  const isMissing = attachedIn(workspace).doubt ?? workspace.unread ?? true;
  return [{ isMissing, when: principal.when }];
}

function attachedIn(workspace: Workspace): Attached {
  let attached = known.get(workspace);
  if (attached === undefined) known.set(workspace, (attached = readAttached(workspace)));
  return attached;
}

function readAttached(workspace: Workspace): Attached {
  const bySet = new Map<Resource, Boundary[]>();
  let doubt: Doubt | undefined;
  for (const { permissionSet, policy, namedPolicy } of workspace.all('boundary-attachment'))
    for (const to of permissionSet) {
      const set = workspace.follow(to, 'permission-set');
      if (set === undefined || 'why' in set) {
        doubt ??= set;
        continue;
      }
      const leaves = [...policy, ...namedPolicy].filter((leaf) => leaf.isAbsent !== true);
      const boundaries = leaves.flatMap((leaf): Boundary[] => {
        const when = combine(to.when, leaf.when);
        return when === undefined ? [] : [{ leaf, when }];
      });
      bySet.set(set.resource, [...(bySet.get(set.resource) ?? []), ...boundaries]);
    }
  return { bySet, doubt };
}
