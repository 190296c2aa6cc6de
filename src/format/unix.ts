import { printable } from '../text/printable.js';
import type { Report } from './report.js';

/** One line a finding, as problem matchers read it: `file:line:column: severity: message [rule-id]`. */
export function unix(report: Report): string {
  return report.findings
    .map(({ file, range: { start }, severity, message, ruleId }) => {
      const place = `${printable(file)}:${String(start.line)}:${String(start.column)}`;
      return `${place}: ${severity}: ${printable(message)} [${ruleId}]\n`;
    })
    .join('');
}
