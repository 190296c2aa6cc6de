import type { FormatOptions } from '../../src/format/report.js';
import type { Finding, Undecided } from '../../src/report/finding.js';
import type { Outcome } from '../../src/report/outcome.js';

/** A finding of a made-up rule; what is given replaces the rest. */
export function finding(given: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'some-rule',
    severity: 'error',
    certainty: 'certain',
    message: 'Something is wrong.',
    file: 'a.yaml',
    range: { start: { line: 2, column: 4 }, end: { line: 2, column: 8 } },
    path: '/Resources/A',
    help: 'Do it right.',
    docs: 'https://example.com/some-rule',
    fingerprint: 'f1',
    ...given,
  };
}

/** An undecided check of a made-up rule. */
export function undecided(given: Partial<Undecided> = {}): Undecided {
  return {
    ruleId: 'some-rule',
    file: 'a.yaml',
    range: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
    reason: 'parameter Stage has no allowed values',
    settle: 'AllowedValues',
    ...given,
  };
}

/** An outcome of three files. */
export function outcome(given: Partial<Outcome> = {}): Outcome {
  return {
    files: 3,
    resources: 21,
    findings: [],
    undecided: [],
    problems: [],
    suppressed: [],
    baselined: 0,
    ...given,
  };
}

/** What a format is told besides the report; what is given replaces the rest. */
export function options(given: Partial<FormatOptions> = {}): FormatOptions {
  return {
    sources: new Map(),
    color: false,
    undecided: false,
    rules: [],
    suppressed: [],
    folder: '',
    ...given,
  };
}

export const tool = { name: 'incident-lint', version: '1.2.3' };
