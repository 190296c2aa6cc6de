import type { Range } from '../text/source-file.js';
import type { ReportFinding } from './report.js';

/** A stretch of a file. */
export interface FormatPlace {
  readonly file: string;
  readonly range: Range;
}

/** Where the author can act, and what stands beside it. */
export interface AuthoredPlace extends FormatPlace {
  /** The place in the template, where the other is the source of a CDK app. */
  readonly template: FormatPlace | undefined;
}

/** Beside a message that stands at the source of a CDK app: where the template is at fault. Empty for any other finding. */
export function besideText(finding: ReportFinding): string {
  const { template } = authoredPlace(finding);
  if (template === undefined) return '';
  const { file, range } = template;
  return ` (in ${file}:${String(range.start.line)}:${String(range.start.column)})`;
}

/** The place of a finding: in a CDK app the line that creates the construct, where it is known; else the template's. */
export function authoredPlace({ file, range, construct }: ReportFinding): AuthoredPlace {
  if (construct?.file === undefined || construct.line === undefined)
    return { file, range, template: undefined };
  const start = { line: construct.line, column: construct.column ?? 1 };
  const end = { line: start.line, column: start.column + 1 };
  return { file: construct.file, range: { start, end }, template: { file, range } };
}
