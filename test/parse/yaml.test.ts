import { expect } from 'chai';
import { parseJson } from '../../src/parse/json.js';
import { parseYaml } from '../../src/parse/yaml.js';
import { SourceFile } from '../../src/text/source-file.js';
import { keysOf, outline, problemsOf } from './outline.js';

function parse(text: string): ReturnType<typeof parseYaml> {
  return parseYaml(new SourceFile('template.yaml', text));
}

/** What the value of the key `a` is, and its text. */
function valueOf(text: string): [kind: string, source: string] {
  const [, [, kind, source] = ['', '', '']] = outline(parse(text));
  return [kind, source];
}

describe('parseYaml', () => {
  const values: readonly (readonly [text: string, kind: string, source: string])[] = [
    ['a: x # comment', 'string x', 'x'],
    ['a: "x"', 'string x', '"x"'],
    ["a: 'it''s'", "string it's", "'it''s'"],
    ['a: yes', 'boolean true', 'yes'],
    ['a: Off', 'boolean false', 'Off'],
    ['a: y', 'string y', 'y'],
    ['a: "yes"', 'string yes', '"yes"'],
    ['a: 012345678901', 'number 012345678901', '012345678901'],
    ['a: 0123', 'number 0123', '0123'],
    ['a: 1.50', 'number 1.50', '1.50'],
    ['a: 2010-09-09', 'string 2010-09-09', '2010-09-09'],
    ['a: ~', 'null ', '~'],
    ['a: !!str 12', 'string 12', '12'],
    ['a: !Ref Topic', '!Ref string Topic', '!Ref Topic'],
    ['a: !Ref "Topic" ', '!Ref string Topic', '!Ref "Topic"'],
    ['a: !Ref &x Topic', '!Ref string Topic', '!Ref &x Topic'],
    ['a: !Ref 123', '!Ref string 123', '!Ref 123'],
    ['a: !Unheard [x]', '!Unheard list', '!Unheard [x]'],
    ['a: !Map { b: 1 }\n', '!Map map', '!Map { b: 1 }'],
    ['a: !Sub |\n  x\n  y\n\nb: 1', '!Sub string x\ny\n', '!Sub |\n  x\n  y'],
    ['a: >-\n  x\n  y\n', 'string x y', '>-\n  x\n  y'],
    ['a:\n  - x\n  - y # z\n\n# end\n', 'list', '- x\n  - y'],
    ['a:\n  b: x\n  c: !Ref y\n\n', 'map', 'b: x\n  c: !Ref y'],
    ['a: !If\n  - C\n  - x\n  - y\n', '!If list', '!If\n  - C\n  - x\n  - y'],
  ];
  for (const [text, kind, source] of values) {
    it(`reads ${JSON.stringify(text)}`, () => {
      expect(valueOf(text)).to.deep.equal([kind, source]);
    });
  }

  it('gives an alias the node of its anchor, where it was written', () => {
    expect(outline(parse('a: &x [1]\nb: *x\n'))).to.deep.equal([
      ['', 'map', 'a: &x [1]\nb: *x'],
      ['a', 'list', '[1]'],
      ['a/0', 'number 1', '1'],
      ['b', 'list', '[1]'],
      ['b/0', 'number 1', '1'],
    ]);
  });

  it('merges maps: its own keys first, then the first of the merged ones', () => {
    const text = 'x: &x { a: 1, b: 2 }\ny: &y { b: 3, c: 4 }\nz:\n  <<: [*x, *y]\n  a: 0\n';
    const rows = outline(parse(text)).filter(([keys]) => keys.startsWith('z/'));
    expect(rows.map(([keys, , source]) => `${keys} ${source}`)).to.deep.equal(['z/a 0', 'z/b 2', 'z/c 4']);
  });

  it('takes a quoted << for a key like any other', () => {
    expect(keysOf(parse('"<<": 1'))).to.deep.equal(['"<<"']);
  });

  it('tells a repeated key, and takes the last', () => {
    const document = parse('a: 1\nb: 2\na: 3\n');
    expect(problemsOf(document)).to.deep.equal(['3:1 duplicate-key: the key "a" is repeated']);
    expect(outline(document).map(([keys, kind]) => `${keys} ${kind}`)).to.deep.equal([
      ' map',
      'b number 2',
      'a number 3',
    ]);
  });

  it('counts behind a byte-order mark, CRLF and characters of two units as editors do', () => {
    const { file, root } = parse('\uFEFFa: 1\r\n"😀": x\r\n');
    const value = root?.kind === 'map' ? root.entries[1]?.value : undefined;
    expect(value && file.rangeOf(value.span)).to.deep.equal({
      start: { line: 2, column: 7 },
      end: { line: 2, column: 8 },
    });
  });

  it('reads JSON as the JSON parser does', () => {
    const text = '{\n  "a": ["x", 1.5, true, null, { "b": "é \\" \\n" }],\n  "c": {}\n}';
    expect(outline(parse(text))).to.deep.equal(outline(parseJson(new SourceFile('template.json', text))));
  });

  const malformed: readonly (readonly [text: string, problem: RegExp])[] = [
    ['', /^1:1 malformed-yaml: the file is empty$/],
    ['# nothing\n', /^1:1 malformed-yaml: the file is empty$/],
    ['a: 1\n---\nb: 2\n', /malformed-yaml: a template is one document$/],
    ['a: [1\nb: 2\n', /^\d+:\d+ malformed-yaml: /],
    ['a:\n\t- x\n', /^2:1 malformed-yaml: /],
    ['a: *nowhere\n', /^1:\d+ malformed-yaml: /],
    ['a: &x [*x]\n', /^1:8 malformed-yaml: the anchor x contains itself$/],
    ['? [a]\n: 1\n', /^1:3 malformed-yaml: a key is a list or an object$/],
    ['<<: 1\n', /^1:5 malformed-yaml: <</],
  ];
  for (const [text, problem] of malformed) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      const document = parse(text);
      expect(document.root).to.equal(undefined);
      expect(problemsOf(document).join('\n')).to.match(problem);
    });
  }

  const deep: readonly (readonly [name: string, text: string])[] = [
    ['brackets', '['.repeat(20_000)],
    ['closed brackets', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
    ['dashes', '- '.repeat(20_000)],
    ['indentation', Array.from({ length: 1_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ];
  for (const [name, text] of deep) {
    it(`does not follow ${name} without end`, () => {
      const document = parse(text);
      expect(document.root).to.equal(undefined);
      expect(problemsOf(document)).to.have.length(1);
      expect(problemsOf(document)[0]).to.match(/ too-deep: the nesting is deeper than 200 levels$/);
    });
  }

  it('does not expand aliases without end', () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) => `a${String(level + 1)}: &a${String(level + 1)} [*a${String(level)}, *a${String(level)}]`,
    );
    const document = parse(`a0: &a0 [x]\n${levels.join('\n')}\n`);
    expect(problemsOf(document)).to.deep.equal([
      '1:1 too-large: its aliases stand for more than a million values',
    ]);
  });

  it('never throws on a template cut off anywhere', () => {
    const text = 'A: &a\n  - !Sub ["${x}", {x: !Ref y}]\n  - |\n    text\nB: {<<: *a, "c": [*a]}\n';
    for (let length = 0; length <= text.length; length += 1) {
      const { root, problems } = parse(text.slice(0, length));
      expect(root !== undefined || problems.length > 0, text.slice(0, length)).to.equal(true);
    }
  });
});
