import { expect } from 'chai';
import { combinations } from '../../src/model/combinations.js';
import { condition } from '../value/values.js';

describe('combinations', () => {
  const yes = { when: [condition('A')], name: 'yes' };
  const no = { when: [condition('A', false)], name: 'no' };
  const always = { when: [], name: 'always' };

  it('take one arm of each list, and leave out contradictions', () => {
    const names = combinations([[yes, no], [always], [no, yes]], [])?.map(({ arms }) =>
      arms.map(({ name }) => name),
    );
    expect(names).to.deep.equal([
      ['yes', 'always', 'yes'],
      ['no', 'always', 'no'],
    ]);
  });

  it('are not followed beyond a limit', () => {
    const lists = Array.from({ length: 7 }, (_, index) => [
      { when: [condition(`C${String(index)}`)] },
      { when: [condition(`C${String(index)}`, false)] },
    ]);
    expect(combinations(lists, [])).to.equal(undefined);
    expect(combinations(lists.slice(1), [])).to.have.length(64);
  });
});
