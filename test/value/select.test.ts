import { expect } from 'chai';
import { describe as inWords } from '../../src/value/assumption.js';
import { listAlternatives, select, type Alternative } from '../../src/value/select.js';
import type { Value } from '../../src/value/value.js';
import { absent, either, list, map, text } from './values.js';

function show({ value, when }: Alternative): string {
  const words = inWords(when);
  return `${words === undefined ? '' : `${words}: `}${inText(value)}`;
}

function inText(value: Value): string {
  if (value.kind === 'text') return value.text;
  return value.kind === 'list' ? `[${value.items.map(inText).join(' ')}]` : value.kind;
}

describe('select', () => {
  it('follows keys, and every item of a list', () => {
    const value = map({ Policies: list(map({ Name: text('a') }), map({ Name: text('b') })) });
    expect(select(value, ['Policies', '[]', 'Name']).map(show)).to.deep.equal(['a', 'b']);
  });

  it('gives an item that no condition touches once, whatever its neighbours rest on', () => {
    const value = map({ Actions: list(text('a'), either('C', text('b'), absent)) });
    expect(select(value, ['Actions', '[]']).map(show)).to.deep.equal(['a', 'C: b']);
  });

  it('takes a lone value for a list of one', () => {
    expect(select(map({ Action: text('a') }), ['Action', '[]']).map(show)).to.deep.equal(['a']);
  });

  it('gives a scalar that is missing as absent, and no item of a list that is missing', () => {
    expect(select(map({}), ['A', 'B']).map(show)).to.deep.equal(['absent']);
    expect(select(map({}), ['A', '[]', 'B']).map(show)).to.deep.equal([]);
  });

  it('goes into a block that stands once, and tells that it is missing', () => {
    const block = map({ Address: text('a') });
    const path = ['Block', '[0]', 'Address'];
    expect(select(map({ Block: list(block, map({})) }), path).map(show)).to.deep.equal(['a']);
    expect(select(map({ Block: block }), path).map(show)).to.deep.equal(['a']);
    expect(select(map({ Block: list() }), path).map(show)).to.deep.equal(['absent']);
    expect(select(map({}), path).map(show)).to.deep.equal(['absent']);
  });

  it('never combines the two arms of one condition', () => {
    const value = either('C', map({ A: either('C', text('x'), text('y')) }), absent);
    expect(select(value, ['A']).map(show)).to.deep.equal(['C: x', 'not C: absent']);
  });
});

describe('listAlternatives', () => {
  it('gives each list that conditional items can leave', () => {
    const value = list(text('a'), either('C', text('b'), absent), either('D', text('c'), text('d')));
    expect(listAlternatives(value).map(show)).to.deep.equal([
      'C and D: [a b c]',
      'C and not D: [a b d]',
      'not C and D: [a c]',
      'not C and not D: [a d]',
    ]);
  });

  it('adds the items of an arm that is a list one by one, also from a condition inside it', () => {
    const value = list(either('C', list(text('a'), either('D', text('b'), absent)), absent));
    expect(listAlternatives(value).map(show)).to.deep.equal([
      'C and D: [a b]',
      'C and not D: [a]',
      'not C: []',
    ]);
  });

  it('does not follow more combinations than it can, and says so', () => {
    const value = list(
      ...Array.from({ length: 40 }, (_, index) => either(`C${String(index)}`, text('a'), absent)),
    );
    expect(listAlternatives(value).map(({ value: { kind } }) => kind)).to.deep.equal(['unknown']);
  });
});
