import type { Leaf } from '../../model/leaf.js';
import type { Place } from '../../text/place.js';
import type { Assumptions } from '../../value/assumption.js';
import { all, type Doubt } from '../../value/tri.js';
import type { Action } from './actions.js';
import { effectsOf, type Permissions } from '../roles/effective.js';
import { grantsOf, type Grant } from './grants.js';
import type { Statement } from './statement.js';

/** Actions that some permissions allow in the end. */
export interface Reached {
  readonly statement: Statement;
  /** The text that reaches them: an action, or what names a managed policy. */
  readonly by: Leaf;
  readonly action: Action;
  readonly place: Place;
  readonly when: Assumptions;
  readonly verdict: true | Doubt;
}

/** What is asked of permissions. */
export interface Wanted {
  /** The prefixes of the services in question. */
  readonly services: readonly string[];
  readonly isWanted: (action: Action) => boolean;
  /** Narrows the statements down; all count by default. */
  readonly counts?: (statement: Statement) => boolean;
}

/**
 * The actions that statements among some permissions allow in the end: of each text the first wanted one, rather one that
 * is certain than one in doubt.
 *
 * @param statements by default all of the permissions.
 */
export function reachedBy(
  permissions: Permissions,
  { services, isWanted, counts = () => true }: Wanted,
  statements: readonly Statement[] = permissions.statements,
): Reached[] {
  return statements
    .filter((statement) => statement.allows !== false && counts(statement))
    .flatMap((statement) => {
      const byText = new Map<Leaf, Grant[]>();
      for (const grant of grantsOf(statement, services))
        byText.set(grant.by, [...(byText.get(grant.by) ?? []), grant]);
      return [...byText].flatMap(([by, grants]) =>
        reachedByText(permissions, statement, by, grants, isWanted),
      );
    });
}

function reachedByText(
  permissions: Permissions,
  statement: Statement,
  by: Leaf,
  grants: readonly Grant[],
  isWanted: (action: Action) => boolean,
): Reached[] {
  let best: Reached | undefined;
  for (const { actions, verdict } of grants)
    for (const action of actions.filter(isWanted))
      for (const effect of effectsOf(permissions, statement, by, action)) {
        const both = all(verdict, effect.verdict);
        if (both === false) continue;
        const found = { statement, by, action, place: by.place, when: effect.when, verdict: both };
        best = best === undefined ? found : better(best, found);
        if (isCertain(best)) return [best];
      }
  return best === undefined ? [] : [best];
}

/** The text that reaches an action, as messages show it: what a `NotAction` names is just what is not allowed by it. */
export function wordingOf(reached: Pick<Reached, 'statement' | 'by'> | undefined): string {
  if (reached === undefined) return '';
  const { statement, by } = reached;
  return statement.notActions.includes(by) ? `NotAction: ${by.text}` : by.text;
}

/** Certain before possible before doubtful, and the first of equals. */
export function better<R extends Pick<Reached, 'verdict' | 'when'>>(first: R, second: R): R {
  return rank(second) < rank(first) ? second : first;
}

/** Whether nothing more can be said of it: it is allowed in every deployment. */
export function isCertain(reached: Pick<Reached, 'verdict' | 'when'>): boolean {
  return rank(reached) === 0;
}

function rank({ verdict, when }: Pick<Reached, 'verdict' | 'when'>): number {
  if (verdict !== true) return 2;
  return when.length === 0 ? 0 : 1;
}
