import { expect } from 'chai';
import type { Node } from '../../src/parse/node.js';
import { parseYaml } from '../../src/parse/yaml.js';
import { SourceFile } from '../../src/text/source-file.js';
import { tagged } from '../../src/include/tagged.js';
import { untagged, type TaggedFile } from '../../src/include/untagged.js';

/** What a document is to cfn-include, and what its tags mean. */
function read(name: string, text: string, index: number): { value: object; from: TaggedFile } {
  const file = new SourceFile(name, text);
  const { root } = parseYaml(file);
  if (root === undefined) throw new Error('the text is malformed');
  const { value, maps } = tagged(root, index);
  return { value: value as object, from: { file, maps } };
}

const main = read('main.yaml', 'A: here\nB: main\n', 0);
const part = read('part.yaml', '# A comment.\nB: part\nC: { D: e }\n', 1);

/** The entries of a map with the texts that they stand at. */
function places(node: Node): string[] {
  return (node.kind === 'map' ? node.entries : []).map(({ key, keySpan, value }) => {
    const file = value.origin?.file ?? main.from.file;
    const at = ({ start, end }: Node['span']): string => file.text.slice(start, end);
    return `${key} ${file.path}: ${at(keySpan)} | ${at(value.span)}`;
  });
}

describe('what cfn-include made of several maps', () => {
  it('has each key and each value in the file that brought it', () => {
    const all = [main.from, part.from] as const;
    // As lodash merges: what came first keeps its place in the order, what came last its value.
    expect(places(untagged({ ...main.value, ...part.value }, [...all]))).to.deep.equal([
      'A main.yaml: A | here',
      'B part.yaml: B | part',
      'C part.yaml: C | { D: e }',
    ]);
    expect(places(untagged({ ...part.value, ...main.value }, [...all]))).to.include('B main.yaml: B | main');
  });

  it('has a key beside its value where nobody wrote the key', () => {
    const made = { made: (part.value as { readonly C: unknown }).C };
    expect(places(untagged(made, [main.from, part.from]))).to.deep.equal([
      'made part.yaml: { D: e } | { D: e }',
    ]);
  });

  it('has no tags in texts, however often they are written as texts', () => {
    let text = JSON.stringify({ ...main.value, x: part.value, y: {} });
    for (let depth = 0; depth < 4; depth += 1) {
      const node = untagged(text, [main.from, part.from]);
      let inside: unknown = node.kind === 'scalar' ? node.text : undefined;
      for (let level = 0; level <= depth; level += 1) inside = JSON.parse(String(inside));
      expect(inside).to.deep.equal({ A: 'here', B: 'main', x: { B: 'part', C: { D: 'e' } }, y: {} });
      text = JSON.stringify(text);
    }
    const last = JSON.stringify({ a: 'b,}', ...read('t.yaml', '{}\n', 1).value });
    const node = untagged(last, [main.from, part.from]);
    expect(node.kind === 'scalar' && node.text).to.equal('{"a":"b,}"}');
  });
});
