import { expect } from 'chai';
import type { Expression } from '../../src/parse/hcl/expression.js';
import { parseHcl, parseTemplateString } from '../../src/parse/hcl.js';
import type { Node } from '../../src/parse/node.js';
import { SourceFile } from '../../src/text/source-file.js';
import { outline, problemsOf } from './outline.js';

function parse(text: string): ReturnType<typeof parseHcl> {
  return parseHcl(new SourceFile('main.tf', text));
}

/** An expression as nested calls, so that a test shows how operators bind. */
function shown(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return expression.type === 'string' ? JSON.stringify(expression.text) : expression.text || 'null';
    case 'template':
      return `template(${expression.parts.map(shown).join(' ')})`;
    case 'variable':
      return expression.name;
    case 'attribute':
      return `${shown(expression.source)}.${expression.name}`;
    case 'index':
      return `${shown(expression.source)}[${shown(expression.key)}]`;
    case 'splat':
      return `each(${shown(expression.source)} ${shown(expression.each)})`;
    case 'item':
      return 'item';
    case 'call':
      return `${expression.name}(${expression.operands.map(shown).join(' ')}${expression.expands ? '...' : ''})`;
    case 'unary':
      return `${expression.operator}(${shown(expression.operand)})`;
    case 'binary':
      return `${expression.operator}(${shown(expression.left)} ${shown(expression.right)})`;
    case 'conditional':
      return `if(${[expression.condition, expression.yes, expression.no].map(shown).join(' ')})`;
    case 'tuple':
      return `[${expression.items.map(shown).join(' ')}]`;
    case 'object':
      return `{${expression.entries.map(({ key, value }) => `${shown(key)}=${shown(value)}`).join(' ')}}`;
    case 'for': {
      const { keyName = '', valueName, source, key, value, condition, groups } = expression;
      const names = `${keyName},${valueName} ${shown(source)}`;
      const end = `${condition === undefined ? '' : ` if ${shown(condition)}`}${groups ? '...' : ''}`;
      return `for(${names} ${key === undefined ? '' : `${shown(key)}=>`}${shown(value)}${end})`;
    }
  }
}

function valueOf(text: string): Node {
  const { root, problems } = parse(text);
  expect(problems).to.deep.equal([]);
  const value = root?.kind === 'map' ? root.entries[0]?.value : undefined;
  if (value === undefined) expect.fail('there is no first argument');
  return value;
}

