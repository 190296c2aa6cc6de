import { expect } from 'chai';
import { didYouMean, nearest } from '../../src/text/nearest.js';

describe('nearest', () => {
  const words = ['channel-unverified', 'trail-missing', 'off'];

  it('finds the word that a mistyped one means', () => {
    expect(nearest('chanel-unverifed', words)).to.equal('channel-unverified');
    expect(nearest('OF', words)).to.equal('off');
  });

  it('finds nothing for a word that is like none', () => {
    expect(nearest('completely-different', words)).to.equal(undefined);
    expect(didYouMean('completely-different', words)).to.equal('');
  });

  it('does not compare a text that is too long to be a mistyped word', () => {
    expect(nearest('off'.repeat(100_000), words)).to.equal(undefined);
  });
});
