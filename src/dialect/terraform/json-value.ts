import type { MapNode } from '../../parse/node.js';
import type { Entry, Value } from '../../value/value.js';
import { LazyList, LazyMap } from '../../value/lazy.js';
import { enter, isTrue, itemsOf, placeOf, type Located } from './located.js';

/**
 * The value of a JSON node, all of which is known; `null` is absent.
 *
 * @param sensitive the tree beside the values in which `true` marks what must never be printed.
 */
export function valueOf(from: Located, sensitive?: Located): Value {
  const { node } = from;
  const place = placeOf(from);
  if (node.kind === 'scalar') {
    if (node.type === 'null') return { kind: 'absent', place };
    const secret = isTrue(sensitive) && { secret: true };
    return { kind: 'text', text: node.text, type: node.type, place, ...secret };
  }
  // Most of a plan is of no rule's interest: what is inside of a list or a map is made when somebody looks.
  return node.kind === 'list'
    ? new LazyList(place, () => itemsIn(from, sensitive))
    : new LazyMap(place, () => entriesIn(from, node, sensitive));
}

function itemsIn(from: Located, sensitive: Located | undefined): readonly Value[] {
  const marks = itemsOf(sensitive);
  return itemsOf(from).map((item, index) => valueOf(item, isTrue(sensitive) ? sensitive : marks[index]));
}

function entriesIn({ file, path: parent }: Located, node: MapNode, sensitive: Located | undefined): Entry[] {
  return node.entries.map(({ key, keySpan, value }) => {
    const path = { parent, key };
    const inner = isTrue(sensitive) ? sensitive : enter(sensitive, key);
    return {
      key,
      keyPlace: { file, span: keySpan, path },
      value: valueOf({ file, node: value, path }, inner),
    };
  });
}
