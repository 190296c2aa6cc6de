import { text } from './graph/text.js';
import { placeOf, ruleLink } from './html-finding.js';
import type { FormatOptions, Report, ReportProblem, ReportUndecided } from './report.js';
import { counted } from './summary.js';
import { escapeMarkup } from './xml.js';

/** Why the result is incomplete, or may be wrong. */
export function problemSection({ errors, warnings = [] }: Report): string[] {
  if (errors.length + warnings.length === 0) return [];
  return [
    '<section>',
    '<h2>Problems</h2>',
    ...errors.map((problem) => problemArticle(problem, 'error')),
    ...warnings.map((problem) => problemArticle(problem, 'warning')),
    '</section>',
  ];
}

/** Who is engaged by which response plan, as `incident-lint graph` draws it; nothing where there is no response plan. */
export function engagementSection({ tool }: Report, { engagements }: FormatOptions): string[] {
  if (engagements?.nodes.some(({ kind }) => kind === 'response-plan') !== true) return [];
  const lines = text({ tool, engagements, errors: [] }, { color: false }).split('\n');
  return [
    '<section>',
    '<h2>Who is engaged</h2>',
    `<pre class="graph">${lines.map(escapeMarkup).join('\n')}</pre>`,
    '</section>',
  ];
}

/** Problems are not findings: no filter hides them. */
function problemArticle({ file, range, message, code }: ReportProblem, severity: string): string {
  const place = file === undefined ? '' : range === undefined ? escapeMarkup(file) : placeOf({ file, range });
  const where = place === '' ? '' : `<code>${place}</code> `;
  return `<article><p><strong>${severity}</strong> ${where}${escapeMarkup(message)} <span class="dim">${escapeMarkup(code)}</span></p></article>`;
}

/** What the base has and the working tree no longer. */
export function changeSection({ change }: Report): string[] {
  if (change === undefined || change.fixed.length === 0) return [];
  const items = change.fixed.map(
    (finding) => `<code>${placeOf(finding)}</code> ${escapeMarkup(finding.message)} ${ruleLink(finding)}`,
  );
  return folded(`Fixed: ${counted(change.fixed.length, 'finding')}`, items);
}

/** Every undecided check, by rule. */
export function undecidedSection({ undecided }: Report): string[] {
  if (undecided.length === 0) return [];
  const rules = new Map<string, ReportUndecided[]>();
  for (const entry of undecided) {
    const same = rules.get(entry.ruleId);
    if (same === undefined) rules.set(entry.ruleId, [entry]);
    else same.push(entry);
  }
  return [
    '<section>',
    `<h2>Undecided <span class="dim">${counted(undecided.length, 'check')}</span></h2>`,
    ...[...rules]
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .flatMap(([ruleId, entries]) =>
        folded(
          `${ruleId}: ${counted(entries.length, 'check')}`,
          entries.map(
            (entry) =>
              `<code>${placeOf(entry)}</code> ${escapeMarkup(entry.reason)} <span class="dim">settled by: ${escapeMarkup(entry.settle)}</span>`,
          ),
        ),
      ),
    '</section>',
  ];
}

/** What authors want to be silent, with their reasons. */
export function suppressedSection({ suppressed }: FormatOptions): string[] {
  if (suppressed.length === 0) return [];
  const items = suppressed.map(
    ({ finding, reason }) =>
      `<code>${placeOf(finding)}</code> ${escapeMarkup(finding.message)} ${ruleLink(finding)} <span class="dim">because: ${escapeMarkup(reason)}</span>`,
  );
  return folded(`Suppressed: ${counted(suppressed.length, 'finding')}`, items);
}

function folded(title: string, items: readonly string[]): string[] {
  const list = items.map((item) => `<li>${item}</li>`).join('\n');
  return [`<details><summary>${escapeMarkup(title)}</summary>\n<ul>\n${list}\n</ul></details>`];
}
