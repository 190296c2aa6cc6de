import type { Place } from '../../text/place.js';
import { combine, type Assumptions } from '../../value/assumption.js';
import { all, isDoubt, not, type Doubt, type Tri } from '../../value/tri.js';
import { combinations, type Arm } from '../combinations.js';
import { intersection, isComplete, uniform, union, type Coverage } from './coverage.js';
import { byPlace, usesIncidentManager } from '../incident-manager.js';
import { recordingsOf, regionChoices, type Recorder } from './trails.js';
import { isOfAccount } from '../kind.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

/** What is said of a recorder in one arm of its conditions, given everything else that records. */
export interface Judgement extends Arm {
  readonly verdict: Tri;
  /** The value that decides it. */
  readonly place: Place;
  /** What the recorder alone covers, and what all recorders of the workspace cover together. */
  readonly own: Coverage;
  readonly together: Coverage;
}

/** What counts: all that is recorded, or only what is recorded in every Region. */
type Extent = 'recorded' | 'in every Region';

interface Covering extends Arm {
  readonly coverage: Coverage;
}

interface Contribution {
  readonly recorder: Recorder;
  readonly arms: readonly Covering[];
}

interface Contributions {
  /** What is covered whatever the conditions. */
  readonly steady: Coverage;
  /** What some recorders add in some arms of conditions. */
  readonly varying: readonly Contribution[];
}

const tooMany: Doubt = {
  why: 'the trails and event data stores depend on more conditions than are followed',
  settle: 'fewer conditions on them',
};

/** More recorders than this that depend on conditions are not put together. */
const mostVarying = 64;

/**
 * Judges how a recorder records. What is wrong with it is a fault only where something is still wrong once all
 * recorders of the workspace are taken together. A workspace without Incident Manager has no faults.
 */
export function judgeRecordings(
  workspace: Workspace,
  recorder: Recorder,
  isWrong: (own: Coverage) => Tri,
  isStillWrong: (together: Coverage) => Tri,
): Judgement[] {
  if (!usesIncidentManager(workspace)) return [];
  return recordingsOf(recorder).flatMap(({ coverage: own, place, when }) => {
    const wrong = isWrong(own);
    if (wrong === false) return [];
    const ways = unions(workspace, 'recorded', recorder, { coverage: own, when });
    return worst(ways, wrong, isStillWrong, { place, own }, isVague(workspace, 'recorded'));
  });
}

/** Judges whether a recorder keeps to one Region while no other records Incident Manager in every Region. */
export function judgeRegions(workspace: Workspace, recorder: Recorder): Judgement[] {
  if (!usesIncidentManager(workspace)) return [];
  const own = uniform(false);
  return regionChoices(recorder).flatMap(({ flag: { place, when }, isSingle }) => {
    if (isSingle === false) return [];
    const ways = unions(workspace, 'in every Region', recorder, { coverage: own, when });
    const vague = isVague(workspace, 'in every Region');
    return worst(ways, isSingle, (together) => not(isComplete(together)), { place, own }, vague);
  });
}

/** Whether a recorder is the only trail or event data store that exists under some assumptions. */
export function isAlone(workspace: Workspace, recorder: Recorder, when: Assumptions): boolean {
  const recorders = [...workspace.all('trail'), ...workspace.all('event-data-store')];
  if (recorders.length > mostVarying) return false;
  return recorders.every(
    ({ resource }) => resource === recorder.resource || combine(when, resource.when) === undefined,
  );
}

/**
 * Whether a replication set, under some assumptions, has Regions that differ. Regions of a set are unique (CFN registry
 * schema), so a Region that only deployment knows differs from the others.
 */
export function hasSeveralRegions(workspace: Workspace, when: Assumptions): boolean {
  let known = severalRegions.get(workspace);
  if (known === undefined) {
    known = workspace.all('replication-set').slice(0, mostReplicationSets).flatMap(regionPairs(workspace));
    severalRegions.set(workspace, known);
  }
  return known.some((pair) => combine(pair, when) !== undefined);
}

/** An account has one replication set, and a set three Regions at most; more are not looked at. */
const mostReplicationSets = 16;
const mostRegions = 16;

const severalRegions = new WeakMap<Workspace, readonly Assumptions[]>();

/** What each two Regions of a replication set that differ rest on together. */
function regionPairs(workspace: Workspace): (set: View<'replication-set'>) => Assumptions[] {
  return ({ regions }) => {
    const named = [...regions].slice(0, mostRegions).flatMap((leaf) => {
      const name = workspace.identity(leaf);
      return typeof name !== 'string' ? [] : [{ name, when: leaf.when }];
    });
    return named.flatMap((left, index) =>
      named
        .slice(index + 1)
        .filter(({ name }) => name !== left.name)
        .flatMap((right) => {
          const both = combine(left.when, right.when);
          return both === undefined ? [] : [both];
        }),
    );
  };
}

