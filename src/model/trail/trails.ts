import { combine } from '../../value/assumption.js';
import { isDoubt, not, type Doubt, type Tri } from '../../value/tri.js';
import { intersection, uniform } from './coverage.js';
import { advancedSelections, basicSelections, isOff, type Selection } from './event-selectors.js';
import type { Leaf } from '../leaf.js';
import type { View } from '../view.js';

/** A trail or an event data store. */
export type Recorder = View<'trail'> | View<'event-data-store'>;

/** Whether a recorder keeps to one Region, by the flag that says so. */
export interface RegionChoice {
  readonly isSingle: Tri;
  readonly flag: Leaf;
}

const undocumentedDefault: Doubt = {
  why: 'CloudFormation documents no default of MultiRegionEnabled',
  settle: 'MultiRegionEnabled: true or false',
};

/**
 * What a recorder records of Incident Manager's management events, in every consistent way that its conditions can
 * turn out. Without selectors, or with an empty list of them, it records all management events. A trail whose
 * `IsLogging` is not written counts as logging: CloudTrail refuses it, so it is not for this function to judge.
 */
export function recordingsOf(recorder: Recorder): Selection[] {
  return switchesOf(recorder).flatMap(({ flag, off }): Selection[] => {
    if (off === true) return [{ coverage: uniform(false), place: flag.place, when: flag.when }];
    const on = uniform(not(off));
    return selectionsOf(recorder).flatMap(({ coverage, place, when }) => {
      const both = combine(flag.when, when);
      if (both === undefined) return [];
      return [{ coverage: intersection(on, coverage), place: isDoubt(off) ? flag.place : place, when: both }];
    });
  });
}

interface Switch {
  readonly flag: Leaf;
  /** Whether it keeps everything from being recorded. */
  readonly off: Tri;
}

/** What switches a recorder on and off as a whole, in every arm of its conditions. */
function switchesOf(recorder: Recorder): Switch[] {
  if (recorder.kind === 'trail') return [...recorder.logging].map((flag) => ({ flag, off: flag.is(isOff) }));
  const suspended = [...recorder.suspended].map((flag) => ({
    flag,
    off: flag.is((text) => text === 'true'),
  }));
  if (suspended.length > 0) return suspended;
  return [...recorder.ingestion].map((flag) => ({ flag, off: flag.is(isOff) }));
}

/** Advanced selectors replace basic ones (CloudTrail API reference, PutEventSelectors). */
function selectionsOf(recorder: Recorder): Selection[] {
  const everything = { coverage: uniform(true), place: recorder.place };
  const basic = recorder.kind === 'trail' ? recorder.selectors.variants : [];
  return recorder.advancedSelectors.variants.flatMap((variant): Selection[] => {
    if (variant.isEmpty !== true) return advancedSelections(variant);
    if (basic.length === 0) return [{ ...everything, when: variant.when }];
    return basic.flatMap((list) => {
      const both = combine(variant.when, list.when);
      if (both === undefined) return [];
      if (list.isEmpty === true) return [{ ...everything, when: both }];
      return basicSelections({ ...list, when: both });
    });
  });
}

/** Whether a recorder keeps to one Region, in every arm of its flag's conditions. */
export function regionChoices(recorder: Recorder): RegionChoice[] {
  return [...recorder.multiRegion].map((flag) => {
    const isUndocumented = recorder.kind === 'event-data-store' && flag.isAbsent === true && !flag.hasDefault;
    return { flag, isSingle: isUndocumented ? undocumentedDefault : flag.is(isOff) };
  });
}
