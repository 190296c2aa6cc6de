import { isAtLeast } from '../report/finding.js';
import type { Outcome } from '../report/outcome.js';
import { isError } from '../report/problem.js';
import type { FailOn } from '../rule/level.js';

/** Every input was read and nothing at or above the threshold was found. */
export const clean = 0;
/** Something at or above the threshold was found. */
export const faulty = 1;
/** The result is incomplete: it outranks findings. */
export const incomplete = 2;

export type ExitStatus = typeof clean | typeof faulty | typeof incomplete;

/** What makes a run fail. */
export interface Thresholds {
  readonly failOn: FailOn;
  /** More warnings than this make the run fail; undefined: no limit. */
  readonly maxWarnings?: number | undefined;
  readonly failOnUndecided: boolean;
}

/** The exit status of an outcome. */
export function exitStatus(outcome: Outcome, thresholds: Thresholds): ExitStatus {
  if (outcome.problems.some(isError)) return incomplete;
  const { failOn, failOnUndecided } = thresholds;
  const failed =
    (failOn !== 'never' && outcome.findings.some(({ severity }) => isAtLeast(severity, failOn))) ||
    hasTooManyWarnings(outcome, thresholds) ||
    (failOnUndecided && outcome.undecided.length > 0);
  return failed ? faulty : clean;
}

/** Whether there are more warnings than allowed. */
export function hasTooManyWarnings({ findings }: Outcome, { maxWarnings }: Thresholds): boolean {
  if (maxWarnings === undefined) return false;
  return findings.filter(({ severity }) => severity === 'warning').length > maxWarnings;
}

/**
 * Why the command fails, where the report does not show it.
 *
 * @param shown the outcome as it is reported.
 */
export function remarks(outcome: Outcome, shown: Outcome, thresholds: Thresholds): string[] {
  const lines: string[] = [];
  if (hasTooManyWarnings(outcome, thresholds))
    lines.push(`more warnings than allowed (--max-warnings ${String(thresholds.maxWarnings)})`);
  else if (
    exitStatus({ ...outcome, problems: [] }, thresholds) === faulty &&
    shown.findings.length === 0 &&
    outcome.findings.length > 0
  )
    lines.push('findings that --quiet hides make this check fail');
  if (thresholds.failOnUndecided && outcome.undecided.length > 0)
    lines.push('undecided checks make this check fail (--fail-on-undecided)');
  return lines;
}
