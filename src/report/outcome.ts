import type { Finding, Undecided } from './finding.js';
import type { Problem } from './problem.js';

/** What a run found out. Each stage after judging takes an outcome and gives an outcome. */
export interface Outcome {
  /** How many files were linted (read as templates). */
  readonly files: number;
  /** How many resources those files declare. */
  readonly resources: number;
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
  readonly problems: readonly Problem[];
  /** Findings hidden by suppressions, and by a baseline. */
  readonly suppressed: number;
  readonly baselined: number;
}
