import { excerpt } from '../text/excerpt.js';
import { authoredPlace } from './authored.js';
import type { FormatOptions, ReportFinding } from './report.js';
import { escapeMarkup } from './xml.js';

/** A finding with its line of source, its condition, what to do and related places. */
export function findingArticle(finding: ReportFinding, options: FormatOptions): string {
  const { severity, certainty, message, when, help, related = [], resource } = finding;
  const lines = [
    `<article class="${severity} ${certainty}">`,
    `<p><span class="severity">${severity}</span> ${escapeMarkup(message)}</p>`,
    `<p class="dim"><code>${placeOf(finding)}</code> ${resource === undefined ? '' : `${escapeMarkup(`${resource.sourceType} ${resource.name}`)} `}${ruleLink(finding)}</p>`,
    ...constructLine(finding),
    ...sourceLine(finding, options),
    ...(when === undefined ? [] : [`<p><strong>Possible</strong> when ${escapeMarkup(when)}</p>`]),
    `<p><strong>Help</strong> ${escapeMarkup(help)}</p>`,
    ...(related.length === 0
      ? []
      : [
          `<ul>${related.map((place) => `<li><code>${placeOf(place)}</code> ${escapeMarkup(place.message)}</li>`).join('')}</ul>`,
        ]),
    `</article>`,
  ];
  return lines.join('\n');
}

/** Where the author of a CDK app can act. */
function constructLine(finding: ReportFinding): string[] {
  if (finding.construct === undefined) return [];
  const { template, ...authored } = authoredPlace(finding);
  const place = template === undefined ? '' : `<code>${placeOf(authored)}</code> `;
  return [`<p class="dim">Construct ${place}${escapeMarkup(finding.construct.path)}</p>`];
}

/** A place for people, as markup. */
export function placeOf({ file, range }: Pick<ReportFinding, 'file' | 'range'>): string {
  return escapeMarkup(`${file}:${String(range.start.line)}:${String(range.start.column)}`);
}

/** The name of a finding's rule, which leads to its page, as markup. */
export function ruleLink({ ruleId, docs }: Pick<ReportFinding, 'ruleId' | 'docs'>): string {
  return `<a href="${escapeMarkup(docs)}">${escapeMarkup(ruleId)}</a>`;
}

/** The line with what is at fault marked; addresses and telephone numbers in it are masked. */
function sourceLine({ file, range }: ReportFinding, { sources }: FormatOptions): string[] {
  const text = sources.get(file);
  if (text === undefined) return [];
  const {
    number,
    parts: [before, marked, after],
  } = excerpt(text, range);
  const shown = `${escapeMarkup(before)}<mark>${escapeMarkup(marked)}</mark>${escapeMarkup(after)}`;
  return [`<pre><span class="number">${String(number).padStart(5)}  </span>${shown}</pre>`];
}
