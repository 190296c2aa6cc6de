import { combine } from '../../value/assumption.js';
import { isDoubt, not } from '../../value/tri.js';
import { planDoubt, plansOf } from './contact-plans.js';
import type { Judgement } from '../unanimous.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

type Plan = View<'engagement-plan'>;

/** What the engagement plans of a contact are good for. */
export interface Engagement {
  /** Of each stage whether it has a target; doubts where stages, or whole plans, are not known. */
  readonly targets: readonly Judgement[];
  /** Whether there is a stage at all. */
  readonly hasStages: boolean;
}

/** Whether the engagement plans of a contact have targets, wherever the plans are declared. */
export function engagementOf(contact: View<'contact'>, workspace: Workspace): Engagement {
  const stages = plansOf(contact, workspace).flatMap(({ plan, when: attached }) =>
    targetsOf(plan).flatMap(({ verdict, when: own }) => {
      const when = combine(attached, own);
      return when === undefined ? [] : [{ verdict, when }];
    }),
  );
  const unseen = planDoubt(contact, workspace);
  const more = unseen === undefined ? [] : [{ verdict: unseen, when: contact.resource.when }];
  return { targets: [...stages, ...more], hasStages: stages.length > 0 };
}

function targetsOf({ stages }: Plan): Judgement[] {
  return stages.variants.flatMap(({ isEmpty, items, when }): Judgement[] => {
    if (isDoubt(isEmpty)) return [{ verdict: isEmpty, when }];
    return items.flatMap(({ targets }) =>
      targets.variants.flatMap((variant): Judgement[] => {
        const both = combine(when, variant.when);
        return both === undefined ? [] : [{ verdict: not(variant.isEmpty), when: both }];
      }),
    );
  });
}
