import type { Leaf } from '../../model/leaf.js';
import { combine, type Assumptions } from '../../value/assumption.js';
import type { Statement } from './statement.js';

/** A statement that counts under further assumptions only; undefined where they contradict its own. */
export function under(statement: Statement, when: Assumptions): Statement | undefined {
  if (when.length === 0) return statement;
  const both = combine(statement.when, when);
  if (both === undefined) return undefined;
  const leaves = (all: readonly Leaf[]): Leaf[] => all.flatMap((leaf) => leafUnder(leaf, when));
  return {
    ...statement,
    actions: leaves(statement.actions),
    notActions: leaves(statement.notActions),
    resources: leaves(statement.resources),
    notResources: leaves(statement.notResources),
    when: both,
  };
}

function leafUnder(leaf: Leaf, when: Assumptions): Leaf[] {
  const both = combine(leaf.when, when);
  return both === undefined ? [] : [leaf.inner(leaf.value, both)];
}
