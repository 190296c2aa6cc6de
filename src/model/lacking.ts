import { combine, isSameAssumption, type Assumption, type Assumptions } from '../value/assumption.js';
import { any, isDoubt, not, type Doubt, type Tri } from '../value/tri.js';
import type { Arm } from './combinations.js';
import { unanimous, type Judgement } from './unanimous.js';

/** More conditions than this are not followed: the number of their arms doubles with each. */
const mostConditions = 4;

/**
 * Where nothing of what is needed is there: the verdicts say of each candidate whether it is what is needed, and the
 * answer says in which arms of conditions none is. A candidate that a parameter's default brings counts.
 *
 * @param when what the whole rests on.
 */
export function lackingIn(candidates: readonly Judgement[], when: Assumptions): Judgement[] {
  return inEachArm(candidates, when, (there) => not(any(...there.map(({ verdict }) => verdict))));
}

/**
 * Judges what is there in each arm of the conditions that things rest on: what is true in all of them is said once, and
 * nothing where it is false.
 *
 * @param when what the whole rests on.
 */
export function inEachArm<Thing extends Arm>(
  things: readonly Thing[],
  when: Assumptions,
  judge: (there: readonly Thing[]) => Tri,
): Judgement[] {
  const open = distinct(things.flatMap((thing) => thing.when).filter((one) => !isIn(one, when)));
  const conditions = open.filter(({ kind }) => kind === 'condition');
  if (conditions.length > mostConditions) return [{ verdict: tooMany, when }];
  const defaults = open.filter(({ kind }) => kind === 'default');
  const arms = armsOf(conditions, combine(when, defaults) ?? when);
  const ways = arms.map((arm): Judgement => {
    const there = things.filter((thing) => thing.when.every((one) => isIn(one, arm)));
    return { verdict: judge(there), when: arm };
  });
  return unanimous(ways, when).filter(({ verdict }) => verdict !== false);
}

/** Candidates beyond this number that differ rest on more conditions than `lackingIn` follows. */
const mostCandidates = 100;

/**
 * The candidates that can matter to `lackingIn`: one of all those that answer alike and rest on the same. It is for
 * many candidates that much is judged by, and for many faults of one thing, of which one is enough.
 */
export function condensed<J extends Judgement>(candidates: Iterable<J>): readonly J[] {
  const found = new Map<string, J>();
  for (const candidate of candidates) {
    const { verdict, when } = candidate;
    if (verdict === false) continue;
    if (verdict === true && when.length === 0) return [candidate];
    if (found.size > mostCandidates) break;
    found.set(JSON.stringify([isDoubt(verdict), when.map(keyOf)]), candidate);
  }
  return [...found.values()];
}

function keyOf(one: Assumption): unknown[] {
  return [one.kind, one.scope.path, one.name, one.kind === 'condition' && one.holds];
}

const tooMany: Doubt = {
  why: 'it depends on more conditions than are followed',
  settle: 'fewer conditions in one resource',
};

function armsOf(conditions: readonly Assumption[], when: Assumptions): Assumptions[] {
  let arms: Assumptions[] = [when];
  for (const condition of conditions) {
    if (condition.kind !== 'condition') continue;
    arms = arms.flatMap((arm) =>
      [true, false].flatMap((holds) => {
        const both = combine(arm, [{ ...condition, holds }]);
        return both === undefined ? [] : [both];
      }),
    );
  }
  return arms;
}

function isSame(one: Assumption, other: Assumption): boolean {
  return one.kind === other.kind && one.scope === other.scope && one.name === other.name;
}

function isIn(one: Assumption, all: Assumptions): boolean {
  return all.some((other) => isSameAssumption(one, other));
}

/** One of each name, whichever of its arms. */
function distinct(assumptions: Assumptions): Assumption[] {
  const kept: Assumption[] = [];
  for (const one of assumptions)
    if (kept.length <= 2 * mostConditions && !kept.some((other) => isSame(one, other))) kept.push(one);
  return kept;
}
