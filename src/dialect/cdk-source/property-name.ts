import type { TSESTree } from '../../parse/typescript.js';

/** The name of a property that is written as it is: `a.b` or `a['b']`. */
export function propertyName({ property, computed }: TSESTree.MemberExpression): string | undefined {
  if (property.type === 'Identifier' && !computed) return property.name;
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined;
}
