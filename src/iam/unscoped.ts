import type { Leaf } from '../model/leaf.js';
import { all, any, type Tri } from '../value/tri.js';
import { isSensitive, isWrite, needsWildcard, type Action } from './actions.js';
import { coversService } from './arns.js';
import { grantsOf, type Grant } from './grants.js';
import type { Statement } from './statement.js';

/** Changing actions that a resource pattern leaves on everything, although IAM could tie them to a resource. */
export interface Unscoped {
  readonly resource: Leaf;
  /** The text that reaches the actions. */
  readonly by: Leaf;
  readonly actions: readonly Action[];
  readonly isSensitive: boolean;
  readonly verdict: Tri;
}

/** What a statement allows on every resource: by each resource pattern, and each text of its actions that counts. */
export function unscopedOf(statement: Statement, counts: (by: Leaf) => boolean): Unscoped[] {
  const grants = grantsOf(statement).filter(({ by }) => counts(by));
  return statement.resources.flatMap((resource) => grants.flatMap((grant) => unscopedBy(resource, grant)));
}

function unscopedBy(resource: Leaf, grant: Grant): Unscoped[] {
  const covered = (action: Action): Tri => coversService(resource, action.service);
  const actions = grant.actions.filter(
    (action) => isWrite(action) && !needsWildcard(action) && covered(action) !== false,
  );
  if (actions.length === 0) return [];
  const verdict = all(grant.verdict, any(...actions.map(covered)));
  return [{ resource, by: grant.by, actions, isSensitive: actions.some(isSensitive), verdict }];
}
