import type { Severity } from '../report/finding.js';
import { authoredPlace, besideText } from './authored.js';
import { codeMarkdown, plainMarkdown } from './markdown-text.js';
import { messageWithCondition, worstFirst } from './rank.js';
import type {
  FormatOptions,
  Report,
  ReportChange,
  ReportFinding,
  ReportProblem,
  ReportSuppressed,
  ReportUndecided,
} from './report.js';
import { contextLines, counted, summaryLine } from './summary.js';

const signs: Readonly<Record<Severity, string>> = { error: '🔴', warning: '🟡', info: '🔵' };

/** A comment on GitHub holds 65,536 characters, one of GitLab and a step's summary more. */
const mostCharacters = 60_000;

/** So much of it is left to what is not a finding. */
const mostForFindings = 40_000;

/**
 * A comment on a pull request: the result, the findings, the worst first, and the rest folded. What a comment does not
 * hold is counted.
 */
export function markdown(report: Report, options: FormatOptions): string {
  const problems = [...report.errors, ...(report.warnings ?? [])];
  const head = [
    `### incident-lint: ${summaryLine(report)}`,
    ...contextLines(report).map(plainMarkdown),
    ...(problems.length > 0 ? [problemList(problems)] : []),
  ];
  const sections = [
    ...findingSections(report.findings),
    ...changeSections(report.change),
    ...undecidedSections(report.undecided, options),
    ...suppressedSections(options.suppressed),
  ];
  let left = mostCharacters - head.join('\n\n').length;
  const shown = sections.filter((section) => (left -= section.length + 2) >= 0);
  const cut = sections.length - shown.length;
  const note = cut === 0 ? [] : [`_${counted(cut, 'section')} left out: the comment would be too long._`];
  return `${[...head, ...shown, ...note].join('\n\n')}\n`;
}

function findingSections(findings: readonly ReportFinding[]): string[] {
  if (findings.length === 0) return [];
  const head = ['|  | where | what | rule |', '| --- | --- | --- | --- |'];
  const rows = worstFirst(findings).map(
    (finding) =>
      `| ${signs[finding.severity]} ${finding.severity} | ${placeOf(authoredPlace(finding))} | ${plainMarkdown(messageWithCondition(finding) + besideText(finding))} | ${ruleLink(finding)} |`,
  );
  const helps = new Map(findings.map((finding) => [finding.ruleId, finding]));
  const help = [...helps.values()].map((finding) => `- ${ruleLink(finding)}: ${plainMarkdown(finding.help)}`);
  return [
    [...head, ...upTo(rows, mostForFindings, (count) => `| | | …and ${String(count)} more | |`)].join('\n'),
    folded('What to do', help),
  ];
}

function changeSections(change: ReportChange | undefined): string[] {
  if (change === undefined || change.fixed.length === 0) return [];
  const items = change.fixed.map(
    (finding) =>
      `- ${placeOf(authoredPlace(finding))}: ${plainMarkdown(finding.message)} ${ruleLink(finding)}`,
  );
  return [folded(`Fixed: ${counted(change.fixed.length, 'finding')}`, items)];
}

/** By rule with a count, or each of them when they are to be listed. */
function undecidedSections(undecided: readonly ReportUndecided[], options: FormatOptions): string[] {
  if (undecided.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { ruleId } of undecided) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  const items = options.undecided
    ? undecided.map(
        (entry) =>
          `- ${placeOf(entry)}: ${plainMarkdown(entry.reason)} (${codeMarkdown(entry.ruleId)}; settled by: ${plainMarkdown(entry.settle)})`,
      )
    : [...counts].map(([ruleId, count]) => `- ${codeMarkdown(ruleId)}: ${counted(count, 'check')}`);
  return [folded(`Undecided: ${counted(undecided.length, 'check')}`, items)];
}

function suppressedSections(suppressed: readonly ReportSuppressed[]): string[] {
  if (suppressed.length === 0) return [];
  const items = suppressed.map(
    ({ finding, reason }) =>
      `- ${placeOf(authoredPlace(finding))}: ${plainMarkdown(finding.message)} ${ruleLink(finding)}, because: ${plainMarkdown(reason)}`,
  );
  return [folded(`Suppressed: ${counted(suppressed.length, 'finding')}`, items)];
}

function problemList(problems: readonly ReportProblem[]): string {
  const items = problems.map(({ file, range, message, code }) => {
    const place = range === undefined ? '' : `:${String(range.start.line)}`;
    const where = file === undefined ? '' : `${codeMarkdown(`${file}${place}`)}: `;
    return `- ❗ ${where}${plainMarkdown(message)} (${codeMarkdown(code)})`;
  });
  return upTo(items, mostCharacters - mostForFindings, andMore).join('\n');
}

function folded(title: string, items: readonly string[]): string {
  const shown = upTo(items, mostForFindings / 4, andMore);
  return `<details><summary>${title}</summary>\n\n${shown.join('\n')}\n\n</details>`;
}

/** The lines that fit, with a line that counts the others. */
function upTo(lines: readonly string[], most: number, more: (count: number) => string): string[] {
  let left = most;
  const fitting = lines.findIndex((line) => (left -= line.length + 1) < 0);
  return fitting === -1 ? [...lines] : [...lines.slice(0, fitting), more(lines.length - fitting)];
}

function andMore(count: number): string {
  return `- …and ${String(count)} more`;
}

function placeOf({ file, range }: Pick<ReportFinding, 'file' | 'range'>): string {
  return codeMarkdown(`${file}:${String(range.start.line)}`);
}

function ruleLink({ ruleId, docs }: ReportFinding): string {
  return `[${codeMarkdown(ruleId)}](${docs})`;
}
