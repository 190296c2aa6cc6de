import { combine } from '../../value/assumption.js';
import { all, any, type Tri } from '../../value/tri.js';
import { channelTypes } from './addresses.js';
import { channelDoubt, channelsOf } from './contact-channels.js';
import type { Leaf } from '../leaf.js';
import { inEachArm } from '../lacking.js';
import type { Judgement } from '../unanimous.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

/** In which arms of conditions a contact has channels, and all of one type. Nothing where it has none, or several types. */
export function singleKindOf(contact: View<'contact'>, workspace: Workspace): Judgement[] {
  const types = channelsOf(contact, workspace).flatMap(({ item, when: owned }) =>
    [...item.type].flatMap((type) => {
      const when = combine(owned, type.when);
      return when === undefined ? [] : [{ type, when }];
    }),
  );
  const unseen = channelDoubt(contact, workspace);
  return inEachArm(types, contact.when, (there) => {
    const isSingle = hasSingleKind(there.map(({ type }) => type));
    // A channel that is not known may be of another type.
    return isSingle === false || unseen === undefined ? isSingle : all(isSingle, unseen);
  });
}

function hasSingleKind(types: readonly Leaf[]): Tri {
  if (types.length < 2) return types.length === 1;
  return any(...channelTypes.map((name) => all(...types.map((type) => type.is((text) => text === name)))));
}
