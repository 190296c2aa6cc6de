import type { Document } from '../parse/document.js';
import type { Undecided } from '../report/finding.js';
import type { Outcome } from '../report/outcome.js';
import { readEvidence } from '../evidence/read.js';
import type { EvidenceFiles } from './evidence-files.js';
import { lint } from './lint.js';
import type { Memory } from './memory.js';
import type { Base, LintOptions } from './options.js';
import { levelsWithOverrides, type FileOverride } from './override.js';
import type { RunOptions } from './run.js';
import { sumOf } from './sum.js';

/** What a workspace is linted with besides its documents. */
export interface Surroundings {
  readonly base: Base | undefined;
  readonly evidence: EvidenceFiles | undefined;
  /** Kept from the last lint of the workspace with the same options. */
  readonly memory?: Memory | undefined;
}

/** Those options of a run that it needs. */
export type WorkspaceOptions = Pick<
  RunOptions,
  | 'rules'
  | 'profile'
  | 'levels'
  | 'today'
  | 'parameters'
  | 'configuration'
  | 'withEngagements'
  | 'onInternalError'
>;

/**
 * Lints a workspace; a failure of ours is a problem.
 *
 * @param reported the names of the files that are reported on.
 */
export function lintWorkspace(
  documents: readonly Document[],
  reported: ReadonlySet<string>,
  { base, evidence, memory }: Surroundings,
  options: WorkspaceOptions,
  overrides: readonly FileOverride[],
): Outcome {
  try {
    // In one order whatever is reported, so that focusing a report does not change what it says.
    const all = documents.toSorted((left, right) => (left.file.path < right.file.path ? -1 : 1));
    const lintOptions: LintOptions = {
      rules: options.rules,
      profile: options.profile,
      levels: levelsWithOverrides(options, overrides),
      settings: options.configuration.configuration.settings,
      isReported: (name) => reported.has(name),
      ...(base && { base }),
      ...(memory && { memory }),
      ...(options.today !== undefined && { today: options.today }),
      ...(options.withEngagements === true && { withEngagements: true }),
      ...(options.parameters && { parameters: options.parameters }),
    };
    return evidence === undefined ? lint(all, lintOptions) : lintWithEvidence(all, evidence, lintOptions);
  } catch (error) {
    options.onInternalError?.(error);
    const message = `internal error: ${error instanceof Error ? error.message : String(error)}`;
    return sumOf([], [{ message, code: 'internal-error' }]);
  }
}

/** As `lint`, with what is known of the account, and how many checks are undecided, or found otherwise, without it. */
function lintWithEvidence(
  documents: readonly Document[],
  { documents: evidence, files }: EvidenceFiles,
  options: LintOptions,
): Outcome {
  const outcome = lint(documents, { ...options, evidence });
  const without = lint(documents, options);
  const open = new Set(outcome.undecided.map(keyOf));
  const told = new Set([...outcome.findings, ...outcome.undecided].map(placeOf));
  const settled =
    without.undecided.filter((entry) => !open.has(keyOf(entry))).length +
    without.findings.filter((finding) => !told.has(placeOf(finding))).length;
  // Evidence is reported on by its problems alone.
  const problems = readEvidence(evidence).flatMap((template) => template.problems);
  return { ...outcome, problems: [...outcome.problems, ...problems], evidence: { files, settled } };
}

function placeOf({ ruleId, file, range }: Pick<Undecided, 'ruleId' | 'file' | 'range'>): string {
  return JSON.stringify([ruleId, file, range]);
}

function keyOf({ ruleId, file, range, reason }: Undecided): string {
  return JSON.stringify([ruleId, file, range, reason]);
}
