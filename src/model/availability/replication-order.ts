import { isConfigurationFile } from '../../dialect/terraform/configuration.js';
import type { Resource } from '../../dialect/resource.js';
import { combine, type Assumptions } from '../../value/assumption.js';
import { alternatives, select } from '../../value/select.js';
import type { Doubt, Tri } from '../../value/tri.js';
import type { Target, Value } from '../../value/value.js';
import type { Workspace } from '../workspace.js';

/** Whether a response plan may come before a replication set of its own deployment. */
export interface OrderJudgement {
  readonly verdict: Tri;
  /** The name of the replication set; empty where there is none. */
  readonly set: string;
  readonly when: Assumptions;
}

/** So many values of one resource are looked through for references. */
const mostValues = 10_000;

/** What is known of the order in which a deployment creates its resources. */
interface Order {
  /** The replication sets, by the deployment unit that they belong to. */
  readonly sets: ReadonlyMap<string, readonly Resource[]>;
  /** Everything that waits for a replication set, directly or by what it refers to. */
  readonly waiting: ReadonlySet<Resource>;
  /** Why it is not known what a resource waits for. */
  readonly doubts: ReadonlyMap<Resource, Doubt>;
}

const known = new WeakMap<Workspace, Order>();

/**
 * Judges a response plan. Of Terraform's plans and states nothing is said: they do not list what depends on what.
 */
export function judgeDependency(plan: Resource, workspace: Workspace): OrderJudgement {
  let order = known.get(workspace);
  if (order === undefined) known.set(workspace, (order = orderOf(workspace)));
  const nothing: OrderJudgement = { verdict: false, set: '', when: [] };
  if (plan.attributes.kind === 'absent' || order.waiting.has(plan)) return nothing;
  for (const set of order.sets.get(unitOf(plan)) ?? []) {
    const when = combine(plan.when, set.when);
    if (when !== undefined) return { verdict: order.doubts.get(plan) ?? true, set: set.name, when };
  }
  return nothing;
}

/** What is deployed as one: a template, or a folder of a configuration of Terraform's. */
function unitOf({ place }: Resource): string {
  const { path } = place.file;
  return isConfigurationFile(path) ? path.slice(0, path.lastIndexOf('/') + 1) : path;
}

function orderOf(workspace: Workspace): Order {
  const sets = new Map<string, Resource[]>();
  for (const { resource } of workspace.all('replication-set')) {
    const unit = unitOf(resource);
    const same = sets.get(unit);
    if (same === undefined) sets.set(unit, [resource]);
    else same.push(resource);
  }
  const dependants = new Map<Resource, Resource[]>();
  const doubts = new Map<Resource, Doubt>();
  for (const { resources } of workspace.templates)
    for (const resource of resources) {
      if (!sets.has(unitOf(resource))) continue;
      const { targets, doubt } = needsOf(resource);
      if (doubt !== undefined) doubts.set(resource, doubt);
      for (const target of targets) {
        const needed = workspace.resourceAt(target);
        if (needed === undefined) continue;
        const same = dependants.get(needed);
        if (same === undefined) dependants.set(needed, [resource]);
        else same.push(resource);
      }
    }
  return { sets, waiting: reachedFrom([...sets.values()].flat(), dependants), doubts };
}

function reachedFrom(
  starts: readonly Resource[],
  dependants: ReadonlyMap<Resource, readonly Resource[]>,
): Set<Resource> {
  const reached = new Set(starts);
  // A set goes on to give what is added while it is gone through.
  for (const resource of reached) for (const next of dependants.get(resource) ?? []) reached.add(next);
  return reached;
}

/** The resources that one waits for: those that it names as such, and those that its properties refer to. */
function needsOf(resource: Resource): { readonly targets: readonly Target[]; readonly doubt?: Doubt } {
  const scope = resource.place.file;
  const targets: Target[] = [];
  let doubt: Doubt | undefined;
  for (const key of ['DependsOn', 'depends_on'])
    for (const { value } of select(resource.attributes, [key, '[]']))
      if (value.kind === 'text') targets.push({ scope, name: value.text });
      else if (value.kind === 'reference') targets.push(value.target);
      else if (value.kind === 'unknown') doubt ??= { why: value.why, settle: value.settle };
  const left: Value[] = [resource.properties];
  for (let looked = 0; left.length > 0; looked += 1) {
    const value = left.pop();
    if (value === undefined || looked > mostValues) break;
    if (value.kind === 'reference') targets.push(value.target);
    else if (value.kind === 'partial')
      targets.push(...value.parts.flatMap((part) => (typeof part === 'string' ? [] : (part.target ?? []))));
    else if (value.kind === 'list') left.push(...value.items);
    else if (value.kind === 'map') left.push(...value.entries.map((entry) => entry.value));
    else if (value.kind === 'choice') left.push(...alternatives(value).map((arm) => arm.value));
  }
  return doubt === undefined ? { targets } : { targets, doubt };
}
