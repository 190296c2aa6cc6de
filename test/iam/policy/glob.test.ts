import { expect } from 'chai';
import { globCovers, globMatches, globsMeet } from '../../../src/iam/policy/glob.js';

describe('globMatches', () => {
  for (const [glob, text, expected] of [
    ['*', '', true],
    ['Start*', 'StartIncident', true],
    ['?tart*ent', 'StartIncident', true],
    ['*Incident', 'StartIncidents', false],
    ['St*rt*In?ident', 'StartIncident', true],
    ['StartIncident', 'StartIncident', true],
    ['?', '', false],
    ['**?**', 'a', true],
  ] as const)
    it(`${glob} ${expected ? 'matches' : 'does not match'} "${text}"`, () => {
      expect(globMatches(glob, text)).to.equal(expected);
    });

  it('answers for a pattern that would make a backtracking matcher hang', () => {
    expect(globMatches('a*'.repeat(50_000), `${'a'.repeat(60_000)}b`)).to.equal(true);
    expect(globMatches(`${'a*'.repeat(20)}c`, 'a'.repeat(60))).to.equal(false);
    expect(globMatches('*'.repeat(1_000_000), 'StartIncident')).to.equal(true);
  });
});

describe('globCovers', () => {
  for (const [outer, inner, expected] of [
    ['*', 'a*', true],
    ['a*', '*', false],
    ['Start*', 'StartIn*', true],
    ['a?', 'ab', true],
    ['a?', 'a*', false],
    ['a?*', 'a*?', true],
    ['ab', 'a?', false],
    ['*/*', 'contact/*', true],
  ] as const)
    it(`${outer} ${expected ? 'covers' : 'does not cover'} ${inner}`, () => {
      expect(globCovers(outer, inner)).to.equal(expected);
    });
});

describe('globsMeet', () => {
  for (const [left, right, expected] of [
    ['a*', '*b', true],
    ['a*', 'b*', false],
    ['?b', 'a?', true],
    ['contact*', 'contact/?*', true],
    ['contact', 'contact/?*', false],
    ['*/x', 'contact/?*', true],
    ['*', '', true],
    ['a', '', false],
    ['a*c', 'ab*', true],
    ['*a*', '*b*', true],
  ] as const)
    it(`${left} and ${right} ${expected ? 'meet' : 'do not meet'}`, () => {
      expect(globsMeet(left, right)).to.equal(expected);
      expect(globsMeet(right, left)).to.equal(expected);
    });
});
