import type { Document } from '../parse/document.js';
import type { Undecided } from '../report/finding.js';
import type { Outcome } from '../report/outcome.js';
import type { EvidenceFiles } from './evidence-files.js';
import { lint } from './lint.js';
import type { LintOptions } from './options.js';

/** As `lint`, with what is known of the account, and how many checks are undecided without it. */
export function lintWithEvidence(
  documents: readonly Document[],
  { documents: evidence, files }: EvidenceFiles,
  options: LintOptions,
): Outcome {
  const outcome = lint(documents, { ...options, evidence });
  const open = new Set(outcome.undecided.map(keyOf));
  const settled = lint(documents, options).undecided.filter((entry) => !open.has(keyOf(entry))).length;
  // What could not be read as evidence belongs to no reported file, and is told all the same.
  return { ...outcome, evidence: { files, settled } };
}

function keyOf({ ruleId, file, range, reason }: Undecided): string {
  return JSON.stringify([ruleId, file, range, reason]);
}
