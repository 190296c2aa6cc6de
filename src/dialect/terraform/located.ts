import type { Node } from '../../parse/node.js';
import type { Path, Place } from '../../text/place.js';
import type { SourceFile } from '../../text/source-file.js';

/** A node of a JSON document with its route of keys. */
export interface Located {
  readonly file: SourceFile;
  readonly node: Node;
  readonly path: Path | undefined;
}

/** What stands under keys of maps, one inside the other; undefined where one is missing. */
export function enter(from: Located | undefined, ...keys: readonly string[]): Located | undefined {
  let current = from;
  for (const key of keys) {
    if (current?.node.kind !== 'map') return undefined;
    const entry = current.node.entries.find((candidate) => candidate.key === key);
    current = entry && { file: current.file, node: entry.value, path: { parent: current.path, key } };
  }
  return current;
}

/** The items of a list; none where there is no list. */
export function itemsOf(from: Located | undefined): Located[] {
  if (from?.node.kind !== 'list') return [];
  const { file, path, node } = from;
  return node.items.map((item, index) => ({ file, node: item, path: { parent: path, key: index } }));
}

/** The entries of a map by their keys; none where there is no map. */
export function entriesOf(from: Located | undefined): Map<string, Located> {
  if (from?.node.kind !== 'map') return new Map();
  const { file, path, node } = from;
  return new Map(
    node.entries.map(({ key, value }) => [key, { file, node: value, path: { parent: path, key } }]),
  );
}

/** The text of a string; undefined for anything else. */
export function textOf(from: Located | undefined): string | undefined {
  return from?.node.kind === 'scalar' && from.node.type === 'string' ? from.node.text : undefined;
}

/** Whether a node is the literal `true`. */
export function isTrue(from: Located | undefined): boolean {
  return from?.node.kind === 'scalar' && from.node.type === 'boolean' && from.node.text === 'true';
}

/** Whether a node is the literal `false`. */
export function isFalse(from: Located | undefined): boolean {
  return from?.node.kind === 'scalar' && from.node.type === 'boolean' && from.node.text === 'false';
}

export function isNull(from: Located | undefined): boolean {
  return from?.node.kind === 'scalar' && from.node.type === 'null';
}

export function placeOf({ file, node, path }: Located): Place {
  return { file, span: node.span, path };
}
