import type { EngagedLink, EngagedNode } from '../../report/engagements.js';
import { jsonText } from '../json-text.js';
import { countsOf, type GraphFormatter } from './graph-report.js';

/** For machines, version 1: nodes and links as two lists, in the order of the files. */
export const json: GraphFormatter = ({ tool, engagements, errors }) =>
  jsonText({
    version: 1,
    tool,
    summary: countsOf(engagements),
    nodes: engagements.nodes.map(nodeEntry),
    links: engagements.nodes.flatMap(({ id, links }) => links.map((link) => linkEntry(id, link))),
    errors,
  });

function nodeEntry({ id, kind, resource, file, range, start, channelType, ...node }: EngagedNode) {
  return {
    id,
    kind,
    resource,
    file,
    range,
    ...(start && { start }),
    ...(channelType !== undefined && { channelType }),
    ...(node.reach.length > 0 && { reach: node.reach }),
    ...(node.states.length > 0 && { states: node.states }),
    ...(node.gaps.length > 0 && { gaps: node.gaps }),
  };
}

function linkEntry(from: string, link: EngagedLink) {
  const { to, file, range, text, when, stage, broken, doubt, oddity, isCircular } = link;
  return {
    from,
    ...(to !== undefined && { to }),
    file,
    range,
    text,
    ...(when !== undefined && { when }),
    ...(stage && { stage }),
    ...(broken !== undefined && { broken }),
    ...(doubt && { doubt }),
    ...(oddity !== undefined && { oddity }),
    ...(isCircular === true && { isCircular }),
  };
}
