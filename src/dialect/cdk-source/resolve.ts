import type { TSESTree } from '../../parse/typescript.js';
import type { Bindings, Origin } from './bindings.js';
import { propertyName } from './property-name.js';
import { withoutType } from './unwrapped.js';

type Node = TSESTree.Node;

/** Names that are defined by names, beyond this number, are not followed. */
const mostSteps = 100;

/**
 * Follows names, properties of the own class and keys of literal objects to the expression that they stand for.
 * What cannot be followed stays as keys: `topic.topicArn` leads to `new Topic(…)` with the key `topicArn`.
 */
export function resolve(bindings: Bindings, written: Node): Origin {
  let node = withoutType(written);
  let keys: readonly string[] = [];
  for (let step = 0; step < mostSteps; step += 1) {
    const [key, ...rest] = keys;
    const origin = bindings.originOf(node);
    if (origin !== undefined) {
      node = withoutType(origin.node);
      keys = [...origin.keys, ...keys];
    } else if (node.type === 'MemberExpression') {
      const name = propertyName(node);
      if (name === undefined) break;
      node = withoutType(node.object);
      keys = [name, ...keys];
    } else if (node.type === 'ObjectExpression' && key !== undefined) {
      const value = literalProperties(node)?.get(key);
      if (value === undefined) break;
      node = withoutType(value);
      keys = rest;
    } else break;
  }
  return { node, keys };
}

const known = new WeakMap<Node, ReadonlyMap<string, Node> | undefined>();

/** The properties of an object that is written with plain keys only; undefined for another. */
function literalProperties(object: TSESTree.ObjectExpression): ReadonlyMap<string, Node> | undefined {
  if (!known.has(object)) {
    const properties = new Map<string, Node>();
    const isPlain = object.properties.every((property) => {
      if (property.type !== 'Property' || property.computed || property.kind !== 'init') return false;
      const { key } = property;
      properties.set(
        key.type === 'Identifier' ? key.name : String((key as TSESTree.Literal).value),
        property.value,
      );
      return true;
    });
    known.set(object, isPlain ? properties : undefined);
  }
  return known.get(object);
}
