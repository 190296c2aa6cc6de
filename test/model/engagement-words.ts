import { engagementGraphOf } from '../../src/model/engagement/engagement-graph.js';
import type { EngagementLink } from '../../src/model/engagement/engagement.js';
import { unreachedIn, type ReachGoal } from '../../src/model/engagement/reach.js';
import type { Workspace } from '../../src/model/workspace.js';
import { describe as inWords } from '../../src/value/assumption.js';
import { isDoubt } from '../../src/value/tri.js';

/** The links of a node in words. */
export function linksOf(workspace: Workspace, name: string): string[] {
  const node = engagementGraphOf(workspace).nodes.find(({ resource }) => resource.name === name);
  const inOneWord = ({ to, text, broken, doubt, oddity, when }: EngagementLink): string =>
    [to === undefined ? text : `${to.kind} ${to.resource.name}`, broken, doubt?.why, oddity, inWords(when)]
      .filter((part) => part !== undefined)
      .join(': ');
  const gaps = node?.gaps.map(({ why, doubt, when }) =>
    ['gap', why, doubt?.why, inWords(when)].filter((part) => part !== undefined).join(': '),
  );
  return [...(node?.links.map(inOneWord) ?? []), ...(gaps ?? [])];
}

/** Whether somebody is reached from a node. */
export function reachOf(workspace: Workspace, name = 'Plan', goal: ReachGoal = 'open-channel'): string[] {
  const node = engagementGraphOf(workspace).nodes.find(({ resource }) => resource.name === name);
  if (node === undefined) return ['no such node'];
  return unreachedIn(node, goal, workspace).map(({ verdict, when }) =>
    [isDoubt(verdict) ? `doubt: ${verdict.why}` : 'nobody', inWords(when)]
      .filter((part) => part !== undefined)
      .join(' when '),
  );
}
