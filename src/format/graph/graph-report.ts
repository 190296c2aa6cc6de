import type { EngagedNode, Engagements } from '../../report/engagements.js';
import type { ReportProblem } from '../report.js';

/** What a format of the graph is given. */
export interface GraphReport {
  readonly tool: { readonly name: string; readonly version: string };
  readonly engagements: Engagements;
  /** Why the graph is incomplete. */
  readonly errors: readonly ReportProblem[];
}

/** The graph as text, with the final line break. */
export type GraphFormatter = (report: GraphReport, options: { readonly color: boolean }) => string;

/** How many there are of what. */
export interface GraphCounts {
  readonly responsePlans: number;
  /** Response plans that reach somebody in every case; the others may, do not, or not in every case. */
  readonly reached: number;
  readonly unreached: number;
  readonly undecided: number;
  /** Links that lead nowhere, and places where nothing follows that has to. */
  readonly broken: number;
}

/** Counts what the summary of a graph says. */
export function countsOf({ nodes }: Engagements): GraphCounts {
  const plans = nodes.filter(({ kind }) => kind === 'response-plan').map(verdictOf);
  const count = (wanted: string): number => plans.filter((verdict) => verdict === wanted).length;
  return {
    responsePlans: plans.length,
    reached: count('reached'),
    unreached: count('unreached'),
    undecided: count('undecided'),
    broken: nodes.reduce(
      (sum, { links, gaps }) =>
        sum +
        links.filter(({ broken }) => broken !== undefined).length +
        gaps.filter(({ doubt }) => doubt === undefined).length,
      0,
    ),
  };
}

/** The worst of what comes of a node. */
export function verdictOf({ reach }: EngagedNode): 'reached' | 'unreached' | 'undecided' {
  if (reach.some(({ outcome }) => outcome === 'nobody' || outcome === 'unverified')) return 'unreached';
  return reach.some(({ outcome }) => outcome === 'undecided') ? 'undecided' : 'reached';
}
