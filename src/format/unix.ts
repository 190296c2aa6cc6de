import { printable } from '../text/printable.js';
import { authoredPlace, besideText, type FormatPlace } from './authored.js';
import type { Report } from './report.js';

/**
 * One line a finding, as problem matchers read it: `file:line:column: severity: message [rule-id]`. For a CDK app, that is
 * the source's place, and the template's follows the message in parentheses.
 */
export function unix(report: Report): string {
  return report.findings
    .map((finding) => {
      const { severity, message, ruleId } = finding;
      const place = authoredPlace(finding);
      return `${placeText(place)}: ${severity}: ${printable(message + besideText(finding))} [${ruleId}]\n`;
    })
    .join('');
}

function placeText({ file, range: { start } }: FormatPlace): string {
  return `${printable(file)}:${String(start.line)}:${String(start.column)}`;
}
