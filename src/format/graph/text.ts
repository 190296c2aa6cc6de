import { printable } from '../../text/printable.js';
import { paint, type Paint } from '../paint.js';
import { counted } from '../summary.js';
import { countsOf, type GraphFormatter, type GraphReport } from './graph-report.js';
import { treesOf, type Branch } from './tree.js';
import {
  linkRemarks,
  linkTitle,
  nodeRemarks,
  nodeTitle,
  reachRemarks,
  startTitle,
  type Remark,
} from './words.js';

const signs = { good: '✓', broken: '✖', unknown: '?', plain: '' } as const;

/** For people: the ways as trees, a line for each step. */
export const text: GraphFormatter = (report, { color }) => {
  const style = paint(color);
  const trees = treesOf(report.engagements).map((tree) => `${treeLines(tree, style).join('\n')}\n\n`);
  return `${trees.join('')}${summary(report, style)}\n`;
};

function treeLines(tree: Branch, style: Paint): string[] {
  const { node } = tree;
  if (node === undefined) return [];
  const { file, range } = node;
  const place = `${file}:${String(range.start.line)}:${String(range.start.column)}`;
  const beginning = startTitle(node);
  return [
    `${style.strong(printable(nodeTitle(node)))} ${style.dim(printable(place))}${beginning === '' ? '' : `  ${beginning}`}`,
    ...reachRemarks(node).map((remark) => `  ${said(remark, style)}`),
    ...nodeRemarks(node).map((remark) => `  ${said(remark, style)}`),
    ...branchLines(tree, '  ', style),
  ];
}

function branchLines({ branches }: Branch, indent: string, style: Paint): string[] {
  return branches.flatMap((branch, index) => {
    const isLast = index === branches.length - 1;
    const own = `${indent}${isLast ? '└─' : '├─'} ${branchLine(branch, style)}`;
    return [own, ...branchLines(branch, `${indent}${isLast ? '   ' : '│  '}`, style)];
  });
}

function branchLine({ node, link, continued }: Branch, style: Paint): string {
  const position = link === undefined ? '' : linkTitle(link);
  const title = node === undefined ? (link?.text ?? '') : nodeTitle(node);
  const remarks = [...(link === undefined ? [] : linkRemarks(link)), ...(node ? nodeRemarks(node) : [])];
  const parts = [
    `${position === '' ? '' : `${style.dim(`${printable(position)}:`)} `}${printable(title)}`,
    ...remarks.map((remark) => said(remark, style)),
    ...(continued === undefined
      ? []
      : [style.dim(continued === 'above' ? 'as shown above' : 'goes on below')]),
  ];
  return parts.join('  ');
}

function said({ mark, text: clause }: Remark, style: Paint): string {
  const color = { good: style.good, broken: style.error, unknown: style.warning, plain: style.dim }[mark];
  const sign = signs[mark];
  return color(`${sign === '' ? '' : `${sign} `}${printable(clause)}`);
}

function summary({ engagements, errors }: GraphReport, style: Paint): string {
  const { responsePlans, reached, unreached, undecided, broken } = countsOf(engagements);
  const incomplete = errors.length === 0 ? '' : `; incomplete: ${counted(errors.length, 'problem')}`;
  if (engagements.nodes.length === 0) return `no response plans and no contacts${incomplete}`;
  const plans = counted(responsePlans, 'response plan');
  const parts = [
    responsePlans === 0
      ? 'no response plans'
      : `${String(reached)} of ${plans} ${reached === 1 ? 'reaches' : 'reach'} somebody`,
    ...(unreached === 0 ? [] : [`${String(unreached)} ${unreached === 1 ? 'does' : 'do'} not in every case`]),
    ...(undecided === 0 ? [] : [`${String(undecided)} undecided`]),
    ...(broken === 0 ? [] : [counted(broken, 'broken link')]),
  ];
  const line = `${parts.join(', ')}${incomplete}`;
  return unreached + broken + errors.length === 0 ? style.good(line) : style.error(line);
}
