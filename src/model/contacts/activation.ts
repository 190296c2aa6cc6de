import type { Place } from '../../text/place.js';
import type { Tri } from '../../value/tri.js';
import type { Leaf } from '../leaf.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

type Channel = View<'contact-channel'>;

/** What a state, or evidence from the account, says of a channel. */
export interface Activation {
  readonly isActivated: Tri;
  /** Where it says so. */
  readonly place: Place;
}

/**
 * Whether a channel's activation code was entered, where the channel itself says it or evidence of the same channel does:
 * the one with its name at its contact. Undefined where nothing says it.
 */
export function activationOf(channel: Channel, workspace: Workspace): Activation | undefined {
  const own = statusOf(channel);
  if (own !== undefined) return own;
  const key = keyOf(channel, workspace);
  const twin = key === undefined ? undefined : channelsOfAccount(workspace).get(key);
  return twin && statusOf(twin);
}

function statusOf({ activation }: Channel): Activation | undefined {
  // A plan that creates a channel says of its status only that nobody knows it yet.
  const [status] = [...activation].filter(({ isAbsent }) => isAbsent === false);
  return status && { isActivated: status.is((text) => text === 'ACTIVATED'), place: status.place };
}

const known = new WeakMap<Workspace, ReadonlyMap<string, Channel>>();

function channelsOfAccount(workspace: Workspace): ReadonlyMap<string, Channel> {
  let channels = known.get(workspace);
  if (channels === undefined) {
    channels = new Map(
      workspace.all('contact-channel').flatMap((channel) => {
        const key = statusOf(channel) === undefined ? undefined : keyOf(channel, workspace);
        return key === undefined ? [] : [[key, channel] as const];
      }),
    );
    known.set(workspace, channels);
  }
  return channels;
}

/** The alias of the contact and the name of the channel, where both are literal. */
function keyOf({ contact, channelName }: Channel, workspace: Workspace): string | undefined {
  const [[owner], [name]] = [[...contact], [...channelName]];
  if (owner === undefined || name?.value.kind !== 'text') return undefined;
  const alias = aliasOf(owner, workspace);
  return alias === undefined ? undefined : JSON.stringify([alias, name.value.text]);
}

function aliasOf(owner: Leaf, workspace: Workspace): string | undefined {
  const contact = workspace.follow(owner, 'contact');
  if (contact !== undefined && 'resource' in contact) {
    const [alias] = contact.alias;
    return alias?.value.kind === 'text' ? alias.value.text : undefined;
  }
  // An ARN of a contact ends in its alias (Service Authorization Reference).
  return owner.value.kind === 'text' ? /:contact\/([^/]+)$/.exec(owner.value.text)?.[1] : undefined;
}
