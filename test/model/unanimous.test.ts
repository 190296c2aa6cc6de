import { expect } from 'chai';
import { unanimous } from '../../src/model/unanimous.js';
import { SourceFile } from '../../src/text/source-file.js';
import type { Assumption } from '../../src/value/assumption.js';

const scope = new SourceFile('template.yaml', '');
const isProd: Assumption = { kind: 'condition', scope, name: 'IsProd', holds: true };
const isNotProd: Assumption = { ...isProd, holds: false };
const byDefault: Assumption = { kind: 'default', declaredAs: 'parameter', scope, name: 'Defer' };
const doubt = { why: 'nobody knows', settle: 'somebody' };

describe('the ways in which one thing turns out', () => {
  it('are one fault when all are', () => {
    const ways = [
      { verdict: true, when: [isProd], fault: 'first' },
      { verdict: true, when: [isNotProd], fault: 'second' },
    ];
    expect(unanimous(ways, [])).to.deep.equal([{ verdict: true, when: [], fault: 'first' }]);
  });

  it('keep what the thing itself rests on', () => {
    expect(unanimous([{ verdict: true, when: [byDefault, isProd] }], [byDefault])).to.deep.equal([
      { verdict: true, when: [byDefault] },
    ]);
  });

  it('are each a fault of its own when some are', () => {
    const fault = { verdict: true, when: [isProd] };
    expect(unanimous([fault, { verdict: false, when: [isNotProd] }], [])).to.deep.equal([fault]);
  });

  it('are never all there are where one rests on a default', () => {
    const fault = { verdict: true, when: [byDefault] };
    expect(unanimous([fault], [])).to.deep.equal([fault]);
  });

  it('are doubted once', () => {
    const fault = { verdict: true, when: [isProd] };
    const ways = [{ verdict: doubt, when: [isNotProd] }, fault, { verdict: doubt, when: [] }];
    expect(unanimous(ways, [])).to.deep.equal([fault, { verdict: doubt, when: [isNotProd] }]);
  });

  it('say nothing when none is a fault, or there is none', () => {
    expect(unanimous([{ verdict: false, when: [] }], [])).to.deep.equal([]);
    expect(unanimous([], [])).to.deep.equal([]);
  });
});
