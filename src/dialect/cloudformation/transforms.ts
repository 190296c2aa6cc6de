import type { Node } from '../../parse/node.js';
import { child } from './evaluator.js';

/** The names of the transforms that a template asks for; those that are no text are left out. */
export function transformsOf(root: Node): readonly string[] {
  const written = child(root, 'Transform');
  const items = written?.kind === 'list' ? written.items : [written];
  return items.flatMap((item) => {
    const name = item?.kind === 'map' ? child(item, 'Name') : item;
    return name?.kind === 'scalar' && name.tag === undefined ? [name.text] : [];
  });
}

/** Whether a template may have loops (AWS CloudFormation, "AWS::LanguageExtensions transform"). */
export function hasLanguageExtensions(root: Node): boolean {
  return transformsOf(root).includes('AWS::LanguageExtensions');
}
