import type { Doubt } from '../../value/tri.js';
import { ownersOf, type Belonging, type Owners } from './contact-owners.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

type Channel = View<'contact-channel'>;

const known = new WeakMap<Workspace, Owners<Channel>>();

/** The channels that name a contact as theirs, each with what it rests on that it exists and does. */
export function channelsOf(contact: View<'contact'>, workspace: Workspace): readonly Belonging<Channel>[] {
  return tableOf(workspace).of(contact);
}

/** Why a contact may have a channel that `channelsOf` does not know; undefined where it has none for sure. */
export function channelDoubt(contact: View<'contact'>, workspace: Workspace): Doubt | undefined {
  return tableOf(workspace).doubt(contact);
}

function tableOf(workspace: Workspace): Owners<Channel> {
  let table = known.get(workspace);
  if (table === undefined)
    known.set(workspace, (table = ownersOf(workspace.all('contact-channel'), workspace)));
  return table;
}
