import type { Document } from '../parse/document.js';
import type { Node } from '../parse/node.js';

/** The directives that only cfn-include has; `Fn::Length` is also one of CloudFormation's own functions. */
const directives = new Set(
  ['Include', 'Map', 'Flatten', 'Merge', 'DeepMerge', 'Stringify', 'GetEnv', 'Outputs', 'Sequence'].flatMap(
    (name) => [`Fn::${name}`, `!${name}`],
  ),
);

/** Whether a key, or a tag, is one of these directives. */
export function isDirective(name: string): boolean {
  return directives.has(name);
}

/** Whether a template is written for cfn-include: it uses one of its directives, in the long form or as a tag. */
export function usesCfnInclude({ file: { text }, root, keys }: Document): boolean {
  if (root === undefined) return false;
  // Looking through a large plan would take as long as linting it.
  if (keys !== undefined) return [...keys].some(isDirective);
  return /Fn::|!/.test(text) && hasDirective(root);
}

function hasDirective(node: Node): boolean {
  if (node.tag !== undefined && isDirective(node.tag)) return true;
  if (node.kind === 'list') return node.items.some(hasDirective);
  return (
    node.kind === 'map' && node.entries.some(({ key, value }) => isDirective(key) || hasDirective(value))
  );
}

/** Whether a text may take something from another file: a test without parsing, in linear time. */
export function saysItIncludes(text: string): boolean {
  return /(?:Fn::|!)(?:Include|Map|Flatten|Merge|DeepMerge)\b|\bAWS::Include\b/.test(text);
}
