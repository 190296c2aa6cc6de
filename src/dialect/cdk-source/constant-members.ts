import type { TSESTree } from '../../parse/typescript.js';
import { isHollow } from './mutations.js';

type Node = TSESTree.Node;

/** What `Level.None` of an enumeration, or `Settings.level` that is `static readonly` in a class, is set to. */
export function constantMember(definition: Node | undefined, name: string): Node | undefined {
  if (definition?.type === 'TSEnumDeclaration')
    return definition.body.members.find(({ id }) => (id.type === 'Identifier' ? id.name : id.value) === name)
      ?.initializer;
  if (definition?.type !== 'ClassDeclaration') return undefined;
  const member = definition.body.body.find(
    (part) =>
      part.type === 'PropertyDefinition' &&
      part.static &&
      part.readonly &&
      part.key.type === 'Identifier' &&
      part.key.name === name,
  );
  const value = member?.type === 'PropertyDefinition' ? member.value : null;
  return value === null || isHollow(value) ? undefined : value;
}
