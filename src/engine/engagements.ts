import type { Resource } from '../dialect/resource.js';
import {
  followedLinks,
  type EngagementLink,
  type EngagementNode,
  type EngagementStage,
} from '../model/engagement/engagement.js';
import { engagementGraphOf, type EngagementGraph } from '../model/engagement/engagement-graph.js';
import { unreachedIn } from '../model/engagement/reach.js';
import type { Workspace } from '../model/workspace.js';
import type { EngagedLink, EngagedNode, EngagementDoubt, Engagements } from '../report/engagements.js';
import { mask } from '../text/mask.js';
import type { Place } from '../text/place.js';
import type { Range } from '../text/source-file.js';
import { describe, type Assumptions } from '../value/assumption.js';
import { isDoubt, type Doubt } from '../value/tri.js';
import type { LintOptions } from './options.js';

/**
 * Who is engaged by which response plan of the reported files, wherever it is declared, and what of the reported files
 * no response plan engages.
 */
export function engagementsOf(workspace: Workspace, options: Pick<LintOptions, 'isReported'>): Engagements {
  const graph = engagementGraphOf(workspace);
  const isRepeated = repetitionsIn(workspace);
  const isShown = ({ resource }: EngagementNode): boolean =>
    options.isReported(resource.place.file.path) && !isRepeated(resource);
  const plans = graph.nodes.filter(({ kind }) => kind === 'response-plan');
  const engaged = reachable(plans);
  const shownPlans = plans.filter(isShown);
  const others = graph.nodes.filter((node) => !engaged.has(node) && isShown(node));
  const starts = new Map<EngagementNode, EngagedNode['start']>([
    ...shownPlans.map((node) => [node, 'response-plan'] as const),
    ...beginningsOf(others, graph).map((node) => [node, 'unengaged'] as const),
  ]);
  const shown = reachable([...starts.keys()]);
  const nodes = graph.nodes.filter((node) => shown.has(node));
  const ids = idsOf(nodes);
  return { nodes: nodes.map((node) => nodeOf(node, starts.get(node), ids, graph, workspace)) };
}

/** All nodes that some nodes lead to, with them. */
function reachable(starts: readonly EngagementNode[]): ReadonlySet<EngagementNode> {
  const found = new Set(starts);
  // A set is iterated in the order in which it grows.
  for (const node of found) for (const { to } of followedLinks(node)) found.add(to);
  return found;
}

/** The nodes from which all of them can be reached: those that nothing leads to, and one of each circle. */
function beginningsOf(nodes: readonly EngagementNode[], { incoming }: EngagementGraph): EngagementNode[] {
  const isFirst = (node: EngagementNode): boolean =>
    (incoming.get(node) ?? []).every(({ from, link }) => from === node || link.broken !== undefined);
  const starts = nodes.filter(isFirst);
  const covered = new Set(reachable(starts));
  for (const node of nodes) {
    if (covered.has(node)) continue;
    starts.push(node);
    const beyond = new Set([node]);
    for (const one of beyond) {
      covered.add(one);
      for (const { to } of followedLinks(one)) if (!covered.has(to)) beyond.add(to);
    }
  }
  return starts;
}

/**
 * Whether something was seen already: a plan and a state of Terraform's tell of what the configuration beside them
 * declares, and evidence only of what there is.
 */
function repetitionsIn({ templates }: Workspace): (resource: Resource) => boolean {
  const keyOf = ({ sourceType, name }: Resource): string => `${sourceType} ${name}`;
  const declared = new Set(
    templates.flatMap(({ resources, isConfiguration }) =>
      isConfiguration === true ? resources.map(keyOf) : [],
    ),
  );
  const repeated = new Set<Resource>();
  const seen = new Set<string>();
  for (const { resources, isConfiguration, isEvidence } of templates)
    for (const resource of resources) {
      const { identifiers = [] } = resource;
      const isKnown = isConfiguration !== true && declared.has(keyOf(resource));
      if (isEvidence === true || isKnown || identifiers.some((one) => seen.has(`${resource.type} ${one}`)))
        repeated.add(resource);
      for (const one of identifiers) seen.add(`${resource.type} ${one}`);
    }
  return (resource) => repeated.has(resource);
}

