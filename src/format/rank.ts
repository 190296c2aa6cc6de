import { severities } from '../report/finding.js';
import type { ReportFinding } from './report.js';

/** Findings in the order in which a reader who stops early should see them: worst first, certain before possible. */
export function worstFirst(findings: readonly ReportFinding[]): ReportFinding[] {
  return findings.toSorted(
    (left, right) =>
      severities.indexOf(left.severity) - severities.indexOf(right.severity) ||
      Number(left.certainty === 'possible') - Number(right.certainty === 'possible'),
  );
}

/** A finding's message with the condition under which it holds. */
export function messageWithCondition({ message, when }: ReportFinding): string {
  return when === undefined ? message : `${message} (Possible: when ${when}.)`;
}
