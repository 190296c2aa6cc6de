import type { Leaf } from '../../model/leaf.js';
import { all, any, isDoubt, not, type Tri } from '../../value/tri.js';
import { needsWildcard } from './actions.js';
import { isEverything, neverMatches, withoutRegion } from './arns.js';
import { grantsOf } from './grants.js';
import { namesIncidentManager } from './permissions.js';
import { hasWildcard } from './wildcards.js';
import type { Statement } from './statement.js';

/** A part of a statement that IAM never matches, so that the statement does not do what it says. */
export interface Mismatch {
  readonly at: Leaf;
  /** A clause that says why. */
  readonly why: string;
  readonly verdict: Tri;
  /** The ARN as it would match, where nothing but its Region is wrong. */
  readonly mended?: string;
}

/** Resources that no ARN of Incident Manager matches, and actions that need `*` beside nothing but ARNs. */
export function mismatchesOf(statement: Statement): Mismatch[] {
  // What is not known of a resource matters only beside actions that are meant for Incident Manager.
  const isMeant = statement.actions.some(namesIncidentManager);
  const resources = [...statement.resources, ...statement.notResources]
    .map((at): Mismatch => {
      const mended = withoutRegion(at);
      const why = 'no resource of Incident Manager has such an ARN';
      return { at, why, verdict: neverMatches(at), ...(mended !== undefined && { mended }) };
    })
    .filter(({ verdict }) => isMeant || !isDoubt(verdict));
  const everything = any(...statement.resources.map(isEverything));
  const actions =
    statement.resources.length === 0
      ? []
      : grantsOf(statement).flatMap(({ by, actions, verdict }) => {
          if (!statement.actions.includes(by) || !actions.every(needsWildcard)) return [];
          const why = 'it works on no resource, so that only the resource "*" allows it';
          return [{ at: by, why, verdict: all(verdict, not(hasWildcard(by)), not(everything)) }];
        });
  return [...resources, ...actions];
}
