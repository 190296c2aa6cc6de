import { createRequire } from 'node:module';
import { expect } from 'chai';
import { Language, Parser } from 'web-tree-sitter';
import { parseHcl } from '../../src/parse/hcl.js';
import { SourceFile } from '../../src/text/source-file.js';

const grammar = createRequire(import.meta.url).resolve(
  '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm',
);

const wellFormed = [
  'a = 1',
  'a = "x ${b} y"',
  'a = "$${b} %%{c} $d %e"',
  'a = b ? "c" : null',
  'a = [\n  1,\n  2, # two\n]',
  'a = { b = 1, "c" : 2\n  (d) = 3 }',
  'a = [for k, v in b : "${k}=${v}" if v != null]',
  'a = { for k, v in b : k => v... if k != "" }',
  'a = b[*].c["d"].0\n',
  'a = f(b, c...)',
  'a = <<EOT\n{"b": "${c}"}\nEOT\n',
  'a = <<-EOT\n  %{ if b ~}\n  c\n  %{ endif ~}\n  EOT\n',
  'a "b" c {\n  d {}\n  e { f = 1 }\n}\n',
  '/* a */ b = 1 // c\n# d\n',
  'a = -b.c + 3 % 2 >= 1 && !(d || e)',
  'a = "${"nested ${"strings"}"}"',
  'a = "tab\\t quote\\" unicode\\u00e9 é"',
];

const malformed = [
  'a =',
  'a = [1,',
  'a = "x',
  'a = (1',
  'a {',
  'a = b ? c',
  'a = f(',
  'a "b"',
  'a = "${b"',
  '= 1',
];

describe('parseHcl beside the grammar of tree-sitter', () => {
  let parser: Parser;

  before(async () => {
    await Parser.init();
    parser = new Parser().setLanguage(await Language.load(grammar));
  });

  const isWellFormed = (text: string): boolean => parser.parse(text)?.rootNode.hasError === false;

  for (const [texts, expected] of [
    [wellFormed, true],
    [malformed, false],
  ] as const)
    for (const text of texts) {
      it(`${expected ? 'reads' : 'refuses'} ${JSON.stringify(text)} as it does`, () => {
        expect(isWellFormed(text), 'the grammar').to.equal(expected);
        expect(parseHcl(new SourceFile('main.tf', text)).root !== undefined, 'ours').to.equal(expected);
      });
    }
});
