import type { Doubt, Tri } from '../../value/tri.js';
import { identityOf } from '../chat/chat.js';
import { isSameThing } from '../incident-manager.js';
import type { Leaf } from '../leaf.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

/** A contact as something names it: by a leaf, or by being it. */
export type NamedContact = Leaf | View<'contact'>;

const outside: Doubt = {
  why: 'the channel or a contact is declared outside the scanned files',
  settle: 'the template that declares it among the scanned files',
};

/**
 * Whether two names are of one contact. Contacts of different files that have the same alias are taken for one: a stack for
 * another Region, or a configuration and its plan.
 */
export function isSameContact(left: NamedContact, right: NamedContact, workspace: Workspace): Tri {
  const [one, other] = [contactOf(left, workspace), contactOf(right, workspace)];
  if (one !== undefined && other !== undefined) {
    if (one.resource === other.resource || isSameThing(one.resource, other.resource)) return true;
    if (one.resource.place.file === other.resource.place.file) return false;
  }
  const [alias, otherAlias] = [aliasOf(one ?? left), aliasOf(other ?? right)];
  if (alias !== undefined && otherAlias !== undefined) return alias === otherAlias;
  if ('resource' in left || 'resource' in right) return outside;
  const [first, second] = [identityOf(left), identityOf(right)];
  if (first.key !== undefined && first.key === second.key) return true;
  return left.doubt ?? right.doubt ?? outside;
}

function contactOf(named: NamedContact, workspace: Workspace): View<'contact'> | undefined {
  if ('resource' in named) return named;
  const found = workspace.follow(named, 'contact');
  return found === undefined || 'why' in found ? undefined : found;
}

/** The alias where it is literal: that of a contact, or the end of its ARN (Service Authorization Reference). */
function aliasOf(named: NamedContact): string | undefined {
  if (!('resource' in named)) return endOf(named)?.match(/:contact\/([^/]+)$/)?.[1];
  const [alias] = named.alias;
  return alias?.value.kind === 'text' ? alias.value.text : undefined;
}

/** Whether the ARN of a channel tells that it belongs to another contact (the same reference). */
export function isOfAnother(channel: Leaf, contact: NamedContact, workspace: Workspace): Tri {
  const alias = endOf(channel)?.match(/:contact-channel\/([^/]+)\/[^/]+$/)?.[1];
  const own = aliasOf(contactOf(contact, workspace) ?? contact);
  return alias === undefined || own === undefined ? (channel.doubt ?? outside) : alias !== own;
}

function endOf({ value }: Leaf): string | undefined {
  const end = value.kind === 'partial' ? value.parts.at(-1) : value.kind === 'text' ? value.text : undefined;
  return typeof end === 'string' ? end : undefined;
}
