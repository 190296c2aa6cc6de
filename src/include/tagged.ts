import type { MapNode, Node } from '../parse/node.js';
import type { Path } from '../text/place.js';

/**
 * What begins the key with which each map says where it was written; `<file>:<map>` follow, both counted from 0.
 * cfn-include keeps keys that it does not know, and a map that it merges from others has the keys of all.
 */
export const tagKey = '__incident-lint__';

/** A map of a document, and the keys that lead to it. */
export interface WrittenMap {
  readonly node: MapNode;
  readonly path: Path | undefined;
}

/** A document as plain data whose maps are tagged, and these maps in the order of their numbers. */
export interface Tagged {
  readonly value: unknown;
  readonly maps: readonly WrittenMap[];
}

/** Tags the maps of a document, which is the `file`th. Short tags of YAML become long forms. */
export function tagged(root: Node, file: number): Tagged {
  const maps: WrittenMap[] = [];
  return { value: plain(root, undefined), maps };

  function plain(node: Node, path: Path | undefined): unknown {
    const { tag } = node;
    if (tag === undefined) return untagged(node, path);
    const name = tag.slice(1);
    const key = name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
    const value = untagged(node, path);
    // The short form of Fn::GetAtt is one text.
    const dot = key === 'Fn::GetAtt' && typeof value === 'string' ? value.indexOf('.') : -1;
    return { [key]: dot === -1 ? value : [String(value).slice(0, dot), String(value).slice(dot + 1)] };
  }

  function untagged(node: Node, path: Path | undefined): unknown {
    if (node.kind === 'scalar') return scalar(node.text, node.type);
    if (node.kind === 'list') return node.items.map((item, key) => plain(item, { parent: path, key }));
    const tag = `${String(file)}:${String(maps.push({ node, path }) - 1)}`;
    const entries = node.entries
      // `__proto__` is a key like any other in a template, and none that may be assigned to an object.
      .filter(({ key }) => key !== '__proto__' && !key.startsWith(tagKey))
      .map(({ key, value }): [string, unknown] => [key, plain(value, { parent: path, key })]);
    return Object.fromEntries([[tagKey + tag, ''], ...entries]);
  }
}

/** Numbers keep the text they were written as where it is not their own. */
function scalar(text: string, type: string): unknown {
  if (type === 'null') return null;
  if (type === 'boolean') return text === 'true';
  return type === 'number' && String(Number(text)) === text ? Number(text) : text;
}
