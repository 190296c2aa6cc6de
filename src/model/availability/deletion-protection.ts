import { not, type Doubt, type Tri } from '../../value/tri.js';
import type { Leaf } from '../leaf.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

type ReplicationSet = View<'replication-set'>;

/** Whether a replication set can be deleted with all its data, and the flag that says so. */
export interface Protection {
  readonly isUnprotected: Tri;
  readonly flag: Leaf;
}

const noArgument: Doubt = {
  why: 'the aws provider has no argument for deletion protection',
  settle: 'a Terraform state of it, by --evidence',
};

/** Every way in which a replication set is protected; where only a state can tell, its state among the documents is asked. */
export function protectionsOf(set: ReplicationSet, workspace: Workspace): Protection[] {
  const written = [...set.deletionProtected].map((flag) => ({ isUnprotected: not(isOn(flag)), flag }));
  const observed = [...set.observedProtection].map((flag) => {
    if (flag.isAbsent !== true) return { isUnprotected: not(isOn(flag)), flag };
    const known = flagsOfStates(workspace).get(set.resource.name);
    return { isUnprotected: known === undefined ? noArgument : not(isOn(known)), flag };
  });
  return [...written, ...observed];
}

function isOn(flag: Leaf): Tri {
  return flag.is((text) => text === 'true');
}

const known = new WeakMap<Workspace, ReadonlyMap<string, Leaf>>();

/** What states say, by the addresses of the replication sets. */
function flagsOfStates(workspace: Workspace): ReadonlyMap<string, Leaf> {
  let flags = known.get(workspace);
  if (flags === undefined) {
    flags = new Map(
      workspace.all('replication-set').flatMap(({ resource, observedProtection }) => {
        const [flag] = observedProtection;
        return flag?.isAbsent === false ? [[resource.name, flag] as const] : [];
      }),
    );
    known.set(workspace, flags);
  }
  return flags;
}
