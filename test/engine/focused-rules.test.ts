import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rules } from '../../rules/index.js';
import { parseText } from '../../scripts/docs/lint-texts.js';
import { focus } from '../../src/engine/focus.js';
import { lint } from '../../src/engine/lint.js';
import type { Document } from '../../src/parse/document.js';
import { defaultSettings } from '../../src/rule/settings.js';
import { SourceFile } from '../../src/text/source-file.js';
import { filesOf } from '../rule-cases/judge.js';
import { readMarks } from '../rule-cases/marks.js';
import type { RuleCases } from '../rule-cases.js';

const samples = path.join(import.meta.dirname, '../../samples/cloudformation');

/** A version is written in a file of its own, apart from the resource that it is told of. */
const looking = rules.filter(({ id }) => id !== 'tools-outdated');

function lintReported(documents: readonly Document[], isReported: (file: string) => boolean) {
  const options = { profile: 'strict', levels: new Map(), settings: defaultSettings } as const;
  return lint(documents, { ...options, rules: looking, isReported });
}

/** Fails when a file says something else alone, with the others as context, than in a report on all of them. */
function expectSameAlone(documents: readonly Document[]): void {
  const whole = lintReported(documents, () => true);
  for (const { file } of documents) {
    const isReported = (name: string): boolean => name === file.path;
    const alone = lintReported(documents, isReported);
    const expected = focus(whole, { isReported });
    expect(alone.findings).to.deep.equal(expected.findings);
    expect(alone.undecided).to.deep.equal(expected.undecided);
    expect(alone.problems).to.deep.equal(expected.problems);
  }
}

describe('a report on one file', () => {
  for (const name of readdirSync(samples))
    it(`is that part of the report on all files, for the sample ${name}`, () => {
      const files = readdirSync(path.join(samples, name)).filter(
        (file) => /\.(?:ya?ml|json)$/.test(file) && !file.startsWith('incident-lint'),
      );
      expectSameAlone(
        files.map((file) =>
          parseText(new SourceFile(file, readFileSync(path.join(samples, name, file), 'utf8'))),
        ),
      );
    });

  it("is that part of the report on all files, for every rule's cases of several files", async () => {
    let count = 0;
    for (const { practice, id } of rules) {
      const module = (await import(`../../rules/${practice}/${id}/cases.js`)) as { default: RuleCases };
      const { good, bad, possible = [], undecided = [] } = module.default;
      for (const { template } of [...good, ...bad, ...possible, ...undecided]) {
        const files = filesOf(template);
        if (files.length < 2) continue;
        count += 1;
        expectSameAlone(
          files.map(([name, marked]) => parseText(new SourceFile(name, readMarks(marked).text))),
        );
      }
    }
    expect(count).to.be.greaterThan(20);
  });
});
