import { expect } from 'chai';
import { noiseOf } from '../../scripts/noise/measure.js';
import { corpusFiles, hasCorpus } from './files.js';

describe('noise on the corpus of real templates', function () {
  this.timeout(120_000);
  before(function () {
    if (!hasCorpus) this.skip();
  });

  it('is none where there is nothing of Incident Manager, chat or their permissions', () => {
    const { irrelevant, misplaced } = noiseOf(corpusFiles('cfn-'), 'recommended');
    expect(irrelevant).to.be.greaterThan(700);
    expect(misplaced, misplaced.slice(0, 20).join('\n')).to.deep.equal([]);
  });
});
