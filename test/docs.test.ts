import { expect } from 'chai';
import path from 'node:path';
import { rules } from '../rules/index.js';
import { projectPages, rulePage } from '../scripts/docs/documents.js';
import { faultsOfPage } from '../scripts/docs/page.js';

const root = path.join(import.meta.dirname, '..');

describe('the pages', () => {
  for (const rule of rules)
    it(`of ${rule.id} hold what the rule does (npm run docs)`, async () => {
      const page = await rulePage(root, rule, rules);
      if (page === undefined) expect.fail('there is no rule.md');
      expect(faultsOfPage(page.text, rule, rules)).to.deep.equal([]);
      expect(page.text).to.equal(page.wanted);
    });

  it('of the project hold what the built command prints (npm run docs)', async () => {
    const pages = await projectPages(root, rules);
    expect(pages.map((page) => page.path)).to.include('README.md');
    for (const { text, wanted } of pages) expect(text).to.equal(wanted);
  });
});
