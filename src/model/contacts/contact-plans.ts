import { combine, type Assumptions } from '../../value/assumption.js';
import type { Doubt } from '../../value/tri.js';
import { ownersOf, type Owners } from './contact-owners.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

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

/** Whose an engagement plan is. */
export interface PlanOwner {
  /** The contact, or why it is not known. */
  readonly contact: View<'contact'> | Doubt;
  readonly when: Assumptions;
}

const outside: Doubt = {
  why: 'the contact of the engagement plan is not declared in the scanned files',
  settle: 'the template that declares the contact among the scanned files',
};

/** The contacts that an engagement plan belongs to, one for each arm of its conditions. */
export function planOwnersOf(plan: Plan, workspace: Workspace): PlanOwner[] {
  const inline = workspace.view(plan.resource, 'contact');
  if (inline !== undefined) return [{ contact: inline, when: plan.resource.when }];
  return [...plan.contact].flatMap((leaf) => {
    const found = workspace.follow(leaf, 'contact');
    const contact = found === undefined || 'why' in found ? (leaf.doubt ?? outside) : found;
    const when = 'why' in contact ? leaf.when : combine(leaf.when, contact.resource.when);
    return when === undefined ? [] : [{ contact, when }];
  });
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