describe('parseHcl', () => {
  const expressions: readonly (readonly [text: string, expected: string])[] = [
    ['var.a', 'var.a'],
    ['aws_sns_topic.t[0].arn', 'aws_sns_topic.t[0].arn'],
    ['aws_sns_topic.t.0.arn', 'aws_sns_topic.t[0].arn'],
    ['var.m["a"][var.i]', 'var.m["a"][var.i]'],
    ['a.b[*].c.d', 'each(a.b item.c.d)'],
    ['a.b.*.c[0]', 'each(a.b item.c)[0]'],
    ['1 + 2 * 3 - 4', '-(+(1 *(2 3)) 4)'],
    ['!a && b || c == d', '||(&&(!(a) b) ==(c d))'],
    ['a >= 1 && -1 < b', '&&(>=(a 1) <(-(1) b))'],
    ['a ? b : c ? d : e', 'if(a b if(c d e))'],
    ['(\n  1 +\n  2\n)', '+(1 2)'],
    ['"a${var.b}c"', 'template("a" var.b "c")'],
    ['"${var.b}"', 'var.b'],
    ['"$${a} %%{b} ${c}"', 'template("${a} %{b} " c)'],
    ['"\\"\\u0041\\n${c}"', 'template("\\"A\\n" c)'],
    ['"a ${~ b ~} c"', 'template("a" b "c")'],
    ['"%{ if a }b%{ else }${c}%{ endif }!"', 'template(if(a "b" c) "!")'],
    ['"%{ for k, v in m }${k}%{ endfor }!"', 'template(join("" for(k,v m k)) "!")'],
    ['"${"${a}"}${b}"', 'template(a b)'],
    ['<<EOT\na ${b}\n c\nEOT', 'template("a " b "\\n c\\n")'],
    ['<<-EOT\n    a ${b}\n      c\n    EOT', 'template("a " b "\\n  c\\n")'],
    ['<<-EOT\n\n    a\n    ${b}\n    EOT', 'template("\\na\\n" b "\\n")'],
    ['<<EOT\n a\n ${~ b ~}\n c\nEOT', 'template(" a\\n" b " c\\n")'],
    ['f([\n  <<-EOT\n    a\n  EOT\n])', 'f(["a\\n"])'],
    ['f()', 'f()'],
    ['f(a, [b]...)', 'f(a [b]...)'],
    ['provider::aws::f(a,\n  b,\n)', 'provider::aws::f(a b)'],
    ['[for x in a : x.b if x.c]', 'for(,x a x.b if x.c)'],
    ['{ for k, v in a : k => v... }', 'for(k,v a k=>v...)'],
    ['{ (a) = 1, "b-${c}" : 2 }', '{a=1 template("b-" c)=2}'],
  ];
  for (const [text, expected] of expressions) {
    it(`reads ${JSON.stringify(text)}`, () => {
      const value = valueOf(`a = ${text}\n`);
      expect(value.kind === 'scalar' && value.expression && shown(value.expression)).to.equal(expected);
    });
  }

  it('gives literals, lists and objects as JSON would', () => {
    const text = 'a = {\n  b = [1, "x", true, null] # one\n  "c" : {}, for_each = <<E\n x\nE\n}';
    expect(outline(parse(text)).slice(1)).to.deep.equal([
      ['a', 'map', text.slice(4)],
      ['a/b', 'list', '[1, "x", true, null]'],
      ['a/b/0', 'number 1', '1'],
      ['a/b/1', 'string x', '"x"'],
      ['a/b/2', 'boolean true', 'true'],
      ['a/b/3', 'null ', 'null'],
      ['a/c', 'map', '{}'],
      ['a/for_each', 'string  x\n', '<<E\n x\nE'],
    ]);
  });

  it('gives blocks by their labels, and those without a label as a list', () => {
    const text = [
      'resource "aws_x" "a" {',
      '  stage { n = 1 }',
      '  stage { n = 2 }',
      '}',
      'resource aws_x b {}',
      'locals {}',
      'provider "aws" {}',
      'provider "aws" { alias = "b" }',
    ].join('\r\n');
    const { problems } = parse(text);
    expect(problems).to.deep.equal([]);
    expect(outline(parse(text)).map(([keys, kind]) => `${keys} ${kind}`)).to.deep.equal([
      ' map',
      'resource map',
      'resource/aws_x map',
      'resource/aws_x/a map',
      'resource/aws_x/a/stage list',
      'resource/aws_x/a/stage/0 map',
      'resource/aws_x/a/stage/0/n number 1',
      'resource/aws_x/a/stage/1 map',
      'resource/aws_x/a/stage/1/n number 2',
      'resource/aws_x/b map',
      'locals list',
      'locals/0 map',
      'provider map',
      'provider/aws list',
      'provider/aws/0 map',
      'provider/aws/1 map',
      'provider/aws/1/alias string b',
    ]);
  });

  it('keeps the comments that are for it, once', () => {
    const { comments } = parse(
      'a = [ # incident-lint-disable-line x -- y\n 1]\n// incident-lint-disable-file z -- y\n# other\n',
    );
    expect(comments?.map(({ text }) => text)).to.deep.equal([
      '# incident-lint-disable-line x -- y',
      '# incident-lint-disable-file z -- y',
    ]);
  });

  const malformed: readonly (readonly [text: string, problem: string])[] = [
    ['a = \n', '1:5 malformed-hcl: a value is expected here'],
    ['a = "x\n', '1:7 malformed-hcl: the string has no end'],
    ['a = [1 2]', '1:8 malformed-hcl: "," is expected here'],
    ['a {\n', '2:1 malformed-hcl: "}" is expected here'],
    ['}', '1:1 malformed-hcl: this bracket closes nothing'],
    ['a = 1 b = 2', '1:7 malformed-hcl: a line break is expected here'],
    ['a "b" = 1', '1:7 malformed-hcl: "=", a label or "{" is expected here'],
    ['a = <<E\nx\n', '2:1 malformed-hcl: no line "E" ends this text'],
    ['a = "\\q"', '1:6 malformed-hcl: there is no such escape'],
    ['a = "%{ if b }c"', '1:16 malformed-hcl: "endif" is expected here'],
    ['a = "%{ endif }"', '1:16 malformed-hcl: "endif" ends nothing here'],
    ['/* a', '1:1 malformed-hcl: the comment has no end'],
    ['a = 1\na = 2', '2:1 duplicate-key: "a" is given twice'],
    ['r "a" "b" {}\nr "a" "b" {}', '2:7 duplicate-key: "b" is given twice'],
  ];
  for (const [text, problem] of malformed) {
    it(`says what is wrong with ${JSON.stringify(text)}`, () => {
      expect(problemsOf(parse(text))).to.deep.equal([problem]);
    });
  }

  const deep: Readonly<Record<string, string>> = {
    parentheses: `a = ${'('.repeat(100_000)}`,
    lists: `a = ${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    templates: `a = ${'"${'.repeat(50_000)}`,
    blocks: 'a {\n'.repeat(50_000),
    conditionals: `a = ${'x ? y : '.repeat(50_000)}z`,
    operators: `a = ${'1 + '.repeat(100_000)}1`,
    negations: `a = ${'!'.repeat(100_000)}x`,
    attributes: `a = b${'.c'.repeat(100_000)}`,
    loops: `a = ${'[for x in '.repeat(50_000)}`,
  };
  for (const [what, text] of Object.entries(deep)) {
    it(`refuses ${what} that are nested too deeply`, () => {
      expect(parse(text).problems.map(({ code }) => code)).to.deep.equal(['too-deep']);
    });
  }
});

describe('parseTemplateString', () => {
  const span = { start: 7, end: 9 };

  it('reads what a string of JSON holds, all of it at the place of the string', () => {
    const expression = parseTemplateString('a "b" ${jsonencode({c = [1]})}\n', span);
    if (expression instanceof Error) expect.fail(expression.message);
    expect(shown(expression)).to.equal('template("a \\"b\\" " jsonencode({"c"=[1]}) "\\n")');
    expect(JSON.stringify(expression).match(/"start":\d+/g)).to.satisfy((starts: string[]) =>
      starts.every((start) => start === '"start":7'),
    );
  });

  it('says why there is none', () => {
    const failed = parseTemplateString('${a', span);
    expect(failed).to.be.instanceOf(Error);
    expect(failed).to.include({ message: '"}" is expected here', span });
  });
});
