import type { Outcome } from '../report/outcome.js';
import type { LintOptions } from './options.js';

/** Keeps what is about the reported files; a problem that belongs to no file stays. */
export function focus(outcome: Outcome, { isReported }: Pick<LintOptions, 'isReported'>): Outcome {
  return {
    ...outcome,
    findings: outcome.findings.filter(({ file }) => isReported(file)),
    undecided: outcome.undecided.filter(({ file }) => isReported(file)),
    ...(outcome.change && {
      change: {
        ...outcome.change,
        fixed: outcome.change.fixed.filter(({ file }) => isReported(file)),
      },
    }),
    suppressed: outcome.suppressed.filter(({ finding }) => isReported(finding.file)),
    problems: outcome.problems.filter(({ file }) => file === undefined || isReported(file)),
  };
}
