import type { RuleLevel } from '../rule/level.js';
import type { Profile, RegisteredRule } from '../rule/rule.js';
import type { Settings } from '../rule/settings.js';

export type { RuleLevel };

/** What `lint` needs besides the documents. */
export interface LintOptions {
  /** All rules there are. */
  readonly rules: readonly RegisteredRule[];
  readonly profile: Profile;
  /** Severities that the user chose, by rule ID; a rule that is named here runs whatever its profile. */
  readonly levels: ReadonlyMap<string, RuleLevel>;
  readonly settings: Settings;
  /** Whether a file is reported on; the others are context. */
  readonly isReported: (path: string) => boolean;
  /** Today as YYYY-MM-DD; left out, no suppression lapses. */
  readonly today?: string;
}
