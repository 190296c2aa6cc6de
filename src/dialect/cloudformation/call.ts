import { withoutTag, type Node } from '../../parse/node.js';
import type { Path } from '../../text/place.js';

/** A call of an intrinsic function, in its long or its short form. */
export interface Call {
  /** The long name: `Ref`, `Condition` or `Fn::…`. */
  readonly name: string;
  readonly argument: Node;
  readonly path: Path | undefined;
}

/** Reads a node as a call; undefined when it is plain data. */
export function callOf(node: Node, path: Path | undefined): Call | undefined {
  if (node.tag !== undefined) {
    const short = node.tag.slice(1);
    const name = short === 'Ref' || short === 'Condition' ? short : `Fn::${short}`;
    return { name, argument: withoutTag(node), path };
  }
  if (node.kind !== 'map') return undefined;
  const transform = node.entries.find(({ key }) => key === 'Fn::Transform');
  if (transform !== undefined) return { name: transform.key, argument: transform.value, path };
  const [entry, ...others] = node.entries;
  if (entry === undefined || others.length > 0 || !isFunction(entry.key, entry.value)) return undefined;
  return { name: entry.key, argument: entry.value, path: { parent: path, key: entry.key } };
}

function isFunction(key: string, argument: Node): boolean {
  // The language extensions take a function in place of the name.
  if (key === 'Ref') return argument.kind === 'scalar' || callOf(argument, undefined) !== undefined;
  return key.startsWith('Fn::') && !key.startsWith('Fn::ForEach');
}
