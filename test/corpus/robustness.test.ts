import { expect } from 'chai';
import { rules } from '../../rules/index.js';
import { lint } from '../../src/engine/lint.js';
import type { Outcome } from '../../src/report/outcome.js';
import { defaultSettings } from '../../src/rule/settings.js';
import type { Profile } from '../../src/rule/rule.js';
import { corpusFiles, hasCorpus, parseCorpusFile } from './files.js';

function lintAlone(path: string, profile: Profile): Outcome {
  return lint([parseCorpusFile(path)], {
    rules,
    profile,
    levels: new Map(),
    settings: defaultSettings,
    isReported: () => true,
  });
}

/** What makes a file this tool's business, searched for in its text. */
const relevant = /SSMIncidents|SSMContacts|AWS::Chatbot|ssm-incidents|ssm-contacts|ssm-\*|ssm\*|"s\*:/i;

describe('the corpus of real templates', function () {
  this.timeout(120_000);
  const files = corpusFiles('cfn-');
  before(function () {
    if (!hasCorpus) this.skip();
  });

  it('is read without a failure of ours, and every problem has a place', () => {
    const faults = files.flatMap((path) =>
      lintAlone(path, 'strict')
        .problems.filter(
          ({ code, file, range }) => code === 'internal-error' || file === undefined || range === undefined,
        )
        .map(({ code, message }) => `${path}: ${code}: ${message}`),
    );
    expect(files.length).to.be.greaterThan(800);
    expect(faults).to.deep.equal([]);
  });

  it('brings no finding where there is nothing of Incident Manager, chat or their permissions', () => {
    const noise = files.flatMap((path) => {
      const document = parseCorpusFile(path);
      if (relevant.test(document.file.text)) return [];
      return lintAlone(path, 'recommended').findings.map(
        ({ ruleId, message }) => `${path}: ${ruleId}: ${message}`,
      );
    });
    expect(noise, noise.slice(0, 20).join('\n')).to.deep.equal([]);
  });
});
