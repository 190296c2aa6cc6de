import { authoredPlace, besideText } from './authored.js';
import { byFile } from './by-file.js';
import { messageWithCondition } from './rank.js';
import type { Report } from './report.js';
import { xmlDocument } from './xml.js';

/**
 * The report of Checkstyle (https://checkstyle.org), which many viewers of lint results read. Problems are errors in it,
 * because it has no other place for them.
 */
export function checkstyle(report: Report): string {
  const entries = [
    ...report.errors.map(({ file = '', range, message, code }) => ({
      file,
      start: range?.start ?? { line: 1, column: 1 },
      severity: 'error',
      message,
      source: code,
    })),
    ...report.findings.map((finding) => {
      const { file, range } = authoredPlace(finding);
      return {
        file,
        start: range.start,
        severity: finding.severity,
        message: messageWithCondition(finding) + besideText(finding),
        source: finding.ruleId,
      };
    }),
  ];
  const files = [...byFile(entries)].map(([file, members]) => ({
    name: 'file',
    attributes: { name: file },
    content: members.map(({ start, severity, message, source }) => ({
      name: 'error',
      attributes: {
        line: start.line,
        column: start.column,
        severity,
        message,
        source: `incident-lint.${source}`,
      },
    })),
  }));
  return xmlDocument({ name: 'checkstyle', attributes: { version: '4.3' }, content: files });
}
