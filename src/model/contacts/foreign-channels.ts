import { combine } from '../../value/assumption.js';
import { isDoubt, not, type Tri } from '../../value/tri.js';
import type { Arm } from '../combinations.js';
import { contactTypeOf } from './contact-type.js';
import type { Leaf } from '../leaf.js';
import { isOfAnother, isSameContact, type NamedContact } from './same-contact.js';
import { unanimous, type Judgement } from '../unanimous.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

type Plan = View<'engagement-plan'>;

export interface ForeignChannel {
  readonly verdict: Tri;
  /** Where the plan names the channel. */
  readonly at: Leaf;
  /** Undefined where it is declared outside the workspace. */
  readonly channel: View<'contact-channel'> | undefined;
}

interface Owner extends Arm {
  readonly contact: NamedContact;
}

/** The channels of a plan that belong, or may belong, to another contact than the plan does. */
export function foreignChannelsOf(plan: Plan, workspace: Workspace): ForeignChannel[] {
  const owners = ownersOf(plan, workspace);
  const leaves = [...plan.stages].flatMap(({ targets }) =>
    [...targets].flatMap(({ channel }) => [...channel].filter(({ isAbsent }) => isAbsent !== true)),
  );
  const found = leaves.flatMap((leaf) => {
    const followed = workspace.follow(leaf, 'contact-channel');
    if (followed === undefined) return [];
    const channel = 'why' in followed ? undefined : followed;
    const ways = owners.flatMap((owner): Judgement[] => {
      const when = combine(owner.when, leaf.when);
      if (when === undefined) return [];
      if (channel === undefined) return [{ verdict: isOfAnother(leaf, owner.contact, workspace), when }];
      return [...channel.contact].flatMap((other) => {
        const both = combine(when, other.when);
        const isForeign = not(isSameContact(owner.contact, other, workspace));
        return both === undefined ? [] : [{ verdict: isForeign, when: both }];
      });
    });
    return unanimous(ways, leaf.when).map(({ verdict, when }) => ({
      verdict,
      at: leaf.inner(leaf.value, when),
      channel,
    }));
  });
  // What is not known of the plan's contact is the same for all its channels.
  const doubt = found.find(({ verdict }) => isDoubt(verdict));
  return found.filter((one) => one.verdict === true || one === doubt);
}

/** Whose a plan is, in each arm; what is surely no person should not engage channels at all. */
function ownersOf(plan: Plan, workspace: Workspace): Owner[] {
  const inline = workspace.view(plan.resource, 'contact');
  const owners: Owner[] =
    inline === undefined
      ? [...plan.contact].map((leaf) => ({ contact: leaf, when: leaf.when }))
      : [{ contact: inline, when: inline.when }];
  return owners.filter(({ contact }) => {
    const view = 'resource' in contact ? contact : workspace.follow(contact, 'contact');
    const type = view === undefined || 'why' in view ? undefined : contactTypeOf(view);
    return type === undefined || type === 'PERSONAL';
  });
}
