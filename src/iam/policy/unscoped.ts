import type { Leaf } from '../../model/leaf.js';
import { all, any, type Tri } from '../../value/tri.js';
import { incidentManagerServices, isSensitive, isWrite, needsWildcard, type Action } from './actions.js';
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

/** Of more pairs of resources and actions than this, those with the first resource are told. */
const mostPairs = 10_000;

/** What a statement allows on every resource: by each resource pattern, and each text of its actions that counts. */
export function unscopedOf(statement: Statement, counts: (by: Leaf) => boolean): Unscoped[] {
  const grants = grantsOf(statement).filter(({ by }) => counts(by));
  const broad = statement.resources.map(broadnessOf).filter(({ isBroad }) => isBroad);
  const told = broad.length * grants.length > mostPairs ? broad.slice(0, 1) : broad;
  return told.flatMap((one) => grants.flatMap((grant) => unscopedBy(one, grant)));
}

/** A resource pattern, and which services it covers: few resources of a long list cover any. */
interface Broadness {
  readonly resource: Leaf;
  readonly covers: ReadonlyMap<string, Tri>;
  readonly isBroad: boolean;
}

function broadnessOf(resource: Leaf): Broadness {
  const covers = new Map(
    incidentManagerServices.map((service) => [service, coversService(resource, service)]),
  );
  return { resource, covers, isBroad: [...covers.values()].some((verdict) => verdict !== false) };
}

function unscopedBy({ resource, covers }: Broadness, grant: Grant): Unscoped[] {
  const covered = (action: Action): Tri => covers.get(action.service) ?? false;
  const actions = grant.actions.filter(
    (action) => isWrite(action) && !needsWildcard(action) && covered(action) !== false,
  );
  if (actions.length === 0) return [];
  const verdict = all(grant.verdict, any(...actions.map(covered)));
  return [{ resource, by: grant.by, actions, isSensitive: actions.some(isSensitive), verdict }];
}
