import type { SourceFile } from '../text/source-file.js';

/** Something a value rests on that the template alone does not fix. */
export type Assumption =
  | { readonly kind: 'condition'; readonly scope: SourceFile; readonly name: string; readonly holds: boolean }
  | {
      readonly kind: 'default';
      /** CloudFormation's parameter or Terraform's variable. */
      readonly declaredAs: 'parameter' | 'variable';
      readonly scope: SourceFile;
      readonly name: string;
    }
  /** A macro of the account's own may change what is written; its name. */
  | { readonly kind: 'macro'; readonly scope: SourceFile; readonly name: string };

/** What a value rests on, without repetitions; empty when it holds in every deployment. */
export type Assumptions = readonly Assumption[];

/** Both lists as one, or undefined where they contradict each other: two arms of one condition never combine. */
export function combine(left: Assumptions, right: Assumptions): Assumptions | undefined {
  if (right.length === 0) return left;
  if (left.length === 0) return right;
  const combined = [...left];
  for (const assumption of right) {
    const same = combined.find(
      ({ kind, scope, name }) =>
        kind === assumption.kind && scope === assumption.scope && name === assumption.name,
    );
    if (same === undefined) combined.push(assumption);
    else if (same.kind === 'condition' && assumption.kind === 'condition' && same.holds !== assumption.holds)
      return undefined;
  }
  return combined;
}

/** What assumptions say beyond others: those that are not among the others. */
export function beyond(assumptions: Assumptions, others: Assumptions): Assumptions {
  if (assumptions.length === 0 || others.length === 0) return assumptions;
  return assumptions.filter((assumption) => !others.some((other) => isSameAssumption(assumption, other)));
}

/** Whether two assumptions are one: the same arm of the same condition, or the same default. */
export function isSameAssumption(one: Assumption, other: Assumption): boolean {
  const isSameName = one.kind === other.kind && one.scope === other.scope && one.name === other.name;
  return isSameName && (one.kind !== 'condition' || other.kind !== 'condition' || one.holds === other.holds);
}

/** The assumptions in words: `IsProd and not HasChat`; undefined when there are none. */
export function describe(assumptions: Assumptions): string | undefined {
  if (assumptions.length === 0) return undefined;
  return assumptions
    .map((assumption) => {
      if (assumption.kind === 'default')
        return `${assumption.declaredAs} ${assumption.name} keeps its default`;
      if (assumption.kind === 'macro') return `the macro ${assumption.name} leaves it as it is`;
      if (assumption.holds) return assumption.name;
      return /\s/.test(assumption.name) ? `not (${assumption.name})` : `not ${assumption.name}`;
    })
    .join(' and ');
}
