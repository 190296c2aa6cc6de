import { expect } from 'chai';
import { all, any, not, type Tri } from '../../src/value/tri.js';

const doubt: Tri = { why: 'it is not known', settle: 'a literal value' };

describe('three-valued answers', () => {
  it('are all true, or false as soon as one is false, whatever the doubts', () => {
    expect(all(true, true)).to.equal(true);
    expect(all(doubt, false)).to.equal(false);
    expect(all(true, doubt)).to.equal(doubt);
  });

  it('are true as soon as one is true, whatever the doubts, and false only if all are', () => {
    expect(any(doubt, true)).to.equal(true);
    expect(any(false, false)).to.equal(false);
    expect(any(false, doubt)).to.equal(doubt);
  });

  it('keep a doubt when negated', () => {
    expect(not(true)).to.equal(false);
    expect(not(doubt)).to.equal(doubt);
  });
});
