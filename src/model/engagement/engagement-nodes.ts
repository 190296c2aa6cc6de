import type { Resource } from '../../dialect/resource.js';
import type { EngagementKind } from '../../report/engagements.js';
import { combine, type Assumptions } from '../../value/assumption.js';
import { all, isDoubt, type Doubt } from '../../value/tri.js';
import { channelStatesOf } from '../contacts/channel-states.js';
import { linksOfContact, linksTo, type Nodes } from './contact-links.js';
import { contactTypeOf, type ContactType } from '../contacts/contact-type.js';
import type { EngagementGap, EngagementLink, EngagementNode } from './engagement.js';
import { lackingIn } from '../lacking.js';
import { engagementOf } from '../contacts/plan-targets.js';
import { unengagedIn } from './response-plan-engagements.js';
import { unmannedIn } from '../contacts/rotation-members.js';
import { unrotatedIn } from '../contacts/schedule-rotations.js';
import type { Judgement } from '../unanimous.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

/** Where something may be missing, and what. */
interface Gap extends Judgement {
  readonly why: string;
}

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

  const fill = (resource: Resource, links: readonly EngagementLink[], gaps: readonly Gap[]): void => {
    const node = nodes.get(resource);
    if (node === undefined) return;
    for (const link of links) node.links.push(link);
    // A link of which nothing is known says so itself.
    const isTold = links.some(({ doubt }) => doubt !== undefined);
    for (const { verdict, when, why } of gaps)
      if (verdict === true) node.gaps.push({ why, when });
      else if (isDoubt(verdict) && !isTold) node.gaps.push({ why, when, doubt: verdict });
  };
  for (const plan of workspace.all('response-plan'))
    fill(
      plan.resource,
      [...linksTo('contact', [...plan.engagements], nodes, workspace), ...linksToPagerDuty(plan)],
      unengagedIn(plan, workspace).map((gap) => ({ ...gap, why: 'it engages nobody' })),
    );
  for (const rotation of workspace.all('rotation'))
    fill(
      rotation.resource,
      linksOfRotation(rotation.members, nodes, workspace),
      unmannedIn(rotation).map((gap) => ({ ...gap, why: 'it has no members' })),
    );
  for (const contact of workspace.all('contact'))
    fill(contact.resource, linksOfContact(contact, nodes, workspace), gapsOfContact(contact, workspace));
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

const byPagerDuty: Doubt = {
  why: 'whom PagerDuty engages is known only there',
  settle: 'an engagement of Incident Manager’s beside it',
};

function linksToPagerDuty({ pagerDuty }: View<'response-plan'>): EngagementLink[] {
  return [...pagerDuty].flatMap(({ isAbsent, place, when }) =>
    isAbsent === true ? [] : [{ place, when, text: 'PagerDuty', doubt: byPagerDuty }],
  );
}

/** Where a contact engages nothing, and what is missing there. */
function gapsOfContact(contact: View<'contact'>, workspace: Workspace): Gap[] {
  const type = contactTypeOf(contact);
  const { targets, hasStages } = engagementOf(contact, workspace);
  const ofStages = hasStages
    ? 'no stage of its engagement plan engages anybody'
    : 'it has no engagement plan';
  const unstaged = (when: Assumptions): Gap[] =>
    lackingIn(targets, when).map((gap) => ({ ...gap, why: ofStages }));
  const unrotated = (when: Assumptions): Gap[] =>
    unrotatedIn(contact, when, workspace).map((gap) => ({ ...gap, why: 'it has no rotation' }));
  if (type === 'ONCALL_SCHEDULE') return unrotated(contact.when);
  if (type !== undefined) return unstaged(contact.when);
  // Of whatever type it is, it engages nobody where both are missing.
  const both = unstaged(contact.when).flatMap((gap) =>
    unrotated(contact.when).flatMap((other) => {
      const when = combine(gap.when, other.when);
      return when === undefined ? [] : [{ ...gap, verdict: all(gap.verdict, other.verdict), when }];
    }),
  );
  if (both.some(({ verdict }) => verdict === true)) return both;
  return [...contact.type].flatMap((leaf) => {
    const isSchedule = leaf.is((text) => text === 'ONCALL_SCHEDULE');
    if (isDoubt(isSchedule)) return both;
    return isSchedule ? unrotated(leaf.when) : unstaged(leaf.when);
  });
}
