import type { TSESLint, TSESTree } from '../parse/typescript.js';

/**
 * Tells by TypeScript's types which texts an expression can have, where the parser was given a project: the constants of
 * other files have such types. Undefined without types, and for an expression that can be anything.
 */
export function typedTexts({
  parserServices,
}: Pick<TSESLint.SourceCode, 'parserServices'>): ((node: TSESTree.Node) => readonly string[]) | undefined {
  if (parserServices?.program == null || !('getTypeAtLocation' in parserServices)) return undefined;
  const { getTypeAtLocation, getSymbolAtLocation, program } = parserServices;
  const checker = program.getTypeChecker();
  /** As it is declared: what TypeScript narrows a variable to where it stands, a call may have changed. */
  const typeOf = (node: TSESTree.Node): ReturnType<typeof getTypeAtLocation> => {
    const named = getSymbolAtLocation?.(nameIn(node));
    if (named === undefined) return getTypeAtLocation(node);
    return checker.getTypeOfSymbol((named.flags & alias) === 0 ? named : checker.getAliasedSymbol(named));
  };
  return (node) => {
    const type = typeOf(node);
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

/** TypeScript's `SymbolFlags.Alias`, the flag of what is imported; the compiler is not loaded for it. */
const alias = 2_097_152;

/** The part of an expression by which TypeScript knows what it names. */
function nameIn(node: TSESTree.Node): TSESTree.Node {
  return 'object' in node && 'property' in node && 'computed' in node && !node.computed
    ? node.property
    : node;
}
