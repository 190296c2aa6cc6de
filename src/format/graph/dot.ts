import { printable } from '../../text/printable.js';
import { arrowsOf, boxesOf, type Tone } from './drawing.js';
import type { GraphFormatter } from './graph-report.js';

const colors: Readonly<Record<Tone, string>> = {
  good: '#1a7f37',
  plain: '#59636e',
  broken: '#cf222e',
  unknown: '#9a6700',
};

const lineStyles: Readonly<Record<Tone, string>> = {
  good: 'solid',
  plain: 'solid',
  broken: 'dashed',
  unknown: 'dotted',
};

/** For Graphviz (graphviz.org, "DOT language"). */
export const dot: GraphFormatter = ({ engagements }) => {
  const look = (tone: Tone): string => `color="${colors[tone]}" style="${lineStyles[tone]}"`;
  const lines = [
    'digraph engagements {',
    '  rankdir=LR',
    '  node [shape=box fontname="sans-serif"]',
    '  edge [fontname="sans-serif" fontsize=10]',
    ...boxesOf(engagements).map(
      ({ name, label, tone }) => `  ${name} [label="${quoted(label)}" ${look(tone)}]`,
    ),
    ...arrowsOf(engagements).map(({ from, to, label, tone }) => {
      const head = tone === 'broken' ? ' arrowhead="tee"' : '';
      return `  ${from} -> ${to} [label="${quoted(label)}" ${look(tone)}${head}]`;
    }),
    '}',
  ];
  return `${lines.join('\n')}\n`;
};

/** In a quoted string `"` ends it and `\` escapes; in a label Graphviz reads HTML's entities, too. */
function quoted(label: string): string {
  return printable(label).replaceAll('&', '&amp;').replaceAll('\\', '\\\\').replaceAll('"', '\\"');
}
