import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  // What is built or belongs to nobody's style; `.cjs` is for mocha, which loads its reporter with require.
  globalIgnores(['dist/', 'coverage/', 'samples/', 'editors/vscode/server/', '**/*.cjs']),
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // `.at(-1)` and `?? ''` say what happens to what is missing; an assertion says nothing.
      '@typescript-eslint/no-non-null-assertion': 'error',
      // A name that is destructured away (`const { tag, ...untagged }`) is used: it is what the rest lacks.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // Nodes and values are declared as classes to keep them from being spread, and written as literals all the same.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Brackets tell a name from outside (the environment, a parsed report), which may be missing, from one of ours.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
    },
  },
  {
    // The sorts of a tree's nodes are an enum. Comparing with its members would load typescript-eslint at run time;
    // the compiler knows their texts just as well.
    files: ['src/dialect/cdk-source/**'],
    rules: { '@typescript-eslint/no-unsafe-enum-comparison': 'off' },
  },
);
