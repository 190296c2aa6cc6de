import type { Resource } from '../../dialect/resource.js';
import { combine, type Assumptions } from '../../value/assumption.js';
import type { Place } from '../../text/place.js';
import { identityOf, isIncidentChat } from './chat.js';
import { byPlace } from '../incident-manager.js';
import type { Leaf } from '../leaf.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

/** A role of an incident's chat channel that the channel of an earlier configuration has too. */
export interface SharedRole {
  readonly role: Leaf;
  readonly place: Place;
  readonly when: Assumptions;
  readonly other: View<'chat-configuration'>;
}

interface Use {
  readonly configuration: View<'chat-configuration'>;
  readonly role: Leaf;
  /** What tells the channel apart; undefined where it is not known. */
  readonly channel: string | undefined;
}

/** By the role that a template declares, or by what tells it apart. */
type ByRole = ReadonlyMap<Resource | string, readonly Use[]>;

const known = new WeakMap<Workspace, ByRole>();

/** The roles of a chat configuration for incidents that another one, before it, gives to members of another channel. */
export function sharedRolesOf(
  { resource, role }: View<'chat-configuration'>,
  workspace: Workspace,
): SharedRole[] {
  return [...role].flatMap((leaf) => {
    const uses = usesOf(leaf, workspace);
    const own = uses.find(({ configuration }) => configuration.resource === resource);
    const [first] = uses;
    if (own?.channel === undefined || first?.channel === undefined || first.channel === own.channel)
      return [];
    const when = combine(leaf.when, first.role.when);
    return when === undefined ? [] : [{ role: leaf, place: leaf.place, when, other: first.configuration }];
  });
}

function usesOf(role: Leaf, workspace: Workspace): readonly Use[] {
  let byRole = known.get(workspace);
  if (byRole === undefined) known.set(workspace, (byRole = readUses(workspace)));
  const key = keyOf(role, workspace);
  return (key === undefined ? undefined : byRole.get(key)) ?? [];
}

function readUses(workspace: Workspace): ByRole {
  const byRole = new Map<Resource | string, Use[]>();
  const configurations = workspace
    .all('chat-configuration')
    .filter(({ topics }) => isIncidentChat(topics, workspace))
    .toSorted((left, right) => byPlace(left.resource, right.resource));
  for (const configuration of configurations)
    for (const role of configuration.role) {
      const key = keyOf(role, workspace);
      if (key === undefined) continue;
      const use = { configuration, role, channel: channelOf(configuration) };
      const same = byRole.get(key);
      if (same === undefined) byRole.set(key, [use]);
      else same.push(use);
    }
  return byRole;
}

function keyOf(leaf: Leaf, workspace: Workspace): Resource | string | undefined {
  if (leaf.isAbsent === true) return undefined;
  const role = workspace.follow(leaf, 'role');
  return role !== undefined && 'resource' in role ? role.resource : identityOf(leaf).key;
}

/** The channel of a configuration, which is one of its workspace or team; only literal IDs tell it. */
function channelOf({ workspace, channel }: View<'chat-configuration'>): string | undefined {
  const [of, id, ...others] = [...workspace, ...channel].map(({ value }) =>
    value.kind === 'text' ? value.text : undefined,
  );
  return of === undefined || id === undefined || others.length > 0 ? undefined : `${of}/${id}`;
}
