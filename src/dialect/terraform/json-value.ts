import type { Value } from '../../value/value.js';
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
  if (node.kind === 'list') {
    const marks = itemsOf(sensitive);
    const items = itemsOf(from).map((item, index) =>
      valueOf(item, isTrue(sensitive) ? sensitive : marks[index]),
    );
    return { kind: 'list', items, place };
  }
  const entries = node.entries.map(({ key, keySpan, value }) => {
    const path = { parent: from.path, key };
    const inner = isTrue(sensitive) ? sensitive : enter(sensitive, key);
    return {
      key,
      keyPlace: { file: from.file, span: keySpan, path },
      value: valueOf({ file: from.file, node: value, path }, inner),
    };
  });
  return { kind: 'map', entries, place };
}
