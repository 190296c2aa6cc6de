import type { TSESTree } from '../../parse/typescript.js';

/** An expression without what only the compiler reads: `x as const`, `x!`, `x satisfies Props`, `<Props>x`. */
export function withoutType(node: TSESTree.Node): TSESTree.Node {
  let bare = node;
  for (;;) {
    switch (bare.type) {
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
      case 'ChainExpression':
        bare = bare.expression;
        break;
      default:
        return bare;
    }
  }
}
