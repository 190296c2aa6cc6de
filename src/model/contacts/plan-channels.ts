import type { Place } from '../../text/place.js';
import { combine } from '../../value/assumption.js';
import { all, isDoubt, not, type Doubt, type Tri } from '../../value/tri.js';
import { activationOf } from './activation.js';
import { isDeferring } from './channel-judgements.js';
import { combinations, type Arm, type Combination } from '../combinations.js';
import type { Leaf } from '../leaf.js';
import { unanimous, type Judgement } from '../unanimous.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

type Plan = View<'engagement-plan'>;
type Targets = Plan['stages']['variants'][number]['items'][number]['targets']['variants'][number];

export interface ReachJudgement {
  readonly verdict: Tri;
  /** Whether a template asks for the deferral of one of them, or something says that it was never activated. */
  readonly isAsked: boolean;
  /** The list of stages, in one of the ways it can turn out. */
  readonly at: Arm & { readonly place: Place };
}

/** One way in which a target can turn out: whether its channel is deferred, undefined where it has no channel. */
interface TargetArm extends Arm {
  readonly isDeferred: Tri | undefined;
  readonly isAsked?: boolean;
}

interface WayJudgement extends Judgement {
  readonly isAsked: boolean;
}

const tooMany: Doubt = {
  why: 'its targets depend on more conditions than are followed',
  settle: 'fewer conditions in the stages',
};

const outside: Doubt = {
  why: 'it has a target whose channel is not declared in the scanned files',
  settle: 'the template that declares the channel among the scanned files',
};

/**
 * Whether all channels that a plan's stages engage are deferred, so that none of them reaches anybody. A plan that
 * engages no channel at all is not judged.
 */
export function judgeReach(plan: Plan, workspace: Workspace): ReachJudgement[] {
  return plan.stages.variants.flatMap((stages): ReachJudgement[] => {
    const { isEmpty, items, when } = stages;
    if (isDoubt(isEmpty)) return [{ verdict: isEmpty, isAsked: true, at: stages }];
    const ways = combinations<Targets>(
      items.map(({ targets }) => targets.variants),
      when,
    );
    const judgements = ways?.flatMap((way) => judgementsOf(way, workspace)) ?? [
      { verdict: tooMany, isAsked: true, when },
    ];
    return unanimous(judgements, when).map((judgement) => ({
      verdict: judgement.verdict,
      isAsked: judgement.isAsked,
      at: { place: stages.place, when: judgement.when },
    }));
  });
}

function judgementsOf({ arms, when }: Combination<Targets>, workspace: Workspace): WayJudgement[] {
  const targets = arms.flatMap(({ isEmpty, items, when: so }): TargetArm[][] => {
    if (isDoubt(isEmpty)) return [[{ isDeferred: isEmpty, when: so }]];
    return items.map(({ channel }) => [...channel].flatMap((leaf) => targetArms(leaf, workspace)));
  });
  const ways = combinations(targets, when);
  if (ways === undefined) return [{ verdict: tooMany, isAsked: true, when }];
  return ways.map((way) => {
    const answers = new Set(way.arms.flatMap(({ isDeferred }) => isDeferred ?? []));
    const isAsked = way.arms.some((arm) => arm.isAsked === true);
    return { verdict: answers.size > 0 && all(...answers), isAsked, when: way.when };
  });
}

function targetArms(leaf: Leaf, workspace: Workspace): TargetArm[] {
  if (leaf.isAbsent === true) return [{ isDeferred: undefined, when: leaf.when }];
  const channel = workspace.follow(leaf, 'contact-channel');
  if (channel === undefined || 'why' in channel)
    return [{ isDeferred: leaf.doubt ?? outside, when: leaf.when }];
  const known = activationOf(channel, workspace);
  if (known !== undefined) return [{ isDeferred: not(known.isActivated), isAsked: true, when: leaf.when }];
  return [...channel.deferred].flatMap((flag): TargetArm[] => {
    const both = combine(leaf.when, flag.when);
    return both === undefined
      ? []
      : [{ isDeferred: flag.is(isDeferring), isAsked: flag.isAbsent !== true, when: both }];
  });
}
