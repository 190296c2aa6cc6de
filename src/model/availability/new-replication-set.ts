import type { Resource } from '../../dialect/resource.js';
import { byPlace } from '../incident-manager.js';
import { isOfAccount } from '../kind.js';
import type { Workspace } from '../workspace.js';

const known = new WeakMap<Workspace, { readonly first: Resource | undefined }>();

/**
 * The first replication set by file name and position, if a deployment may create it. Undefined where there is none, or
 * where a state, a plan or evidence shows one that exists: an account has one at the most.
 */
export function newReplicationSet(workspace: Workspace): Resource | undefined {
  let found = known.get(workspace);
  if (found === undefined) {
    const sets = workspace.all('replication-set').map(({ resource }) => resource);
    const exists = sets.some((set) => isOfAccount(set) || (set.identifiers ?? []).length > 0);
    const [first] = exists ? [] : sets.toSorted(byPlace);
    found = { first };
    known.set(workspace, found);
  }
  return found.first;
}
