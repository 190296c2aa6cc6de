import type { Undecided } from '../report/finding.js';
import type { Outcome } from '../report/outcome.js';

/** What an outcome adds to that of the base; the findings that only the base has are named as fixed. */
export function subtract(outcome: Outcome, base: Outcome): Outcome {
  const { added, gone } = difference(outcome.findings, base.findings, ({ fingerprint }) => fingerprint);
  const undecided = difference(outcome.undecided, base.undecided, keyOf).added;
  const change = outcome.change && { ...outcome.change, fixed: gone };
  return { ...outcome, findings: added, undecided, ...(change && { change }) };
}

function keyOf({ ruleId, file, resource, reason }: Undecided): string {
  return JSON.stringify([ruleId, file, resource?.name, reason]);
}

/** Both directions; what occurs more often than before is added as often. */
function difference<T>(
  after: readonly T[],
  before: readonly T[],
  keyOf: (item: T) => string,
): { readonly added: T[]; readonly gone: T[] } {
  const left = new Map<string, T[]>();
  for (const item of before) {
    const same = left.get(keyOf(item));
    if (same === undefined) left.set(keyOf(item), [item]);
    else same.push(item);
  }
  const added = after.filter((item) => left.get(keyOf(item))?.pop() === undefined);
  return { added, gone: [...left.values()].flat() };
}
