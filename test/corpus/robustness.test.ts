import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../rules/index.js';
import { lint } from '../../src/engine/lint.js';
import { readTemplateText } from '../../src/engine/read.js';
import type { Document } from '../../src/parse/document.js';
import type { Outcome } from '../../src/report/outcome.js';
import { defaultSettings } from '../../src/rule/settings.js';
import type { Profile } from '../../src/rule/rule.js';
import { isRelevant, lintAlone } from '../../scripts/noise/measure.js';
import { corpus, corpusFiles, hasCorpus } from './files.js';

function lintDocuments(documents: readonly Document[], profile: Profile): Outcome {
  return lint(documents, {
    rules,
    profile,
    levels: new Map(),
    settings: defaultSettings,
    isReported: () => true,
  });
}

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

  const terraform = corpusFiles('terraform-').map(
    (path) => [path, readFileSync(join(corpus, path), 'utf8')] as const,
  );

  it('has Terraform’s documents, all of which are read as what they are', async () => {
    const faults: string[] = [];
    for (const [path, text] of terraform) {
      const { document, problem } = await readTemplateText(text, path, true);
      const found =
        problem === undefined
          ? lintDocuments(document === undefined ? [] : [document], 'strict').problems
          : [problem];
      faults.push(
        ...found
          .filter(
            ({ code, range }) =>
              code !== 'not-a-template' && (code === 'internal-error' || range === undefined),
          )
          .map(({ code, message }) => `${path}: ${code}: ${message}`),
      );
    }
    expect(terraform.length).to.be.greaterThan(60);
    expect(faults).to.deep.equal([]);
  });

  it('has plans of all format versions, which are met while walking', async () => {
    let read = 0;
    for (const [path, text] of terraform) {
      if (!text.includes('"resource_changes"')) continue;
      const { document } = await readTemplateText(text, path, false);
      const { resources, findings } = lintDocuments(document === undefined ? [] : [document], 'recommended');
      expect(resources, path).to.be.greaterThan(0);
      expect(isRelevant(text) ? [] : findings.map(({ message }) => message), path).to.deep.equal([]);
      read += 1;
    }
    expect(read).to.be.greaterThan(40);
  });
});
