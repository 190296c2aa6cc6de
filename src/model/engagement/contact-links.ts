import type { Resource } from '../../dialect/resource.js';
import { combine } from '../../value/assumption.js';
import { plansOf } from '../contacts/contact-plans.js';
import { contactTypeOf, type ContactType } from '../contacts/contact-type.js';
import type { EngagementLink, EngagementNode, EngagementStage } from './engagement.js';
import { isSameThing } from '../incident-manager.js';
import type { Leaf } from '../leaf.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

export type Nodes = ReadonlyMap<Resource, EngagementNode>;

type Contact = View<'contact'>;
type Target =
  View<'engagement-plan'>['stages']['variants'][number]['items'][number]['targets']['variants'][number]['items'][number];

const nouns = {
  contact: 'contact',
  rotation: 'rotation',
  'contact-channel': 'contact channel',
} as const;

/** Why a contact of a type cannot engage what its plan names (Incident Manager user guide, "Contacts", "On-call schedules"). */
const misfits: Readonly<Record<ContactType, Readonly<Record<keyof typeof nouns, string | undefined>>>> = {
  PERSONAL: {
    contact: 'a person is engaged through channels, not through other contacts',
    rotation: 'only an on-call schedule has rotations',
    'contact-channel': undefined,
  },
  ESCALATION: {
    contact: undefined,
    rotation: 'only an on-call schedule has rotations',
    'contact-channel': 'an escalation plan engages contacts, not channels',
  },
  ONCALL_SCHEDULE: {
    contact: 'an on-call schedule has rotations, not stages',
    rotation: undefined,
    'contact-channel': 'an on-call schedule has rotations, not stages',
  },
};

/** What the leaves name, as far as they are written. */
export function linksTo(
  kind: keyof typeof nouns,
  leaves: readonly Leaf[],
  nodes: Nodes,
  workspace: Workspace,
): EngagementLink[] {
  return leaves.flatMap((leaf): EngagementLink[] => {
    if (leaf.isAbsent === true) return [];
    const { place, when } = leaf;
    const at = { place, when, leaf, wanted: kind, text: leaf.text.trim() === '' ? 'nothing' : leaf.text };
    const found = workspace.follow(leaf, kind);
    if (found === undefined) return [{ ...at, broken: `it is no ${nouns[kind]}` }];
    // Each of these properties takes an ARN (template reference); a bare name is a reference that was forgotten.
    if ('why' in found)
      return [isBareName(leaf) ? { ...at, broken: 'it is no ARN' } : { ...at, doubt: found }];
    const to = nodes.get(found.resource);
    if (to === undefined) return [];
    const isNever = combine(when, to.resource.when) === undefined;
    return [{ ...at, to, ...(isNever && { broken: 'it is not deployed under this condition' }) }];
  });
}

function isBareName({ value }: Leaf): boolean {
  return value.kind === 'text' && value.secret !== true && !value.text.startsWith('arn:');
}

/** What a contact engages by its engagement plans and rotations. */
export function linksOfContact(contact: Contact, nodes: Nodes, workspace: Workspace): EngagementLink[] {
  const type = contactTypeOf(contact);
  const linksOf = (kind: keyof typeof nouns, leaves: Iterable<Leaf>): EngagementLink[] => {
    const misfit = type && misfits[type][kind];
    const links = linksTo(kind, [...leaves], nodes, workspace);
    return misfit === undefined ? links : links.map((link) => ({ ...link, broken: misfit }));
  };
  const engaged = plansOf(contact, workspace).flatMap(({ plan, when: attached }) => {
    const links = linksOf('rotation', plan.rotations);
    for (const { target, stage } of targetsOf(plan)) {
      const channels = linksOf('contact-channel', target.channel).map((link) => ({
        ...link,
        ...oddityOf(link, contact, workspace),
        stage,
      }));
      const isEssential = [...target.isEssential].map((flag) => ({
        verdict: flag.is(isEssentialText),
        when: flag.when,
      }));
      const contacts = linksOf('contact', target.contact).map((link) => ({
        ...withoutEscalation(link),
        stage: { ...stage, isEssential },
      }));
      links.push(...asOne([...channels, ...contacts], target, stage));
    }
    return links.flatMap((link) => {
      const when = combine(attached, link.when);
      return when === undefined ? [] : [{ ...link, when }];
    });
  });
  return [...linksOf('rotation', contact.rotations), ...engaged];
}

/** Whether `IsEssential` is on, in any spelling that CloudFormation takes. */
export function isEssentialText(text: string): boolean {
  return /^(?:true|yes|on)$/i.test(text);
}

interface StagedTarget {
  readonly target: Target;
  readonly stage: EngagementStage;
}

/** Every target of every stage, in every arm. */
function targetsOf(plan: View<'engagement-plan'>): StagedTarget[] {
  const isNumbered = plan.stages.variants.length === 1;
  return [...plan.stages].flatMap((stage, index) => {
    const [duration] = stage.duration;
    const minutes = duration?.value.kind === 'text' ? duration.value.text : undefined;
    const number = isNumbered ? index + 1 : undefined;
    return [...stage.targets].map((target) => ({
      target,
      stage: { position: index, number, minutes, isEssential: [] },
    }));
  });
}

/** A target of which nothing is known is one link, and one that names nothing is a broken one. */
function asOne(
  links: readonly EngagementLink[],
  { place, when }: Target,
  stage: EngagementStage,
): EngagementLink[] {
  const [first] = links;
  if (first === undefined)
    return [{ place, when, text: 'nothing', broken: 'its target names nothing', stage }];
  const isUnknown = links.every((link) => link.doubt !== undefined && link.place === first.place);
  // It may be of the kind that the contact can engage.
  return isUnknown ? [links.find(({ broken }) => broken === undefined) ?? first] : [...links];
}

/** A plan that engages an escalation plan: whatever engages it engages contacts and on-call schedules only. */
function withoutEscalation(link: EngagementLink): EngagementLink {
  if (link.broken !== undefined || link.to?.kind !== 'escalation-plan') return link;
  return { ...link, broken: 'an escalation plan is engaged by response plans only' };
}

function oddityOf(
  { to }: EngagementLink,
  contact: Contact,
  workspace: Workspace,
): Pick<EngagementLink, 'oddity'> {
  const channel = to && workspace.view(to.resource, 'contact-channel');
  if (channel === undefined) return {};
  const isForeign = [...channel.contact].every((leaf) => {
    const owner = workspace.follow(leaf, 'contact');
    if (owner === undefined || 'why' in owner) return false;
    return owner.resource !== contact.resource && !isSameThing(owner.resource, contact.resource);
  });
  return isForeign ? { oddity: 'it is a channel of another contact' } : {};
}