/**
 * One judgement of the ways in which the rest of the workspace can turn out: a fault before a doubt. A doubt that
 * only another recorder raises is reported at that one, unless nothing is reported there.
 */
function worst(
  ways: readonly Covering[],
  wrong: Tri,
  isStillWrong: (together: Coverage) => Tri,
  subject: Pick<Judgement, 'place' | 'own'>,
  isElsewhere: boolean,
): Judgement[] {
  const judgements = ways.map(({ coverage: together, when }): Judgement => {
    return { verdict: all(wrong, isStillWrong(together)), when, together, ...subject };
  });
  const fault = judgements.find(({ verdict }) => verdict === true);
  const doubt =
    isDoubt(wrong) || isElsewhere ? judgements.find(({ verdict }) => isDoubt(verdict)) : undefined;
  const found = fault ?? doubt;
  return found === undefined ? [] : [found];
}

/** What a recorder covers together with all others, in every consistent way that they can turn out. */
function unions(workspace: Workspace, extent: Extent, recorder: Recorder, start: Covering): Covering[] {
  const { steady, varying } = contributions(workspace, extent);
  const others = varying.filter((contribution) => contribution.recorder.resource !== recorder.resource);
  const coverage = union(start.coverage, steady);
  const ways =
    others.length > mostVarying
      ? undefined
      : combinations(
          others.map(({ arms }) => arms),
          start.when,
        );
  if (ways === undefined) {
    const unclear = coverage.map((answer) => (answer === false ? tooMany : answer));
    return [{ when: start.when, coverage: unclear }];
  }
  return ways.map(({ arms, when }) => {
    return { when, coverage: arms.reduce((sum, arm) => union(sum, arm.coverage), coverage) };
  });
}

/** Whether a recorder of the account, of which nothing is reported, leaves open what it covers. */
function isVague(workspace: Workspace, extent: Extent): boolean {
  const { steady, varying } = contributions(workspace, extent);
  const ofAccount = [...workspace.all('trail'), ...workspace.all('event-data-store')].filter(({ resource }) =>
    isOfAccount(resource),
  );
  if (ofAccount.length === 0) return false;
  return [steady, ...varying.flatMap(({ arms }) => arms.map(({ coverage }) => coverage))].some((coverage) =>
    coverage.some(isDoubt),
  );
}

const computed = new WeakMap<Workspace, Map<Extent, Contributions>>();

function contributions(workspace: Workspace, extent: Extent): Contributions {
  let known = computed.get(workspace);
  if (known === undefined) computed.set(workspace, (known = new Map<Extent, Contributions>()));
  let found = known.get(extent);
  if (found === undefined) known.set(extent, (found = contributionsOf(workspace, extent)));
  return found;
}

function contributionsOf(workspace: Workspace, extent: Extent): Contributions {
  const recorders: Recorder[] = [...workspace.all('trail'), ...workspace.all('event-data-store')];
  const contributing = recorders
    .sort((left, right) => byPlace(left.resource, right.resource))
    .map((recorder): Contribution => ({ recorder, arms: coverings(recorder, extent) }))
    .filter(({ arms }) => arms.some(({ coverage }) => coverage.some((answer) => answer !== false)));
  const isSteady = ({ arms }: Contribution): boolean => arms.length === 1 && arms[0]?.when.length === 0;
  return {
    steady: contributing
      .filter(isSteady)
      .flatMap(({ arms }) => arms)
      .reduce((sum, { coverage }) => union(sum, coverage), uniform(false)),
    varying: contributing
      .filter((contribution) => !isSteady(contribution))
      .map(({ recorder, arms }) => ({ recorder, arms: [...arms, ...absences(recorder)] })),
  };
}

function coverings(recorder: Recorder, extent: Extent): Covering[] {
  const recordings = recordingsOf(recorder);
  if (extent === 'recorded') return recordings;
  return recordings.flatMap(({ coverage, when }) =>
    regionChoices(recorder).flatMap(({ flag, isSingle }) => {
      const both = combine(when, flag.when);
      return both === undefined
        ? []
        : [{ when: both, coverage: intersection(coverage, uniform(not(isSingle))) }];
    }),
  );
}

/** The deployments in which a conditional recorder is not made, and so covers nothing. */
function absences({ resource }: Recorder): Covering[] {
  return resource.when.flatMap((assumption) =>
    assumption.kind === 'condition'
      ? [{ coverage: uniform(false), when: [{ ...assumption, holds: !assumption.holds }] }]
      : [],
  );
}
