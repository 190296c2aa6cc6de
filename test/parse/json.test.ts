import { expect } from 'chai';
import { child } from '../../src/parse/child.js';
import type { Node } from '../../src/parse/node.js';
import { parseJson } from '../../src/parse/json.js';
import { SourceFile } from '../../src/text/source-file.js';
import { keysOf, outline, problemsOf } from './outline.js';

function parse(text: string): ReturnType<typeof parseJson> {
  return parseJson(new SourceFile('template.json', text));
}

describe('parseJson', () => {
  it('gives every value its own stretch of text', () => {
    expect(outline(parse('{ "a": [1, "x", true, null], "b": {} }'))).to.deep.equal([
      ['', 'map', '{ "a": [1, "x", true, null], "b": {} }'],
      ['a', 'list', '[1, "x", true, null]'],
      ['a/0', 'number 1', '1'],
      ['a/1', 'string x', '"x"'],
      ['a/2', 'boolean true', 'true'],
      ['a/3', 'null ', 'null'],
      ['b', 'map', '{}'],
    ]);
  });

  it('keeps numbers as they were written', () => {
    expect(outline(parse('[1.50, 1e3]')).map(([, kind]) => kind)).to.deep.equal([
      'list',
      'number 1.50',
      'number 1e3',
    ]);
  });

  it('places a key with its quotes', () => {
    expect(keysOf(parse('{ "a\\u0062": 1 }'))).to.deep.equal(['"a\\u0062"']);
  });

  it('counts behind a byte-order mark, CRLF and characters of two units as editors do', () => {
    const { file, root } = parse('\uFEFF{\r\n  "😀": "x" }');
    const value = root?.kind === 'map' ? root.entries[0]?.value : undefined;
    expect(value && file.rangeOf(value.span)).to.deep.equal({
      start: { line: 2, column: 9 },
      end: { line: 2, column: 12 },
    });
  });

  it('tells a repeated key, and takes the last', () => {
    const document = parse('{ "a": 1, "a": 2 }');
    expect(problemsOf(document)).to.deep.equal(['1:11 duplicate-key: the key "a" is repeated']);
    expect(outline(document).map(([, kind]) => kind)).to.deep.equal(['map', 'number 2']);
  });

  it('repeats no address that stands for a key', () => {
    const { problems } = parse('{ "ann@corp.example": 1, "ann@corp.example": 2 }');
    expect(problems.map(({ message }) => message)).to.deep.equal([`the key "${'•'.repeat(16)}" is repeated`]);
  });

  it('tells repeated keys of a large map too', () => {
    const keys = Array.from({ length: 40 }, (_, index) => `k${String(index)}`);
    const document = parse(
      `{${[...keys, 'k3', 'k30'].map((key, index) => `"${key}":${String(index)}`).join()}}`,
    );
    expect(document.problems.map(({ message }) => message)).to.deep.equal([
      'the key "k3" is repeated',
      'the key "k30" is repeated',
    ]);
    expect(
      outline(document)
        .slice(-2)
        .map(([, kind]) => kind),
    ).to.deep.equal(['number 40', 'number 41']);
  });

  it('tells the repeated keys of maps within each other in the order of the text', () => {
    const document = parse('{ "a": { "x": 1, "b": 2, "x": 3 }, "b": { "c": 4 }, "a": { "b": 5, "b": 6 } }');
    expect(problemsOf(document)).to.deep.equal([
      '1:26 duplicate-key: the key "x" is repeated',
      '1:53 duplicate-key: the key "a" is repeated',
      '1:68 duplicate-key: the key "b" is repeated',
    ]);
    expect(outline(document).map(([keys, kind]) => `${keys}=${kind}`)).to.deep.equal([
      '=map',
      'b=map',
      'b/c=number 4',
      'a=map',
      'a/b=number 6',
    ]);
  });

  it('gives under a key the very node that the entries have there', () => {
    const { root } = parse('{ "a": { "b": [1] }, "c": {}, "a": { "b": [2] } }');
    const [last] = root?.kind === 'map' ? root.entries.slice(-1) : [];
    expect(last?.key).to.equal('a');
    expect(child(root, 'a')).to.equal(last?.value);
    expect(child(child(root, 'a'), 'b')).to.deep.include({ kind: 'list' });
    expect(child(root, 'd')).to.equal(undefined);
    expect(child(child(root, 'c'), 'a')).to.equal(undefined);
  });

  it('finds the last of equal keys in a large map, too', () => {
    const keys = Array.from({ length: 300 }, (_, index) => `k${String(index % 200)}`);
    const { root } = parse(`{${keys.map((key, index) => `"${key}":[${String(index)}]`).join()}}`);
    const found = (key: string): Node | undefined => child(root, key);
    for (const entry of root?.kind === 'map' ? root.entries : [])
      expect(found(entry.key)).to.equal(entry.value);
    const last = found('k7');
    expect(
      last?.kind === 'list' && last.items.map((item) => item.kind === 'scalar' && item.text),
    ).to.deep.equal(['207']);
    expect(found('k200')).to.equal(undefined);
  });

  it('names every key that the text has anywhere', () => {
    const { keys } = parse('{ "a": [{ "Fn::\\u0049nclude": { "b": "c" } }], "a": 1 }');
    expect([...(keys ?? [])]).to.deep.equal(['a', 'Fn::Include', 'b']);
  });

  it('reads many values, and strings with every escape, as JSON does', () => {
    const values = [
      ...Array.from({ length: 20_000 }, (_, index) => index),
      ...Array.from({ length: 300 }, (_, code) => String.fromCharCode(code)),
      '\ud800',
      '😀"\\/',
    ];
    const [, ...rows] = outline(parse(JSON.stringify(values)));
    expect(rows.map(([, kind]) => kind)).to.deep.equal(
      values.map((value) => `${typeof value} ${String(value)}`),
    );
  });

  const malformed: readonly (readonly [text: string, problem: string])[] = [
    ['', '1:1 malformed-json: a value is expected here'],
    ['{ "a": }', '1:8 malformed-json: a value is expected here'],
    ['{ "a": 1', '1:9 malformed-json: a closing brace is expected here'],
    ['{ "a": 1, }', '1:11 malformed-json: a key in double quotes is expected here'],
    ['{ // no\n }', '1:3 malformed-json: JSON has no comments'],
    ['{} {}', '1:4 malformed-json: the end of the file is expected here'],
    ['{ "a": "x', '1:8 malformed-json: the string has no end'],
  ];
  for (const [text, problem] of malformed) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      const document = parse(text);
      expect(document.root).to.equal(undefined);
      expect(problemsOf(document)).to.deep.equal([problem]);
    });
  }

  it('does not follow a million brackets', () => {
    expect(problemsOf(parse('['.repeat(1_000_000)))).to.deep.equal([
      '1:201 too-deep: the nesting is deeper than 200 levels',
    ]);
  });

  it('does not parse more than 20 million characters', () => {
    const document = parse(`"${'x'.repeat(21 * 1024 * 1024)}"`);
    expect(problemsOf(document)).to.deep.equal([
      '1:1 too-large: the file is longer than 20 million characters',
    ]);
  });
});
