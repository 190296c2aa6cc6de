import { combine } from '../../value/assumption.js';
import { all, any, not, type Doubt, type Tri } from '../../value/tri.js';
import { isComplete } from './coverage.js';
import { isOff } from './event-selectors.js';
import { usesIncidentManager } from '../incident-manager.js';
import { condensed, lackingIn } from '../lacking.js';
import type { Leaf } from '../leaf.js';
import { recordingsOf, regionChoices } from './trails.js';
import type { Judgement } from '../unanimous.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

/** A trail without the events of global services, such as IAM, in one arm of conditions. */
export interface GlobalEventsJudgement extends Judgement {
  readonly flag: Leaf;
}

const undocumentedDefault: Doubt = {
  why: 'CloudFormation documents no default of IncludeGlobalServiceEvents for a trail of one Region',
  settle: 'IncludeGlobalServiceEvents: true or false',
};

const filtered: Doubt = {
  why: 'the selectors of an event data store may leave the events of IAM out',
  settle: 'an event data store without selectors',
};

/**
 * Whether a trail that records leaves the events of global services out while nothing else in the workspace records
 * them. A workspace without Incident Manager has no faults.
 */
export function judgeGlobalEvents(trail: View<'trail'>, workspace: Workspace): GlobalEventsJudgement[] {
  if (!usesIncidentManager(workspace)) return [];
  const recorders = recordersOfGlobalEvents(workspace);
  return flagsOf(trail).flatMap(({ flag, isIncluded, when }) =>
    isIncluded === true
      ? []
      : lackingIn(recorders, when).map((lack) => {
          return { flag, when: lack.when, verdict: all(isRecording(trail), not(isIncluded), lack.verdict) };
        }),
  );
}

interface Flag {
  readonly flag: Leaf;
  readonly isIncluded: Tri;
  readonly when: Leaf['when'];
}

/** A multi-Region trail must include global events (CloudTrail API reference, CreateTrail). */
function flagsOf(trail: View<'trail'>): Flag[] {
  return [...trail.globalEvents].flatMap((flag): Flag[] => {
    if (flag.isAbsent !== true || flag.hasDefault)
      return [{ flag, isIncluded: not(flag.is(isOff)), when: flag.when }];
    return regionChoices(trail).flatMap(({ isSingle, flag: region }): Flag[] => {
      const when = combine(flag.when, region.when);
      const isIncluded = any(not(isSingle), undocumentedDefault);
      return when === undefined ? [] : [{ flag, isIncluded, when }];
    });
  });
}

function isRecording(trail: View<'trail'>): Tri {
  return any(...recordingsOf(trail).map(({ coverage }) => isComplete(coverage)));
}

const known = new WeakMap<Workspace, readonly Judgement[]>();

function recordersOfGlobalEvents(workspace: Workspace): readonly Judgement[] {
  let recorders = known.get(workspace);
  if (recorders === undefined) {
    recorders = condensed([
      ...workspace.all('trail').flatMap(recordingTrail),
      ...workspace.all('event-data-store').flatMap(recordingStore),
    ]);
    known.set(workspace, recorders);
  }
  return recorders;
}

function recordingTrail(trail: View<'trail'>): Judgement[] {
  return flagsOf(trail).flatMap(({ isIncluded, when }) =>
    recordingsOf(trail).flatMap((recording): Judgement[] => {
      const both = combine(when, recording.when);
      return both === undefined
        ? []
        : [{ verdict: all(isIncluded, isComplete(recording.coverage)), when: both }];
    }),
  );
}

function recordingStore(store: View<'event-data-store'>): Judgement[] {
  return regionChoices(store).flatMap(({ isSingle, flag }) =>
    recordingsOf(store).flatMap((recording): Judgement[] => {
      const when = combine(flag.when, recording.when);
      if (when === undefined) return [];
      const isWhole = all(...store.advancedSelectors.variants.map(({ isEmpty }) => isEmpty));
      const verdict = all(not(isSingle), isComplete(recording.coverage), isWhole === true ? true : filtered);
      return [{ verdict, when }];
    }),
  );
}
