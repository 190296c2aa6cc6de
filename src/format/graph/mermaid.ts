import { printable } from '../../text/printable.js';
import { arrowsOf, boxesOf, type Tone } from './drawing.js';
import type { GraphFormatter } from './graph-report.js';

const styles: Readonly<Record<Exclude<Tone, 'plain'>, string>> = {
  good: 'stroke:#1a7f37,stroke-width:2px',
  broken: 'stroke:#cf222e,stroke-width:2px,stroke-dasharray:4',
  unknown: 'stroke:#9a6700,stroke-width:2px,stroke-dasharray:2',
};

const arrows: Readonly<Record<Tone, string>> = { good: '-->', plain: '-->', broken: '--x', unknown: '-.->' };

/** A flowchart that GitHub, GitLab and many wikis draw (mermaid.js.org, "Flowcharts"). */
export const mermaid: GraphFormatter = ({ engagements }) => {
  const boxes = boxesOf(engagements);
  const lines = [
    'flowchart LR',
    ...boxes.map(
      ({ name, label, tone }) => `  ${name}["${quoted(label)}"]${tone === 'plain' ? '' : `:::${tone}`}`,
    ),
    ...arrowsOf(engagements).map(
      ({ from, to, label, tone }) =>
        `  ${from} ${arrows[tone]}${label === '' ? '' : `|"${quoted(label)}"|`} ${to}`,
    ),
    ...Object.entries(styles).map(([tone, style]) => `  classDef ${tone} ${style}`),
  ];
  return `${lines.join('\n')}\n`;
};

/** Mermaid takes markup and Markdown in labels, and any character by its number: `#35;`. */
function quoted(label: string): string {
  return printable(label).replace(
    /[^\p{L}\p{N} ,.:()\u2400-\u2421\ufffd-]/gu,
    (sign) => `#${String(sign.codePointAt(0))};`,
  );
}
