import type { Assumptions } from '../value/assumption.js';
import type { Doubt } from '../value/tri.js';
import { ownersOf, type Owners } from './contact-owners.js';
import type { View } from './view.js';
import type { Workspace } from './workspace.js';

type Plan = View<'engagement-plan'>;

/** An engagement plan of a contact, with what it rests on that it is this contact's. */
export interface AttachedPlan {
  readonly plan: Plan;
  readonly when: Assumptions;
}

const known = new WeakMap<Workspace, Owners<Plan>>();

/**
 * The engagement plans of a contact: written with it, or resources of their own that name it. A contact without any is
 * listed with its own resource all the same in CloudFormation, where the plan is a property of it; its stages are then
 * absent.
 */
export function plansOf(contact: View<'contact'>, workspace: Workspace): readonly AttachedPlan[] {
  const { resource } = contact;
  const inline = workspace.view(resource, 'engagement-plan');
  const named = ownPlans(workspace).of(contact);
  return [
    ...(inline === undefined ? [] : [{ plan: inline, when: resource.when }]),
    ...named.map(({ item, when }) => ({ plan: item, when })),
  ];
}

/** Why a contact may have an engagement plan that `plansOf` does not know; undefined where it has none for sure. */
export function planDoubt(contact: View<'contact'>, workspace: Workspace): Doubt | undefined {
  return ownPlans(workspace).doubt(contact);
}

function ownPlans(workspace: Workspace): Owners<Plan> {
  let owners = known.get(workspace);
  if (owners === undefined) {
    const named = workspace
      .all('engagement-plan')
      .filter(({ resource }) => workspace.view(resource, 'contact') === undefined);
    known.set(workspace, (owners = ownersOf(named, workspace)));
  }
  return owners;
}
