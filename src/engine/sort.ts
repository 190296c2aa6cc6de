import type { Outcome } from '../report/outcome.js';
import type { Range } from '../text/source-file.js';

/** What findings, undecided checks and problems have in common as far as order goes. */
interface Sortable {
  readonly file?: string;
  readonly range?: Range;
  readonly ruleId?: string;
  readonly code?: string;
  readonly message?: string;
  readonly reason?: string;
}

const itself = (item: Sortable): Sortable => item;

/** Sorts by file, line, column, rule and message, and drops exact repetitions: the same input gives the same bytes. */
export function sort(outcome: Outcome): Outcome {
  return {
    ...outcome,
    findings: sorted(outcome.findings, itself),
    undecided: sorted(outcome.undecided, itself),
    suppressed: sorted(outcome.suppressed, ({ finding }) => finding),
    problems: sorted(outcome.problems, itself),
  };
}

function sorted<T>(items: readonly T[], byOf: (item: T) => Sortable): T[] {
  // What is equal up to its message may still differ in other fields, and two workspaces must not decide their order.
  const keyed = items.map((item) => ({ item, by: byOf(item), text: JSON.stringify(item) }));
  keyed.sort((left, right) => compare(left.by, right.by) || byCodeUnit(left.text, right.text));
  return keyed.filter(({ text }, index) => text !== keyed[index - 1]?.text).map(({ item }) => item);
}

function compare(left: Sortable, right: Sortable): number {
  return (
    byCodeUnit(left.file ?? '', right.file ?? '') ||
    (left.range?.start.line ?? 0) - (right.range?.start.line ?? 0) ||
    (left.range?.start.column ?? 0) - (right.range?.start.column ?? 0) ||
    byCodeUnit(left.ruleId ?? left.code ?? '', right.ruleId ?? right.code ?? '') ||
    byCodeUnit(left.message ?? left.reason ?? '', right.message ?? right.reason ?? '')
  );
}

/** Not by locale: the order must not depend on the machine. */
function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
