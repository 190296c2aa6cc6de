import { combine, type Assumptions } from '../value/assumption.js';

/** One way in which something can turn out, with what it rests on. */
export interface Arm {
  readonly when: Assumptions;
}

/** One arm of each list, and what all of them rest on together. */
export interface Combination<A extends Arm> extends Arm {
  readonly arms: readonly A[];
}

/** More combinations than this are not followed: their number can double with each condition. */
const mostCombinations = 64;

/**
 * Every consistent way to take one arm of each list under the given assumptions; undefined where there are more ways
 * than are followed.
 */
export function combinations<A extends Arm>(
  lists: readonly (readonly A[])[],
  when: Assumptions,
): Combination<A>[] | undefined {
  let found: { arms: A[]; when: Assumptions }[] = [{ arms: [], when }];
  for (const list of lists) {
    found = found.flatMap((combination) => {
      const next = list.flatMap((arm) => {
        const both = combine(combination.when, arm.when);
        return both === undefined ? [] : [{ arm, when: both }];
      });
      const [only] = next;
      if (next.length !== 1 || only === undefined)
        return next.map((step) => ({ arms: [...combination.arms, step.arm], when: step.when }));
      // A copy for each of thousands of items would take quadratic time.
      combination.arms.push(only.arm);
      return [{ arms: combination.arms, when: only.when }];
    });
    if (found.length > mostCombinations) return undefined;
  }
  return found;
}
