import { expect } from 'chai';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rules } from '../rules/index.js';
import { lintTexts } from '../scripts/docs/lint-texts.js';
import { SourceFile } from '../src/text/source-file.js';
import type { RuleCases } from './rule-cases.js';
import { expectCase, expectSameAsJson, expectValid } from './rule-cases/expect-case.js';
import { filesOf, judgeCase, settingsOf } from './rule-cases/judge.js';
import { readMarks } from './rule-cases/marks.js';
import { groups, weaknessesOf } from './rule-cases/weaknesses.js';

const folder = path.join(import.meta.dirname, '../rules');

const schemaRule = rules.find(({ id }) => id === 'schema-invalid');

async function casesOf(practice: string, id: string): Promise<RuleCases> {
  const file = path.join(folder, practice, id, 'cases.ts');
  // A folder's cases are known by their place alone; the tester looks at what they hold.
  const module = (await import(pathToFileURL(file).href)) as { default: RuleCases };
  return module.default;
}

const tested = await Promise.all(
  rules
    .filter(({ practice, id }) => existsSync(path.join(folder, practice, id, 'cases.ts')))
    .map(async (rule) => ({ rule, cases: await casesOf(rule.practice, rule.id) })),
);

describe('rules', () => {
  it('are all listed in rules/index.ts and all have cases', () => {
    const folders = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => readdirSync(path.join(folder, name)).map((id) => `${name}/${id}`));
    expect(folders).not.to.deep.equal([]);
    expect(rules.map(({ practice, id }) => `${practice}/${id}`)).to.have.members(folders);
    expect(tested.map(({ rule }) => `${rule.practice}/${rule.id}`)).to.have.members(folders);
  });

  it('have identifiers that occur once', () => {
    expect(new Set(rules.map(({ id }) => id)).size).to.equal(rules.length);
  });
});

for (const { rule, cases } of tested) {
  describe(rule.id, () => {
    it('has cases that prove enough', () => {
      expect(weaknessesOf(cases)).to.deep.equal([]);
    });

    for (const group of groups) {
      for (const ruleCase of cases[group] ?? []) {
        it(`${group}: ${ruleCase.name}`, () => {
          expectCase(rule, ruleCase);
          expectSameAsJson(rule, ruleCase);
          if (schemaRule !== undefined && schemaRule !== rule) expectValid(schemaRule, ruleCase);
        });
      }
    }

    it('says whether its findings have fixes', () => {
      const all = groups.flatMap((group) => cases[group] ?? []);
      const fixes = all.flatMap((ruleCase) =>
        judgeCase(rule, ruleCase).outcome.findings.flatMap(({ fix }) => fix ?? []),
      );
      expect(fixes.length > 0).to.equal(rule.rule.fixable === true);
    });

    it('has cases on which no other rule fails', () => {
      for (const group of groups) {
        for (const { template, settings } of cases[group] ?? []) {
          const files = filesOf(template).map(
            ([name, marked]) => new SourceFile(name, readMarks(marked).text),
          );
          const { problems } = lintTexts(files, rules, settingsOf(settings));
          expect(problems.filter(({ code }) => code === 'internal-error')).to.deep.equal([]);
        }
      }
    });
  });
}
