// The adapter of @typescript-eslint/utils: the tree that ESLint's parser made of a TypeScript or JavaScript file, and
// what makes ESLint rules. Only ESLint's plugin loads it; everything else imports its types.
export type { TSESLint, TSESTree } from '@typescript-eslint/utils';
export { RuleCreator } from '@typescript-eslint/utils/eslint-utils';
