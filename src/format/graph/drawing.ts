import type { EngagedLink, EngagedNode, Engagements } from '../../report/engagements.js';
import { verdictOf } from './graph-report.js';
import {
  linkRemarks,
  linkTitle,
  nodeRemarks,
  nodeTitle,
  reachRemarks,
  startTitle,
  type RemarkMark,
} from './words.js';

export type Tone = RemarkMark;

/** A box of a drawing. */
export interface Box {
  /** Letters and digits. */
  readonly name: string;
  readonly label: string;
  readonly tone: Tone;
}

/** An arrow from one box to another, by their names. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** Empty where there is nothing to say. */
  readonly label: string;
  readonly tone: Tone;
}

/** A box for each node, and one for each link that leads to none. */
export function boxesOf(engagements: Engagements): Box[] {
  return engagements.nodes.flatMap((node, index) => [
    { name: nameOf(index), label: labelOf(node), tone: toneOf(node) },
    ...node.links.flatMap((link, position): Box[] =>
      link.to === undefined
        ? [{ name: endName(index, position), label: link.text, tone: toneOfLink(link) }]
        : [],
    ),
  ]);
}

/** An arrow for each link. */
export function arrowsOf({ nodes }: Engagements): Arrow[] {
  const names = new Map(nodes.map(({ id }, index) => [id, nameOf(index)]));
  return nodes.flatMap(({ links }, index) =>
    links.map((link, position): Arrow => {
      const remarks = linkRemarks(link).map(({ text }) => text);
      return {
        from: nameOf(index),
        to: (link.to === undefined ? undefined : names.get(link.to)) ?? endName(index, position),
        label: [linkTitle(link), ...remarks].filter((part) => part !== '').join(': '),
        tone: toneOfLink(link),
      };
    }),
  );
}

function nameOf(index: number): string {
  return `n${String(index)}`;
}

function endName(index: number, position: number): string {
  return `e${String(index)}x${String(position)}`;
}

function labelOf(node: EngagedNode): string {
  const isStart = node.start !== undefined;
  const remarks = [...(isStart ? reachRemarks(node) : []), ...nodeRemarks(node)].map(({ text }) => text);
  return [nodeTitle(node), startTitle(node), ...remarks].filter((part) => part !== '').join(': ');
}

function toneOf(node: EngagedNode): Tone {
  const marks = nodeRemarks(node).map(({ mark }) => mark);
  if (marks.includes('broken')) return 'broken';
  if (marks.includes('unknown')) return 'unknown';
  if (node.kind !== 'response-plan') return marks.includes('good') ? 'good' : 'plain';
  return ({ reached: 'good', unreached: 'broken', undecided: 'unknown' } as const)[verdictOf(node)];
}

function toneOfLink(link: EngagedLink): Tone {
  const marks = linkRemarks(link).map(({ mark }) => mark);
  if (marks.includes('broken')) return 'broken';
  return marks.includes('unknown') ? 'unknown' : 'plain';
}
