import { createHash } from 'node:crypto';
import { byFile } from './by-file.js';
import {
  changeSection,
  engagementSection,
  problemSection,
  suppressedSection,
  undecidedSection,
} from './html-sections.js';
import { findingArticle } from './html-finding.js';
import { style } from './html-style.js';
import type { FormatOptions, Report, ReportFinding } from './report.js';
import { contextLines, counted, summaryLine } from './summary.js';
import { escapeMarkup } from './xml.js';

/**
 * One page that holds everything it shows: no script, no font and no image, neither its own nor from elsewhere, which its
 * own policy says too. Findings stand by file and practice; a reader chooses which severities are shown.
 */
export function html(report: Report, options: FormatOptions): string {
  const { tool, findings } = report;
  const hash = createHash('sha256').update(style).digest('base64');
  const result = summaryLine(report);
  const body = [
    `<header>`,
    `<h1>incident-lint</h1>`,
    `<p class="result ${result.startsWith('✓') ? 'good' : 'bad'}">${escapeMarkup(result)}</p>`,
    ...contextLines(report).map((line) => `<p class="dim">${escapeMarkup(line)}</p>`),
    ...(findings.length > 0 ? [filters(report)] : []),
    `</header>`,
    `<main>`,
    ...problemSection(report),
    ...engagementSection(report, options),
    ...[...byFile(findings)].flatMap(([file, members]) => fileSection(file, members, options)),
    ...changeSection(report),
    ...undecidedSection(report),
    ...suppressedSection(options),
    `</main>`,
    `<footer>${escapeMarkup(`${tool.name} ${tool.version}`)}</footer>`,
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeMarkup(`incident-lint: ${result}`)}</title>
<style>${style}</style>
</head>
<body>
${body.join('\n')}
</body>
</html>
`;
}

function filters({ summary, findings }: Report): string {
  const possible = findings.filter(({ certainty }) => certainty === 'possible').length;
  const boxes = [
    ['error', counted(summary.errors, 'error')],
    ['warning', counted(summary.warnings, 'warning')],
    ['info', counted(summary.infos, 'info')],
    ...(possible === 0 ? [] : [['possible', `${String(possible)} possible`]]),
  ].map(
    ([name = '', label = '']) => `<label><input type="checkbox" id="show-${name}" checked> ${label}</label>`,
  );
  return `<fieldset><legend>Show</legend>${boxes.join('')}</fieldset>`;
}

/** A file's findings by practice, in the order in which the practices' rules are known. */
function fileSection(
  file: string,
  findings: readonly ReportFinding[],
  options: FormatOptions,
): readonly string[] {
  const practices = new Map(options.rules.map(({ id, practice }) => [id, practice]));
  const groups = new Map<string, ReportFinding[]>();
  for (const finding of findings) {
    const practice = practices.get(finding.ruleId) ?? 'others';
    groups.set(practice, [...(groups.get(practice) ?? []), finding]);
  }
  return [
    `<section>`,
    `<h2><code>${escapeMarkup(file)}</code> <span class="dim">${counted(findings.length, 'finding')}</span></h2>`,
    ...[...groups].flatMap(([practice, members]) => [
      `<h3>${escapeMarkup(practice.replaceAll('-', ' '))}</h3>`,
      ...members.map((finding) => findingArticle(finding, options)),
    ]),
    `</section>`,
  ];
}
