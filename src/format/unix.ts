import { printable } from '../text/printable.js';
import { authoredPlace, besideText, type FormatPlace } from './authored.js';
import { messageWithCondition } from './rank.js';
import type { Report } from './report.js';

/**
 * One line a finding, as problem matchers read it: `file:line:column: severity: message [rule-id]`. For a CDK app, that is
 * the source's place, and the template's follows the message in parentheses. What a possible finding rests on belongs to
 * its message, because nothing else of the line could tell it from a certain one.
 */
export function unix(report: Report): string {
  return report.findings
    .map((finding) => {
      const { severity, ruleId } = finding;
      const message = printable(messageWithCondition(finding) + besideText(finding));
      return `${placeText(authoredPlace(finding))}: ${severity}: ${message} [${ruleId}]\n`;
    })
    .join('');
}

function placeText({ file, range: { start } }: FormatPlace): string {
  return `${printable(file)}:${String(start.line)}:${String(start.column)}`;
}
