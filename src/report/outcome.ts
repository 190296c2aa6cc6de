import type { Engagements } from './engagements.js';
import type { Finding, Undecided } from './finding.js';
import type { Problem } from './problem.js';

/** A finding that its author wants to be silent. */
export interface SuppressedFinding {
  readonly finding: Finding;
  /** Why, in the author's words. */
  readonly reason: string;
}

/** How many resources and statements of policies came, changed and went since the base, and what is found no longer. */
export interface ChangeSummary {
  /** The base as the user named it. */
  readonly base: string;
  readonly resources: {
    readonly added: number;
    readonly changed: number;
    readonly replaced: number;
    readonly removed: number;
  };
  readonly statements: { readonly added: number; readonly removed: number };
  readonly fixed: readonly Finding[];
}

/** A file that was captured from the account. */
export interface EvidenceFile {
  readonly file: string;
  /** The day on which it was written, as YYYY-MM-DD. */
  readonly collected: string;
}

/** The evidence of a run, and how many checks it settled that would be undecided without it. */
export interface EvidenceSummary {
  readonly files: readonly EvidenceFile[];
  readonly settled: number;
}

/** What a run found out. Each stage after judging takes an outcome and gives an outcome. */
export interface Outcome {
  /** How many files were linted (read as templates). */
  readonly files: number;
  /** How many resources those files declare. */
  readonly resources: number;
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
  readonly problems: readonly Problem[];
  readonly suppressed: readonly SuppressedFinding[];
  /** How many findings a baseline hides. */
  readonly baselined: number;
  /** What changed since the base; only with one. */
  readonly change?: ChangeSummary;
  /** What was known of the account; only with `--evidence`. */
  readonly evidence?: EvidenceSummary;
  /** Who is engaged by which response plan; only where it is asked for. */
  readonly engagements?: Engagements;
}
