import type { Severity } from '../report/finding.js';
import { printable } from '../text/printable.js';
import { authoredPlace, besideText } from './authored.js';
import { jsonText } from './json-text.js';
import { fromRepository } from './location.js';
import { messageWithCondition } from './rank.js';
import type { FormatOptions, Report } from './report.js';

const severities: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'major', info: 'info' };

/**
 * GitLab's Code Quality report (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format). It has no
 * place for a run that failed, so a problem is an entry too: otherwise half a result would look like a clean one.
 */
export function gitlab(report: Report, options: FormatOptions): string {
  const numbered = numbering();
  const problems = report.errors.map(({ file = '.', range, message, code }) => ({
    type: 'issue',
    check_name: code,
    description: printable(message),
    categories: ['Bug Risk'],
    severity: 'blocker',
    fingerprint: numbered(JSON.stringify([code, file, message])),
    location: { path: fromRepository(file, options), lines: { begin: range?.start.line ?? 1 } },
  }));
  const findings = report.findings.map((finding) => {
    const { file, range } = authoredPlace(finding);
    return {
      type: 'issue',
      check_name: finding.ruleId,
      description: printable(messageWithCondition(finding) + besideText(finding)),
      categories: ['Security'],
      severity: severities[finding.severity],
      fingerprint: numbered(finding.fingerprint),
      location: {
        path: fromRepository(file, options),
        lines: { begin: range.start.line, end: range.end.line },
      },
    };
  });
  return jsonText([...problems, ...findings]);
}

/** Makes fingerprints that occur again differ, because GitLab takes equal ones for one entry. */
function numbering(): (fingerprint: string) => string {
  const counts = new Map<string, number>();
  return (fingerprint) => {
    const count = (counts.get(fingerprint) ?? 0) + 1;
    counts.set(fingerprint, count);
    return count === 1 ? fingerprint : `${fingerprint}-${String(count)}`;
  };
}
