import { reportOf, suppressedOf, type FormatOptions, type ReportRule } from '../../src/format/report.js';
import type { Outcome } from '../../src/report/outcome.js';
import { finding, options, outcome, tool, undecided } from './reports.js';

const { range } = finding();
const resource = { type: 'AWS::SNS::Topic', name: 'T', sourceType: 'aws_sns_topic' };

/** A text that means something in every format: markup, commands, links, mentions, control characters. */
export const hostile =
  '</td><script>alert(1)</script> ::error::x | `code` **b** @team #1 [x](https://evil.example) "\'&amp; ]]> %0A \u001b[2J\u202e';

/** A rule whose findings the outcome below has. */
export const rule: ReportRule = {
  id: 'some-rule',
  practice: 'chat',
  severity: 'error',
  profile: 'recommended',
  summary: 'Disallow something.',
  help: 'Do it right.',
  docs: 'https://example.com/some-rule',
};

/** Everything that an outcome can hold, with texts that a stranger chose. */
export const full: Outcome = outcome({
  evidence: { files: [{ file: `##[error]${hostile}`, collected: '2026-11-01' }], settled: 2 },
  findings: [
    finding({ resource, when: 'IsProd', certainty: 'possible', message: 'See [x](https://evil.example).' }),
    finding({
      file: 'a folder/c:d,%20é?#.yaml',
      severity: 'info',
      fix: { description: 'remove it', isSafe: true, edits: [{ range, text: hostile }] },
      related: [{ file: '../b.yaml', range, message: hostile }],
    }),
    finding({ file: 'D:/x/lone\ud800.yaml', ruleId: 'unknown-rule', severity: 'warning', message: hostile }),
    finding({
      file: `${hostile}.yaml`,
      range: { start: { line: 3, column: 5 }, end: { line: 9, column: 2 } },
    }),
  ],
  undecided: [undecided({ resource, reason: hostile })],
  suppressed: [{ finding: finding({ message: 'Meant so.' }), reason: hostile }],
  problems: [
    { code: 'malformed-yaml', message: hostile, range, file: 'c.yaml' },
    { code: 'missing-file', message: 'gone', file: 'd.yaml' },
    { code: 'bad-usage', message: 'what?' },
    { code: 'bad-evidence', message: hostile, file: 'e.json', severity: 'warning' },
  ],
  change: {
    base: hostile,
    resources: { added: 1, changed: 2, replaced: 3, removed: 4 },
    statements: { added: 5, removed: 6 },
    fixed: [finding({ ruleId: 'fixed-rule', message: hostile })],
  },
});

export const fullReport = reportOf(full, tool, { cloudtrail: hostile, scp: undefined });

/** Options with which a format shows everything. */
export const everything: FormatOptions = options({
  rules: [rule],
  undecided: true,
  suppressed: suppressedOf(full),
});
