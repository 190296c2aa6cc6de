import { beyond, combine, isSameAssumption, type Assumptions } from '../../value/assumption.js';
import { isDoubt, type Doubt, type Tri } from '../../value/tri.js';
import type { ChannelState } from '../contacts/channel-states.js';
import type { Arm } from '../combinations.js';
import type { EngagementLink, EngagementNode } from './engagement.js';
import { engagementGraphOf, type EngagementGraph } from './engagement-graph.js';
import { lackingIn } from '../lacking.js';
import type { Judgement } from '../unanimous.js';
import type { Workspace } from '../workspace.js';

/** One way in which a node comes to a channel, or may come to one. */
interface Way extends Arm {
  readonly verdict: true | Doubt;
}

/** More ways than this are not kept of a node: their number can double with each condition. */
const mostWays = 16;

/** A way that rests on more than this is not followed: it could grow with every step. */
const mostAssumptions = 8;

/** What counts as the end of a way. */
export type ReachGoal =
  /** Any channel, whether or not its code was entered. */
  | 'channel'
  /** A channel of which it is not known that its code was not entered. */
  | 'open-channel'
  /** A channel of which the account says that its code was entered. */
  | 'verified-channel';

const tooMany: Doubt = {
  why: 'the way depends on more conditions than are followed',
  settle: 'fewer conditions on the way',
};

type Reach = ReadonlyMap<EngagementNode, readonly Way[]>;

const known = new WeakMap<EngagementGraph, Map<ReachGoal, Reach>>();

/**
 * In which arms of conditions no way leads from a node to a channel: true for each such arm, and a doubt where it
 * cannot be told; nothing where somebody is reached however the conditions turn out.
 */
export function unreachedIn(node: EngagementNode, goal: ReachGoal, workspace: Workspace): Judgement[] {
  const graph = engagementGraphOf(workspace);
  let reaches = known.get(graph);
  if (reaches === undefined) known.set(graph, (reaches = new Map<ReachGoal, Reach>()));
  let reach = reaches.get(goal);
  if (reach === undefined) reaches.set(goal, (reach = reachIn(graph, goal)));
  return lackingIn(reach.get(node) ?? [], node.resource.when);
}

/**
 * Goes from the ends of ways backwards. A node keeps a bounded number of ways, and hands each on once, so that circles
 * end and the time is in proportion to the number of links.
 */
function reachIn({ nodes, incoming }: EngagementGraph, goal: ReachGoal): Reach {
  const reach = new Map<EngagementNode, Way[]>();
  const open: { readonly node: EngagementNode; readonly way: Way }[] = [];
  const add = (node: EngagementNode, way: Way): void => {
    let ways = reach.get(node);
    if (ways === undefined) reach.set(node, (ways = []));
    if (ways.some((other) => covers(other, way))) return;
    // A way that is always there makes all others needless.
    if (way.verdict === true && isSubset(way.when, node.resource.when)) ways.length = 0;
    if (ways.length > mostWays) return;
    const kept = ways.length < mostWays ? way : { verdict: tooMany, when: node.resource.when };
    ways.push(kept);
    open.push({ node, way: kept });
  };
  for (const node of nodes) {
    for (const state of node.states) {
      const verdict = isEnd(state, goal);
      if (verdict !== false)
        add(node, { verdict, when: combine(node.resource.when, state.when) ?? state.when });
    }
    // Nothing follows a broken link, whatever it would lead to.
    const followed = node.links.filter(({ broken }) => broken === undefined);
    for (const { doubt, when } of [...followed, ...node.gaps])
      if (doubt !== undefined) add(node, { verdict: doubt, when });
  }
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const { from, link } of incoming.get(next.node) ?? []) {
      const way = along(link, next.node, next.way);
      if (way !== undefined) add(from, way);
    }
  return reach;
}

function isEnd({ state, doubt }: ChannelState, goal: ReachGoal): Tri {
  if (goal === 'channel') return true;
  if (goal === 'verified-channel') return state === 'verified';
  return doubt ?? state !== 'unverified';
}

/** A way as the node before sees it. Where that names what is not deployed, the whole deployment fails. */
function along(link: EngagementLink, { resource }: EngagementNode, way: Way): Way | undefined {
  if (link.broken !== undefined) return undefined;
  const when = combine(link.when, beyond(way.when, resource.when));
  if (when === undefined) return undefined;
  return when.length > mostAssumptions ? { verdict: tooMany, when: link.when } : { ...way, when };
}

/** Whether a way says all that another one would. */
function covers(one: Way, other: Way): boolean {
  return (!isDoubt(one.verdict) || isDoubt(other.verdict)) && isSubset(one.when, other.when);
}

function isSubset(inner: Assumptions, outer: Assumptions): boolean {
  return inner.every((one) => outer.some((other) => isSameAssumption(one, other)));
}
