import type { MapNode, Node } from '../parse/node.js';

/** A template as plain data, with its short tags as long forms: what a comparison of templates takes. */
export function plainTemplate(root: MapNode): Record<string, unknown> {
  return plainMap(root);
}

function plain(node: Node): unknown {
  const { tag } = node;
  if (tag === undefined) return untagged(node);
  const name = tag.slice(1);
  const key = name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
  const value = untagged(node);
  // The short form of Fn::GetAtt is one text.
  const isPath = key === 'Fn::GetAtt' && typeof value === 'string' && value.includes('.');
  return {
    [key]: isPath ? [value.slice(0, value.indexOf('.')), value.slice(value.indexOf('.') + 1)] : value,
  };
}

function untagged(node: Node): unknown {
  if (node.kind === 'list') return node.items.map(plain);
  if (node.kind === 'map') return plainMap(node);
  // CloudFormation takes numbers and booleans as texts alike.
  return node.type === 'null' ? null : node.text;
}

function plainMap(node: MapNode): Record<string, unknown> {
  // `__proto__` is a key like any other in a template, and none that may be assigned to an object.
  const entries = node.entries.filter(({ key }) => key !== '__proto__');
  return Object.fromEntries(entries.map(({ key, value }) => [key, plain(value)]));
}
