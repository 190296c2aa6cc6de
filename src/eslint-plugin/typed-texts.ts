import type { TSESLint, TSESTree } from '../parse/typescript.js';

/**
 * Tells by TypeScript's types which texts an expression can have, where the parser was given a project: the constants of
 * other files have such types. Undefined without types, and for an expression that can be anything.
 */
export function typedTexts({
  parserServices,
}: Pick<TSESLint.SourceCode, 'parserServices'>): ((node: TSESTree.Node) => readonly string[]) | undefined {
  if (parserServices?.program == null || !('getTypeAtLocation' in parserServices)) return undefined;
  const { getTypeAtLocation } = parserServices;
  return (node) => {
    const type = getTypeAtLocation(node);
    const members = type.isUnion() ? type.types : [type];
    const texts = members.map((member) => {
      if (member.isStringLiteral() || member.isNumberLiteral()) return String(member.value);
      // The compiler has no test for the types `true` and `false` but their names.
      const { intrinsicName } = member as { intrinsicName?: unknown };
      return intrinsicName === 'true' || intrinsicName === 'false' ? intrinsicName : undefined;
    });
    return texts.every((text) => text !== undefined) ? texts : [];
  };
}
