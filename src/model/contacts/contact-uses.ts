import { ownersOf, type Owners } from './contact-owners.js';
import type { Resource } from '../../dialect/resource.js';
import type { Doubt } from '../../value/tri.js';
import { engagementGraphOf } from '../engagement/engagement-graph.js';
import { incidentManagerTypes } from '../kinds.js';
import { lackingIn } from '../lacking.js';
import type { Leaf } from '../leaf.js';
import { isMentioned, mentionsIn, type Mentions } from './mentions.js';
import type { Judgement } from '../unanimous.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

type Contact = View<'contact'>;

/** What can use a contact. */
interface Uses {
  /** What engages it, by the contact. */
  readonly engaged: Owners<{ readonly resource: Resource; readonly contact: readonly Leaf[] }>;
  /** What everything else names, such as a rule for events. */
  readonly elsewhere: Mentions;
  /** What the outputs of templates name. */
  readonly given: Mentions;
}

const known = new WeakMap<Workspace, Uses>();

const isGiven: Doubt = {
  why: 'an output gives its ARN to others, and they may engage it',
  settle: 'the template or configuration that reads the output among the scanned files',
};

/** In which arms of conditions nothing engages a contact, nor names it in any other way. */
export function unusedIn(contact: Contact, workspace: Workspace): Judgement[] {
  let uses = known.get(workspace);
  if (uses === undefined) known.set(workspace, (uses = usesIn(workspace)));
  const { engaged, elsewhere, given } = uses;
  const { when } = contact;
  if (isMentioned(contact, elsewhere)) return [];
  const doubts = [
    engaged.doubt(contact),
    isMentioned(contact, given) ? isGiven : undefined,
    elsewhere.doubt ?? given.doubt,
  ].filter((doubt) => doubt !== undefined);
  return lackingIn(
    [
      ...engaged.of(contact).map((use) => ({ verdict: true, when: use.when })),
      ...doubts.map((verdict) => ({ verdict, when })),
    ],
    when,
  );
}

function usesIn(workspace: Workspace): Uses {
  const { nodes } = engagementGraphOf(workspace);
  const engagements = nodes.flatMap((node) =>
    node.links.flatMap(({ leaf, wanted, to, broken, doubt }) => {
      // What is unknown where no contact can stand names none; and nobody is engaged by oneself.
      const isOther = wanted === 'contact' && to !== node && (broken === undefined || doubt === undefined);
      return isOther && leaf !== undefined ? [{ resource: node.resource, contact: [leaf] }] : [];
    }),
  );
  const others = workspace.templates.flatMap(({ resources, handed }) => [
    ...resources
      .filter(({ type }) => !incidentManagerTypes.includes(type))
      .map(({ properties }) => properties),
    ...(handed?.() ?? []),
  ]);
  return {
    engaged: ownersOf(engagements, workspace),
    elsewhere: mentionsIn(others, workspace),
    given: mentionsIn(
      workspace.templates.flatMap(({ outputs }) => outputs?.() ?? []),
      workspace,
    ),
  };
}
