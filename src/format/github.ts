import type { Severity } from '../report/finding.js';
import type { Range } from '../text/source-file.js';
import { printable } from '../text/printable.js';
import { authoredPlace, type FormatPlace } from './authored.js';
import { fromRepository } from './location.js';
import { messageWithCondition, worstFirst } from './rank.js';
import type { FormatOptions, Report, ReportFinding, ReportProblem } from './report.js';
import { contextLines, counted, summaryLine } from './summary.js';

type Level = 'error' | 'warning' | 'notice';

const levels: Readonly<Record<Severity, Level>> = { error: 'error', warning: 'warning', info: 'notice' };

/** So many annotations of each level GitHub shows for a step; it drops those that come later. */
const shown = 10;

interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly range?: Range;
}

/**
 * Workflow commands of GitHub Actions, which become annotations
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions): problems first, then findings, the
 * worst first, because GitHub shows ten of a level; then the result in plain lines of the log.
 */
export function github(report: Report, options: FormatOptions): string {
  const annotations: Annotation[] = [
    ...report.errors.map((problem) => problemAnnotation(problem, 'error')),
    ...(report.warnings ?? []).map((problem) => problemAnnotation(problem, 'warning')),
    ...worstFirst(report.findings).map((finding) => {
      const { file, range, template } = authoredPlace(finding);
      return {
        level: levels[finding.severity],
        title: finding.ruleId,
        message: [
          messageWithCondition(finding),
          finding.help,
          ...cdkLines(finding, template),
          finding.docs,
        ].join('\n'),
        file,
        range,
      };
    }),
    ...(options.undecided ? report.undecided : []).map(({ ruleId, reason, settle, file, range }) => ({
      level: 'notice' as const,
      title: `${ruleId} (undecided)`,
      message: `Undecided: ${reason}.\nSettled by: ${settle}.`,
      file,
      range,
    })),
  ];
  const lines = [
    ...annotations.map((annotation) => command(annotation, options)),
    ...hiddenLine(annotations),
    // The runner takes `##[` for a command wherever it stands in a line.
    ...contextLines(report).map((line) => printable(line).replaceAll('##[', '## [')),
    summaryLine(report),
  ];
  return `${lines.join('\n')}\n`;
}

/** For a CDK app: what stands beside the line of its source. */
function cdkLines({ construct }: ReportFinding, template: FormatPlace | undefined): string[] {
  if (construct === undefined) return [];
  const path = `Construct: ${construct.path}`;
  if (template === undefined) return [path];
  const { file, range } = template;
  return [path, `In the template: ${file}:${String(range.start.line)}:${String(range.start.column)}`];
}

function problemAnnotation({ code, message, file, range }: ReportProblem, level: Level): Annotation {
  return { level, title: code, message, ...(file !== undefined && { file }), ...(range && { range }) };
}

function command({ level, title, message, file, range }: Annotation, options: FormatOptions): string {
  const properties: Readonly<Record<string, string | number>> = {
    ...(file !== undefined && { file: fromRepository(file, options) }),
    ...(range && placeOf(range)),
    title,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${level} ${written.join(',')}::${data(message)}`;
}

/** GitHub refuses columns where the lines differ. */
function placeOf({ start, end }: Range): Readonly<Record<string, number>> {
  const lines = { line: start.line, endLine: end.line };
  return start.line === end.line ? { ...lines, col: start.column, endColumn: end.column } : lines;
}

/** A line break that is not escaped would end the command, and what follows could be one of its own. */
function data(text: string): string {
  const lines = text.split('\n').map((line) => printable(line).replaceAll('%', '%25'));
  return lines.join('%0A');
}

function property(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function hiddenLine(annotations: readonly Annotation[]): string[] {
  const parts = (['error', 'warning', 'notice'] as const).flatMap((level) => {
    const count = annotations.filter((annotation) => annotation.level === level).length - shown;
    return count > 0 ? [counted(count, level)] : [];
  });
  if (parts.length === 0) return [];
  const most = String(shown);
  return [`GitHub shows ${most} annotations of a level; ${parts.join(' and ')} more stand only in this log.`];
}
