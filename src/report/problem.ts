import type { Range } from '../text/source-file.js';

/** Why something could not be looked at, as a word that scripts can compare. */
export type ProblemCode =
  | 'bad-usage'
  | 'bad-configuration'
  | 'bad-baseline'
  | 'bad-evidence'
  | 'bad-plugin'
  | 'refused-include'
  | 'missing-base'
  | 'missing-file'
  | 'unreadable-file'
  | 'ignored-file'
  | 'unwritable-file'
  | 'outside-workspace'
  | 'not-a-template'
  | 'no-templates'
  | 'malformed-json'
  | 'malformed-yaml'
  | 'malformed-hcl'
  | 'incomplete-assembly'
  | 'duplicate-key'
  | 'wrong-type'
  | 'newer-format'
  | 'unsupported-format'
  | 'encrypted-state'
  | 'empty-state'
  | 'incomplete-plan'
  | 'too-deep'
  | 'too-large'
  | 'internal-error';

/** A reason why the result is incomplete. It is about our work, not about the template, and cannot be suppressed. */
export interface Problem {
  readonly file?: string;
  readonly range?: Range;
  readonly message: string;
  readonly code: ProblemCode;
  /** A warning leaves the result complete: all was looked at, but perhaps not rightly. Left out: an error. */
  readonly severity?: 'warning';
}

/** Whether a problem makes the result incomplete. */
export function isError({ severity }: Problem): boolean {
  return severity !== 'warning';
}
