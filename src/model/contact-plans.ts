import type { Resource } from '../dialect/resource.js';
import type { Assumptions } from '../value/assumption.js';
import type { Doubt } from '../value/tri.js';
import type { View } from './view.js';
import type { Workspace } from './workspace.js';

/** An engagement plan of a contact, with what it rests on that it is this contact's. */
export interface AttachedPlan {
  readonly plan: View<'engagement-plan'>;
  readonly when: Assumptions;
}

interface PlanTable {
  readonly byContact: ReadonlyMap<Resource, readonly AttachedPlan[]>;
  /** Why a contact may have a plan that is not in the table. */
  readonly doubt: Doubt | undefined;
}

const known = new WeakMap<Workspace, PlanTable>();

/**
 * The engagement plans of a contact: written with it, or resources of their own that name it. A contact without any is
 * listed with its own resource all the same in CloudFormation, where the plan is a property of it; its stages are then
 * absent.
 */
export function plansOf(contact: View<'contact'>, workspace: Workspace): readonly AttachedPlan[] {
  return tableOf(workspace).byContact.get(contact.resource) ?? [];
}

/** Why a contact may have an engagement plan that `plansOf` does not know; undefined where it has none for sure. */
export function planDoubt(workspace: Workspace): Doubt | undefined {
  return tableOf(workspace).doubt;
}

function tableOf(workspace: Workspace): PlanTable {
  let table = known.get(workspace);
  if (table === undefined) known.set(workspace, (table = readTable(workspace)));
  return table;
}

function readTable(workspace: Workspace): PlanTable {
  const byContact = new Map<Resource, AttachedPlan[]>();
  let doubt: Doubt | undefined;
  const attach = (contact: Resource, attached: AttachedPlan): void => {
    const same = byContact.get(contact);
    if (same === undefined) byContact.set(contact, [attached]);
    else same.push(attached);
  };
  for (const plan of workspace.all('engagement-plan')) {
    if (workspace.view(plan.resource, 'contact') !== undefined) {
      attach(plan.resource, { plan, when: plan.resource.when });
      continue;
    }
    for (const leaf of plan.contact) {
      const contact = workspace.follow(leaf, 'contact');
      if (contact !== undefined && 'resource' in contact) attach(contact.resource, { plan, when: leaf.when });
      // An ARN names one contact; whatever else is not known may be any.
      else if (contact !== undefined && leaf.value.kind !== 'text') doubt ??= contact;
    }
  }
  return { byContact, doubt: doubt ?? workspace.unread };
}
