import type { Leaf } from '../../model/leaf.js';
import { any, isDoubt, not, type Doubt, type Tri } from '../../value/tri.js';
import { actionsOf, expand, incidentManagerServices, names, type Action } from './actions.js';
import { gapOf, hasGap, widest } from './gap.js';
import type { Statement } from './statement.js';

/** Actions that a statement's `Action` or `NotAction` reaches, whatever its effect. */
export interface Grant {
  /** The text that reaches them: the place to report. */
  readonly by: Leaf;
  readonly actions: readonly Action[];
  /** True, or why it is not certain that they are reached. */
  readonly verdict: true | Doubt;
}

/** Whether a text of an `Action` list reaches any action of some services that satisfies a predicate. */
export function reaches(
  leaf: Leaf,
  predicate: (action: Action) => boolean,
  services: readonly string[] = incidentManagerServices,
): Tri {
  return leaf.test((text) => {
    const isReached = expand(widest(text), services).some(predicate);
    return isReached && hasGap(text) ? gapOf(leaf) : isReached;
  });
}

/** Whether a text of an `Action` or `NotAction` list names an action. */
export function namesAction(leaf: Leaf, action: Action): Tri {
  return leaf.test((text) => {
    const isNamed = names(widest(text), action);
    return isNamed && hasGap(text) ? gapOf(leaf) : isNamed;
  });
}

const known = new WeakMap<Statement, Map<string, readonly Grant[]>>();

/**
 * What a statement reaches of some services: by each text of `Action`, or by all that `NotAction` leaves out. It is read
 * once, because a managed policy counts for everybody it is attached to.
 */
export function grantsOf(
  statement: Statement,
  services: readonly string[] = incidentManagerServices,
): readonly Grant[] {
  let byServices = known.get(statement);
  if (byServices === undefined) known.set(statement, (byServices = new Map<string, readonly Grant[]>()));
  const key = services.join(' ');
  let grants = byServices.get(key);
  if (grants === undefined) byServices.set(key, (grants = readGrants(statement, services)));
  return grants;
}

function readGrants(statement: Statement, services: readonly string[]): Grant[] {
  const grants = statement.actions.flatMap((leaf) => grantsBy(leaf, services));
  const [first] = statement.notActions;
  return first === undefined ? grants : [...grants, ...grantsBeside(first, statement.notActions, services)];
}

function grantsBeside(first: Leaf, excluding: readonly Leaf[], services: readonly string[]): Grant[] {
  const excluded = new Set<Action>();
  const others: Leaf[] = [];
  for (const leaf of excluding)
    if (leaf.value.kind !== 'text') others.push(leaf);
    else for (const action of expand(leaf.value.text, services)) excluded.add(action);
  return sorted(first, services, (action) =>
    excluded.has(action) ? false : not(any(...others.map((leaf) => namesAction(leaf, action)))),
  );
}

function grantsBy(leaf: Leaf, services: readonly string[]): Grant[] {
  const { value } = leaf;
  if (value.kind !== 'text') return sorted(leaf, services, (action) => namesAction(leaf, action));
  const actions = expand(value.text, services);
  return actions.length === 0 ? [] : [{ by: leaf, actions, verdict: true }];
}

function sorted(by: Leaf, services: readonly string[], verdictOf: (action: Action) => Tri): Grant[] {
  const certain: Action[] = [];
  const doubtful: Action[] = [];
  let doubt: Doubt | undefined;
  for (const action of services.flatMap(actionsOf)) {
    const verdict = verdictOf(action);
    if (verdict === true) certain.push(action);
    if (!isDoubt(verdict)) continue;
    doubt ??= verdict;
    doubtful.push(action);
  }
  return [
    ...(certain.length === 0 ? [] : [{ by, actions: certain, verdict: true } as const]),
    ...(doubt === undefined ? [] : [{ by, actions: doubtful, verdict: doubt }]),
  ];
}
