import { expect } from 'chai';
import { condensed, lackingIn } from '../../src/model/lacking.js';
import { describe as inWords, type Assumptions } from '../../src/value/assumption.js';
import type { Tri } from '../../src/value/tri.js';
import { condition } from '../value/values.js';

function lacking(...candidates: [verdict: Tri, when?: Assumptions][]): string[] {
  return lackingIn(
    candidates.map(([verdict, when = []]) => ({ verdict, when })),
    [],
  ).map(({ verdict, when }) => `${verdict === true ? 'lacks' : 'doubt'} ${inWords(when) ?? 'always'}`);
}

describe('lackingIn', () => {
  const [isProd, isTest] = [[condition('IsProd')], [condition('IsProd', false)]];

  it('lacks always what no candidate is', () => {
    expect(lacking()).to.deep.equal(['lacks always']);
    expect(lacking([false])).to.deep.equal(['lacks always']);
  });

  it('lacks nothing that one candidate is, whatever the others', () => {
    expect(lacking([false], [true], [false, isProd])).to.deep.equal([]);
  });

  it('lacks it in the arm in which no candidate is it', () => {
    expect(lacking([true, isProd], [false, isTest])).to.deep.equal(['lacks not IsProd']);
    expect(lacking([true, isProd], [true, isTest])).to.deep.equal([]);
  });

  it('doubts where a candidate is doubtful', () => {
    expect(lacking([{ why: 'unknown', settle: 'a literal' }])).to.deep.equal(['doubt always']);
  });

  it('does not follow many conditions', () => {
    const many = ['A', 'B', 'C', 'D', 'E'].map((name): [boolean, Assumptions] => [true, [condition(name)]]);
    expect(lacking(...many)).to.deep.equal(['doubt always']);
  });
});

describe('condensed', () => {
  const isProd = [condition('IsProd')];
  const doubt: Tri = { why: 'unknown', settle: 'a literal' };

  it('keeps one of all that answer alike and rest on the same', () => {
    const many = [false, true, doubt, true, doubt].map((verdict) => ({ verdict, when: isProd }));
    expect(condensed(many).map(({ verdict }) => verdict)).to.deep.equal([true, doubt]);
  });

  it('keeps nothing beside what is always there', () => {
    expect(
      condensed([
        { verdict: doubt, when: [] },
        { verdict: true, when: [] },
      ]),
    ).to.have.lengthOf(1);
  });
});
