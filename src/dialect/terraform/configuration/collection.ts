import type { Place } from '../../../text/place.js';
import { unknown, type Entry, type Value } from '../../../value/value.js';
import type { Instances } from './instances.js';

/** What a block is made into, by the ends of its addresses. */
export interface Collection<Member> {
  readonly shape: Instances['shape'];
  readonly members: readonly { readonly suffix: string; readonly member: Member }[];
}

/** A block in an expression: an object, a list of them, or a map of them. */
export function collectionValue<Member>(
  { shape, members }: Collection<Member>,
  place: Place,
  valueOf: (member: Member) => Value,
): Value {
  const [first] = members;
  if (shape === 'one')
    return first === undefined
      ? unknown(place, 'the block', 'it refers to itself', 'a definition that ends')
      : valueOf(first.member);
  if (shape === 'list') return { kind: 'list', items: members.map(({ member }) => valueOf(member)), place };
  const entries = members.map(({ suffix, member }): Entry => {
    const key: unknown = JSON.parse(suffix.slice(1, -1));
    return { key: String(key), keyPlace: place, value: valueOf(member) };
  });
  return { kind: 'map', entries, place };
}
