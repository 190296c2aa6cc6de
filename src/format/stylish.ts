import { excerpt } from '../text/excerpt.js';
import { printable } from '../text/printable.js';
import { authoredPlace, type FormatPlace } from './authored.js';
import { paint, type Paint } from './paint.js';
import type { FormatOptions, Report, ReportFinding, ReportUndecided } from './report.js';
import { contextLines, counted, fixableLine, summaryLine } from './summary.js';

/** For people: every finding with its line of source, then what is undecided, then the result in a line. */
export function stylish(report: Report, options: FormatOptions): string {
  const style = paint(options.color);
  const blocks = report.findings.map((finding) => findingBlock(finding, options, style));
  if (report.undecided.length > 0)
    blocks.push(
      options.undecided ? undecidedList(report.undecided, style) : undecidedCounts(report.undecided, style),
    );
  const fixable = fixableLine(report);
  if (fixable !== undefined) blocks.push(style.dim(fixable));
  for (const line of contextLines(report)) blocks.push(style.dim(printable(line)));
  const summary = summaryLine(report);
  const color = report.summary.errors > 0 || report.errors.length > 0 ? style.error : style.warning;
  blocks.push(summary.startsWith('✓') ? style.good(summary) : color(summary));
  return `${blocks.join('\n\n')}\n`;
}

function findingBlock(finding: ReportFinding, options: FormatOptions, style: Paint): string {
  const { severity, message, ruleId, when, construct, help, related = [] } = finding;
  const color = style[severity];
  const place = authoredPlace(finding);
  const lines = [
    `${style.strong(placeOf(place))}: ${color(severity)}: ${printable(message)} ${style.dim(`[${ruleId}]`)}`,
    ...source(place, options, style, color),
  ];
  if (when !== undefined) lines.push(`  ${style.dim('possible:')} when ${printable(when)}`);
  if (place.template !== undefined) lines.push(`  ${style.dim('template:')} ${placeOf(place.template)}`);
  if (construct !== undefined) lines.push(`  ${style.dim('construct:')} ${printable(construct.path)}`);
  if (help !== '') lines.push(`  ${style.dim('help:')} ${printable(help)}`);
  for (const place of related) lines.push(style.dim(`  see ${placeOf(place)}: ${printable(place.message)}`));
  return lines.join('\n');
}

function source(
  { file, range }: FormatPlace,
  { sources }: FormatOptions,
  style: Paint,
  color: (text: string) => string,
): string[] {
  const text = sources.get(file);
  if (text === undefined) return [];
  const { number, line, carets } = excerpt(text, range);
  const gutter = String(number).padStart(5);
  return [`${style.dim(`${gutter} |`)} ${line}`, `${style.dim(`${' '.repeat(5)} |`)} ${color(carets)}`];
}

function undecidedList(undecided: readonly ReportUndecided[], style: Paint): string {
  return undecided
    .map((entry) => {
      const { reason, settle, ruleId } = entry;
      const head = `${style.strong(placeOf(entry))}: undecided: ${printable(reason)} ${style.dim(`[${ruleId}]`)}`;
      return `${head}\n  ${style.dim('settled by:')} ${printable(settle)}`;
    })
    .join('\n');
}

function undecidedCounts(undecided: readonly ReportUndecided[], style: Paint): string {
  const counts = new Map<string, number>();
  for (const { ruleId } of undecided) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  return [...counts]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([ruleId, count]) =>
      style.dim(`${ruleId}: ${counted(count, 'check')} undecided (--undecided lists them)`),
    )
    .join('\n');
}

function placeOf({ file, range }: FormatPlace): string {
  return `${printable(file)}:${String(range.start.line)}:${String(range.start.column)}`;
}
