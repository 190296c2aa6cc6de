import { expect } from 'chai';
import { isOlder, readVersion, takesOnlyOlder } from '../../src/value/version.js';

describe('a version', () => {
  it('is read with as many numbers as it has, and at least three', () => {
    expect(readVersion('2.200.0')).to.deep.equal([2, 200, 0]);
    expect(readVersion(' v1.9')).to.deep.equal([1, 9, 0]);
    expect(readVersion('6.0.0-beta1')).to.deep.equal([6, 0, 0]);
    expect(readVersion('1.2.3.4')).to.deep.equal([1, 2, 3, 4]);
  });

  it('is not read from other texts', () => {
    for (const text of ['', 'new', '1.', '1.2.3.4.5', '1,2', '1 2', `1.${'0'.repeat(20)}`, '1'.repeat(300)])
      expect(readVersion(text), text).to.equal(undefined);
  });

  it('is compared number by number', () => {
    expect(isOlder([1, 9, 8], [1, 10, 0])).to.equal(true);
    expect(isOlder([1, 10, 0], [1, 9, 8])).to.equal(false);
    expect(isOlder([1, 9, 0], [1, 9, 0])).to.equal(false);
    expect(isOlder([1, 9, 0], [1, 9, 0, 1])).to.equal(true);
  });
});

describe('a constraint', () => {
  const minimum = [6, 0, 0];
  const cases: Readonly<Record<string, boolean | undefined>> = {
    '5.31.0': true,
    '= 5.31.0': true,
    '6.0.0': false,
    '<= 5.99': true,
    '<= 6': false,
    '< 6.0.0': true,
    '< 6.0.1': false,
    '>= 3.0': false,
    '> 1': false,
    '!= 5.0.0': false,
    '~> 5.0': true,
    '~>5.31.0': true,
    '~> 6.0': false,
    // Terraform lets the last number rise that is written, and here that is the only one.
    '~> 5': false,
    '>= 3.0, < 6.0': true,
    '>= 3.0, < 7.0': false,
    '': undefined,
    newest: undefined,
    '>= 5.0,': undefined,
    '=> 5.0': undefined,
  };
  for (const [constraint, expected] of Object.entries(cases))
    it(`"${constraint}" takes ${expected === true ? 'only' : 'not only'} versions below 6.0.0`, () => {
      expect(takesOnlyOlder(constraint, minimum)).to.equal(expected);
    });
});
