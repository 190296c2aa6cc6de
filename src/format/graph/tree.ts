import type { EngagedLink, EngagedNode, Engagements } from '../../report/engagements.js';

/** A node as it is seen on one way, with what follows. */
export interface Branch {
  /** Undefined where a link leads nowhere. */
  readonly node: EngagedNode | undefined;
  /** Undefined where a way begins. */
  readonly link: EngagedLink | undefined;
  readonly branches: readonly Branch[];
  /** Where what follows is shown instead. */
  readonly continued?: 'above' | 'below';
}

/** What is engaged by several is shown again each time, until there are so many branches. */
const mostRepetitions = 2_000;

/** A way that is longer goes on in a tree of its own: indentation would grow with the square of its length. */
const mostLevels = 12;

/** The ways from where they begin, as trees. */
export function treesOf({ nodes }: Engagements): Branch[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const shown = new Set<EngagedNode>();
  let branches = 0;
  const starts = nodes.filter(({ start }) => start !== undefined).toSorted(plansFirst);
  const grow = (node: EngagedNode, link: EngagedLink | undefined, level: number): Branch => {
    branches += 1;
    const bare = { node, link, branches: [] };
    if (node.links.length === 0 || link?.broken !== undefined || link?.isCircular === true) return bare;
    if (shown.has(node) && branches > mostRepetitions) return { ...bare, continued: 'above' };
    if (level >= mostLevels) {
      starts.push(node);
      return { ...bare, continued: 'below' };
    }
    shown.add(node);
    return { node, link, branches: node.links.map((next) => follow(next, level + 1)) };
  };
  const follow = (link: EngagedLink, level: number): Branch => {
    const node = link.to === undefined ? undefined : byId.get(link.to);
    return node === undefined ? { node, link, branches: [] } : grow(node, link, level);
  };
  const trees: Branch[] = [];
  const grown = new Set<EngagedNode>();
  // Starts are added while the trees grow.
  for (const start of starts) {
    if (grown.has(start)) continue;
    grown.add(start);
    trees.push(grow(start, undefined, 0));
  }
  return trees;
}

function plansFirst(left: EngagedNode, right: EngagedNode): number {
  return Number(left.start !== 'response-plan') - Number(right.start !== 'response-plan');
}
