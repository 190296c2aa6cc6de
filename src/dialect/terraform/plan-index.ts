import { child } from '../../parse/child.js';
import type { SourceFile } from '../../text/source-file.js';
import { instanceOf, instancesIn, type Instance } from './instance.js';
import { enter, isNull, itemsOf, textAt, type Located } from './located.js';
import { PlanModules } from './plan-modules.js';

/** A plan with its parts at hand. */
export interface Plan {
  readonly file: SourceFile;
  readonly modules: PlanModules;
  /** The values of the root module's variables. */
  readonly variables: Located | undefined;
  /** What will exist, by address. */
  readonly managed: ReadonlyMap<string, Instance>;
  /** The same by the address without an index. */
  readonly byBase: ReadonlyMap<string, readonly Instance[]>;
  /** The data sources that were read already, and those that wait for the apply, by address. */
  readonly data: ReadonlyMap<string, Instance>;
  /** The `change` of every object by its address. */
  readonly changes: ReadonlyMap<string, Located>;
  /** Whose values are being read, so that a circle ends. */
  readonly underWay: Set<Instance>;
}

/** Arranges what a plan says. */
export function indexPlan(root: Located): Plan {
  const planned = enter(root, 'planned_values', 'root_module');
  const read = instancesIn(enter(root, 'prior_state', 'values', 'root_module'));
  const after: Instance[] = [];
  const changes = new Map<string, Located>();
  const mentioned = new Set<string | undefined>();
  for (const resource of itemsOf(enter(root, 'resource_changes'))) {
    const address = textAt(resource, 'address');
    mentioned.add(address).add(textAt(resource, 'previous_address'));
    const change = enter(resource, 'change');
    if (change === undefined || !isCurrent(resource, change)) continue;
    if (address !== undefined) changes.set(address, change);
    // Most plans have thousands of changes, whose values the planned ones repeat.
    if (planned !== undefined && textAt(resource, 'mode') !== 'data') continue;
    const instance = instanceOf(resource, enter(change, 'after'), enter(change, 'after_sensitive'));
    if (instance !== undefined) after.push(instance);
  }
  // With `-target` and `-refresh-only`, the plan is silent about what stays as it is.
  const kept = read.filter(({ address }) => !mentioned.has(address));
  const managed = [...(planned === undefined ? after : instancesIn(planned)), ...kept].filter(
    ({ isManaged, values }) => isManaged && values?.node.kind === 'map',
  );
  const byBase = new Map<string, Instance[]>();
  for (const instance of managed) {
    const same = byBase.get(instance.base);
    if (same === undefined) byBase.set(instance.base, [instance]);
    else same.push(instance);
  }
  return {
    file: root.file,
    modules: new PlanModules(enter(root, 'configuration', 'root_module')),
    variables: enter(root, 'variables'),
    managed: byAddress(managed),
    byBase,
    data: byAddress([...after, ...read].filter(({ isManaged }) => !isManaged)),
    underWay: new Set(),
    changes,
  };
}

function byAddress(instances: readonly Instance[]): Map<string, Instance> {
  return new Map(instances.map((instance) => [instance.address, instance]));
}

/** A deposed object shares the address of the one that replaces it, and what is deleted has nothing after. */
function isCurrent(resource: Located, change: Located): boolean {
  const after = child(change.node, 'after');
  return child(resource.node, 'deposed') === undefined && after !== undefined && !isNull(after);
}
