import { combine } from '../../value/assumption.js';
import { all, type Tri } from '../../value/tri.js';
import type { Leaf } from '../leaf.js';
import { unanimous } from '../unanimous.js';
import type { View } from '../view.js';

type Stage = View<'engagement-plan'>['stages']['variants'][number]['items'][number];

export interface TimingJudgement {
  readonly verdict: Tri;
  /** The duration or interval, resting on what makes it wrong. */
  readonly at: Leaf;
  readonly what: 'duration' | 'retry interval';
  /** What is wrong with it, as the rest of a sentence that begins with it. */
  readonly fault: string;
}

/** Minutes, inclusive (CloudFormation schemas of `AWS::SSMContacts::Plan`, `Stage` and `ChannelTargetInfo`). */
const longestStage = 30;
const longestInterval = 60;

/** Whether the minutes of a stage and of its targets are such as AWS takes. A missing value is no fault here. */
export function judgeTiming(stage: Stage): TimingJudgement[] {
  const durations = [...stage.duration].flatMap((leaf) => judgeDuration(leaf, stage));
  const intervals = [...stage.targets].flatMap(({ retryInterval }) =>
    [...retryInterval].map((leaf) => ({
      verdict: leaf.is((text) => !isWhole(text, longestInterval)),
      at: leaf,
      what: 'retry interval' as const,
      fault: `is no whole number of minutes from 0 to ${String(longestInterval)}`,
    })),
  );
  // Of a stage of which nothing is known, one doubt is enough.
  return [
    ...durations,
    ...intervals.filter(({ at }) => !durations.some(({ at: { place } }) => place === at.place)),
  ];
}

function judgeDuration(leaf: Leaf, { targets }: Stage): TimingJudgement[] {
  const what = 'duration';
  const isOutside = leaf.is((text) => !isWhole(text, longestStage));
  if (isOutside !== false) {
    const fault = `is no whole number of minutes from 0 to ${String(longestStage)}`;
    return [{ verdict: isOutside, at: leaf, what, fault }];
  }
  // A stage that takes no time has to engage somebody (the same schema).
  const isZero = leaf.is((text) => Number(text) === 0);
  const ways = targets.variants.flatMap(({ isEmpty, when }) => {
    const both = combine(leaf.when, when);
    return both === undefined ? [] : [{ verdict: all(isZero, isEmpty), when: both }];
  });
  return unanimous(ways, leaf.when).map(({ verdict, when }) => ({
    verdict,
    at: leaf.inner(leaf.value, when),
    what,
    fault: 'is that of a stage without targets, which AWS does not take',
  }));
}

function isWhole(text: string, most: number): boolean {
  return /^\s*\d+\s*$/.test(text) && Number(text) <= most;
}
