import type { Deployment } from '../dialect/parameter-values.js';
import type { TemplateChange } from '../model/change.js';
import type { Memory } from './memory.js';
import type { Document } from '../parse/document.js';
import type { RuleLevel } from '../rule/level.js';
import type { Profile, RegisteredRule } from '../rule/rule.js';
import type { Settings } from '../rule/settings.js';

export type { RuleLevel };

/** The version of the documents that the report is limited against. */
export interface Base {
  /** As the user named it. */
  readonly ref: string;
  /** Every document of the workspace as it was, by the names that the files have now. */
  readonly documents: readonly Document[];
  /** What changed in a file; undefined where two versions of it cannot be compared. */
  readonly changeOf: (file: string) => TemplateChange | undefined;
}

/** What `lint` needs besides the documents. */
export interface LintOptions extends Deployment {
  /** All rules there are. */
  readonly rules: readonly RegisteredRule[];
  readonly profile: Profile;
  /** Severities that the user chose, by rule ID; a rule that is named here runs whatever its profile. */
  readonly levels: ReadonlyMap<string, RuleLevel>;
  readonly settings: Settings;
  /** Whether a file is reported on; the others are context. */
  readonly isReported: (path: string) => boolean;
  /** What exists in the account; it is never reported on. */
  readonly evidence?: readonly Document[];
  /** With it, only what the documents add to the base is reported. */
  readonly base?: Base;
  /** Whether the outcome says who is engaged by which response plan. */
  readonly withEngagements?: boolean;
  /** Today as YYYY-MM-DD; left out, no suppression lapses. */
  readonly today?: string;
  /** Kept from the last lint with these options, so that only documents that changed are looked at anew. */
  readonly memory?: Memory;
}
