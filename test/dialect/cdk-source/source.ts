import * as parser from '@typescript-eslint/parser';
import { expect } from 'chai';
import { Linter } from 'eslint';
import { readCdkSource } from '../../../src/dialect/cdk-source/template.js';
import type { Template } from '../../../src/dialect/template.js';
import { kinds } from '../../../src/model/kinds.js';
import type { TSESLint } from '../../../src/parse/typescript.js';
import { SourceFile } from '../../../src/text/source-file.js';

/** Reads a TypeScript text as ESLint hands it over. */
export function source(text: string): Template {
  const linter = new Linter();
  expect(linter.verify(text, { languageOptions: { parser } })).to.deep.equal([]);
  // ESLint's own types speak of the tree without TypeScript.
  const code = linter.getSourceCode() as unknown as TSESLint.SourceCode;
  const types = Object.values(kinds).flatMap(({ cloudformation }) => cloudformation);
  return readCdkSource(code, new SourceFile('app.ts', text), types);
}
