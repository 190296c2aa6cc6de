import type { Resource } from '../../dialect/resource.js';
import { followedLinks, type EngagementLink, type EngagementNode } from './engagement.js';
import { engagementNodes } from './engagement-nodes.js';
import { byPlace } from '../incident-manager.js';
import type { Workspace } from '../workspace.js';

/** A link as the node that it leads to sees it. */
export interface IncomingLink {
  readonly from: EngagementNode;
  readonly link: EngagementLink;
}

/** Who engages whom in a workspace: across files, stacks and modules. */
export interface EngagementGraph {
  /** By file and position. */
  readonly nodes: readonly EngagementNode[];
  readonly byResource: ReadonlyMap<Resource, EngagementNode>;
  /** Of each node the links to it, also the broken ones. */
  readonly incoming: ReadonlyMap<EngagementNode, readonly IncomingLink[]>;
  /** The links that lead back to where a way came from. */
  readonly circular: ReadonlySet<EngagementLink>;
}

const known = new WeakMap<Workspace, EngagementGraph>();

/** The graph of a workspace, made once. It takes time in proportion to the number of resources and links. */
export function engagementGraphOf(workspace: Workspace): EngagementGraph {
  let graph = known.get(workspace);
  if (graph === undefined) known.set(workspace, (graph = build(workspace)));
  return graph;
}

function build(workspace: Workspace): EngagementGraph {
  const nodes = engagementNodes(workspace).toSorted((left, right) => byPlace(left.resource, right.resource));
  const incoming = new Map<EngagementNode, IncomingLink[]>();
  for (const from of nodes)
    for (const link of from.links) {
      if (link.to === undefined) continue;
      const same = incoming.get(link.to);
      if (same === undefined) incoming.set(link.to, [{ from, link }]);
      else same.push({ from, link });
    }
  return {
    nodes,
    byResource: new Map(nodes.map((node) => [node.resource, node])),
    incoming,
    circular: circularLinks(nodes),
  };
}

/** Depth first, without recursion: a way can be as long as the workspace is large. */
function circularLinks(nodes: readonly EngagementNode[]): ReadonlySet<EngagementLink> {
  const found = new Set<EngagementLink>();
  const state = new Map<EngagementNode, 'open' | 'done'>();
  for (const start of nodes) {
    if (state.has(start)) continue;
    state.set(start, 'open');
    const way = [{ node: start, links: followedLinks(start), next: 0 }];
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const link = step.links[step.next];
      step.next += 1;
      if (link === undefined) {
        state.set(step.node, 'done');
        way.pop();
      } else if (state.get(link.to) === 'open') found.add(link);
      else if (!state.has(link.to)) {
        state.set(link.to, 'open');
        way.push({ node: link.to, links: followedLinks(link.to), next: 0 });
      }
    }
  }
  return found;
}