/** File and name; where masking makes two the same, they are numbered. */
function idsOf(nodes: readonly EngagementNode[]): ReadonlyMap<EngagementNode, string> {
  const counts = new Map<string, number>();
  return new Map(
    nodes.map((node) => {
      const id = `${node.resource.place.file.path}#${mask(node.resource.name)}`;
      const count = (counts.get(id) ?? 0) + 1;
      counts.set(id, count);
      return [node, count === 1 ? id : `${id}~${String(count)}`];
    }),
  );
}

function nodeOf(
  node: EngagementNode,
  start: EngagedNode['start'],
  ids: ReadonlyMap<EngagementNode, string>,
  { circular }: EngagementGraph,
  workspace: Workspace,
): EngagedNode {
  const { kind, resource, states, gaps, links } = node;
  const [channelType] = workspace.view(resource, 'contact-channel')?.type ?? [];
  return {
    id: ids.get(node) ?? '',
    kind,
    resource: { type: resource.type, name: mask(resource.name), sourceType: resource.sourceType },
    ...at(resource.place),
    ...(start && { start }),
    ...(channelType?.value.kind === 'text' && { channelType: mask(channelType.value.text) }),
    reach: kind === 'channel' ? [] : reachOf(node, workspace),
    states: states.map(({ state, when, doubt }) => ({ state, ...under(when), ...doubted(doubt) })),
    gaps: gaps.map(({ why, when, doubt }) => ({ why, ...under(when), ...doubted(doubt) })),
    links: links.map((link) => linkOf(link, ids, circular)),
  };
}

function reachOf(node: EngagementNode, workspace: Workspace): EngagedNode['reach'] {
  const unreached = unreachedIn(node, 'open-channel', workspace);
  if (unreached.length === 0) {
    const isProven = unreachedIn(node, 'verified-channel', workspace).length === 0;
    return [{ outcome: isProven ? 'reached' : 'unproven' }];
  }
  const without = unreachedIn(node, 'channel', workspace).filter(({ verdict }) => verdict === true);
  const isBare = (when: Assumptions): boolean =>
    without.some((other) => describe(other.when) === describe(when) || other.when.length === 0);
  return unreached.map(({ verdict, when }) => {
    if (isDoubt(verdict)) return { outcome: 'undecided', ...under(when), ...doubted(verdict) };
    return { outcome: isBare(when) ? 'nobody' : 'unverified', ...under(when) };
  });
}

function linkOf(
  link: EngagementLink,
  ids: ReadonlyMap<EngagementNode, string>,
  circular: EngagementGraph['circular'],
): EngagedLink {
  const { place, text, to, when, stage, broken, doubt, oddity } = link;
  const id = to && ids.get(to);
  return {
    ...at(place),
    text: mask(text),
    ...(id !== undefined && { to: id }),
    ...under(when),
    ...(stage && {
      stage: {
        ...(stage.number !== undefined && { number: stage.number }),
        ...(stage.minutes !== undefined && { minutes: mask(stage.minutes) }),
        ...essential(stage.isEssential),
      },
    }),
    ...(broken !== undefined && { broken }),
    ...doubted(doubt),
    ...(oddity !== undefined && { oddity }),
    ...(circular.has(link) && { isCircular: true }),
  };
}

/** Left out where it can turn out in several ways, or nobody knows how. */
function essential([first, ...others]: EngagementStage['isEssential']): { isEssential?: boolean } {
  if (first === undefined || others.length > 0 || isDoubt(first.verdict)) return {};
  return { isEssential: first.verdict };
}

function at({ file, span }: Place): { readonly file: string; readonly range: Range } {
  return { file: file.path, range: file.rangeOf(span) };
}

function under(when: Assumptions): { readonly when?: string } {
  const text = describe(when);
  return text === undefined ? {} : { when: mask(text) };
}

function doubted(doubt: Doubt | undefined): { readonly doubt?: EngagementDoubt } {
  return doubt === undefined ? {} : { doubt: { reason: mask(doubt.why), settle: mask(doubt.settle) } };
}
