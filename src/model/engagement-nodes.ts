import type { Resource } from '../dialect/resource.js';
import type { Doubt } from '../value/tri.js';
import { channelStatesOf } from './channel-states.js';
import { linksOfContact, linksTo, type Nodes } from './contact-links.js';
import { planDoubt, plansOf } from './contact-plans.js';
import { contactTypeOf, type ContactType } from './contact-type.js';
import type { EngagementKind } from '../report/engagements.js';
import type { EngagementGap, EngagementLink, EngagementNode } from './engagement.js';
import { lackingIn } from './lacking.js';
import type { View } from './view.js';
import type { Workspace } from './workspace.js';

/** A node while its links are added. */
interface OpenNode extends EngagementNode {
  readonly links: EngagementLink[];
  readonly gaps: EngagementGap[];
}

const kindOfType = {
  PERSONAL: 'contact',
  ESCALATION: 'escalation-plan',
  ONCALL_SCHEDULE: 'on-call-schedule',
} as const satisfies Record<ContactType, EngagementKind>;

/** Every node of a workspace with its links, in no order. */
export function engagementNodes(workspace: Workspace): EngagementNode[] {
  const nodes = new Map<Resource, OpenNode>();
  const add = (kind: EngagementKind, resource: Resource, states: EngagementNode['states'] = []): void => {
    nodes.set(resource, { kind, resource, links: [], gaps: [], states });
  };
  // Links go in every direction, so all nodes come first.
  for (const { resource } of workspace.all('response-plan')) add('response-plan', resource);
  for (const { resource } of workspace.all('rotation')) add('rotation', resource);
  for (const contact of workspace.all('contact')) {
    const type = contactTypeOf(contact);
    add(type === undefined ? 'contact' : kindOfType[type], contact.resource);
  }
  for (const channel of workspace.all('contact-channel'))
    add('channel', channel.resource, channelStatesOf(channel, workspace));

  const fill = (resource: Resource, links: readonly EngagementLink[], gap: string, doubt?: Doubt): void => {
    const node = nodes.get(resource);
    if (node === undefined) return;
    for (const link of links) node.links.push(link);
    node.gaps.push(...gapsIn(node, gap, doubt));
  };
  for (const { resource, engagements } of workspace.all('response-plan'))
    fill(resource, linksTo('contact', [...engagements], nodes, workspace), 'it engages nobody');
  for (const { resource, members } of workspace.all('rotation'))
    fill(resource, linksOfRotation(members, nodes, workspace), 'it has no members');
  for (const contact of workspace.all('contact'))
    fill(
      contact.resource,
      linksOfContact(contact, nodes, workspace),
      contactGap(contact, workspace),
      planDoubt(contact, workspace),
    );
  return [...nodes.values()];
}

function linksOfRotation(
  members: View<'rotation'>['members'],
  nodes: Nodes,
  workspace: Workspace,
): EngagementLink[] {
  return linksTo('contact', [...members], nodes, workspace).map((link) => {
    const isGroup = link.to?.kind === 'escalation-plan' || link.to?.kind === 'on-call-schedule';
    return isGroup ? { ...link, broken: 'only persons can be members of a rotation' } : link;
  });
}

/** What is missing where a contact engages nothing. */
function contactGap(contact: View<'contact'>, workspace: Workspace): string {
  if (contactTypeOf(contact) === 'ONCALL_SCHEDULE') return 'it has no rotation';
  const hasPlan = plansOf(contact, workspace).some(
    ({ plan }) =>
      plan.resource !== contact.resource || plan.stages.variants.some(({ isEmpty }) => isEmpty !== true),
  );
  return hasPlan ? 'no stage of its engagement plan engages anybody' : 'it has no engagement plan';
}

/**
 * In which arms of conditions a node has no link at all.
 *
 * @param unseen why it may have links that are not seen.
 */
function gapsIn(
  { links, resource }: EngagementNode,
  why: string,
  unseen: Doubt | undefined,
): EngagementGap[] {
  const candidates = links.map(({ doubt, when }) => ({ verdict: doubt ?? true, when }));
  // A link of which nothing is known says so itself.
  const isTold = links.some(({ doubt }) => doubt !== undefined);
  if (unseen !== undefined && !isTold) candidates.push({ verdict: unseen, when: resource.when });
  return lackingIn(candidates, resource.when).flatMap(({ verdict, when }): EngagementGap[] => {
    if (typeof verdict === 'boolean') return verdict ? [{ why, when }] : [];
    return isTold ? [] : [{ why, when, doubt: verdict }];
  });
}
