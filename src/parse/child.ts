import type { Node } from './node.js';

/** The node under a key of a map node. */
export function child(node: Node | undefined, key: string): Node | undefined {
  if (node?.kind !== 'map') return undefined;
  return node.valueAt === undefined
    ? node.entries.find((entry) => entry.key === key)?.value
    : node.valueAt(key);
}
