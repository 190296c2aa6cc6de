import { child } from '../../parse/child.js';
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
    const node = child(current?.node, key);
    if (current === undefined || node === undefined) return undefined;
    current = { file: current.file, node, path: { parent: current.path, key } };
  }
  return current;
}

/** The items of a list; none where there is no list. */
export function itemsOf(from: Located | undefined): Located[] {
  if (from?.node.kind !== 'list') return [];
  const { file, path, node } = from;
  return node.items.map((item, index) => ({ file, node: item, path: { parent: path, key: index } }));
}

/** The keys of a map, each with what stands there; none where there is no map. */
export function eachOf(from: Located | undefined): (readonly [string, Located])[] {
  if (from?.node.kind !== 'map') return [];
  const { file, path, node } = from;
  return node.entries.map(({ key, value }) => [key, { file, node: value, path: { parent: path, key } }]);
}

/** The entries of a map by their keys; none where there is no map. */
export function entriesOf(from: Located | undefined): Map<string, Located> {
  return new Map(eachOf(from));
}

/** The text of a string; undefined for anything else. */
export function textOf(from: Located | undefined): string | undefined {
  return from?.node.kind === 'scalar' && from.node.type === 'string' ? from.node.text : undefined;
}

/** The text of the string that stands under a key of a map; undefined where there is none. */
export function textAt(from: Located, key: string): string | undefined {
  const node = child(from.node, key);
  return node?.kind === 'scalar' && node.type === 'string' ? node.text : undefined;
}

/** Whether a node is the literal `true`. */
export function isTrue(from: Located | undefined): boolean {
  return isTrueNode(from?.node);
}

export function isTrueNode(node: Node | undefined): boolean {
  return node?.kind === 'scalar' && node.type === 'boolean' && node.text === 'true';
}

/** Whether a node is the literal `false`. */
export function isFalse(from: Located | undefined): boolean {
  return from?.node.kind === 'scalar' && from.node.type === 'boolean' && from.node.text === 'false';
}

export function isNull(node: Node): boolean {
  return node.kind === 'scalar' && node.type === 'null';
}

export function placeOf({ file, node, path }: Located): Place {
  return { file, span: node.span, path };
}
