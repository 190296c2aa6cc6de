import { expect } from 'chai';
import { lintTexts } from '../../scripts/docs/lint-texts.js';
import type { RegisteredRule } from '../../src/rule/rule.js';
import { defaultSettings } from '../../src/rule/settings.js';
import { SourceFile } from '../../src/text/source-file.js';
import type { RuleCase } from '../rule-cases.js';
import { asJson, filesOf, judgeCase, withoutPlaces } from './judge.js';
import { readMarks } from './marks.js';

/** Fails unless the rule says exactly what the case says it does: the same places, and what is listed of each. */
export function expectCase(rule: RegisteredRule, ruleCase: RuleCase): void {
  const { outcome, expected, actual } = judgeCase(rule, ruleCase);
  const { findings, undecided, problems } = outcome;
  expect(
    problems.map(({ code }) => code),
    `problems: ${problems.map(({ message }) => message).join('; ')}`,
  ).to.deep.equal(ruleCase.problems ?? []);
  expect(actual, 'what the rule reports (+ expected, - actual)').to.equal(expected);

  const possible = findings.filter(({ certainty }) => certainty === 'possible');
  expectEach('severity', findings, ruleCase.severity ?? rule.rule.severity, ({ severity }) => severity);
  expectEach('message', findings, ruleCase.message, ({ message }) => message);
  expectEach('when', possible, ruleCase.when, ({ when }) => when);
  expectEach('reason', undecided, ruleCase.reason, ({ reason }) => reason);
  for (const { message } of findings)
    // `${Name}` is a gap in a value; `{name}` is a placeholder that the rule did not fill.
    expect(message, 'a placeholder is left in the message').not.to.match(/(?<!\$)\{\w+\}/);
}

/** Fails unless the rule says the same of a YAML case as JSON. Returns false where a case cannot be converted. */
export function expectSameAsJson(rule: RegisteredRule, ruleCase: RuleCase): boolean {
  const converted = asJson(ruleCase);
  if (converted === undefined) return false;
  const yaml = judgeCase(rule, ruleCase).outcome;
  const json = judgeCase(rule, converted).outcome;
  expect(withoutPlaces(json), 'the same template as JSON').to.deep.equal(withoutPlaces(yaml));
  return true;
}

/** Fails when a template breaks AWS's schema, as the rule `schema-invalid` knows it, though the case does not say so. */
export function expectValid(schemaRule: RegisteredRule, ruleCase: RuleCase): void {
  if (ruleCase.invalid === true) return;
  const files = filesOf(ruleCase.template).map(
    ([name, marked]) => new SourceFile(name, readMarks(marked).text),
  );
  const { findings } = lintTexts(files, [schemaRule], defaultSettings);
  const found = findings.map(({ file, range, message }) => `${file}:${String(range.start.line)}: ${message}`);
  expect(found, 'the template breaks the schema').to.deep.equal([]);
}

function expectEach<Entry>(
  what: string,
  entries: readonly Entry[],
  wanted: string | readonly string[] | undefined,
  valueOf: (entry: Entry) => string | undefined,
): void {
  if (wanted === undefined) return;
  const each = typeof wanted === 'string' ? entries.map(() => wanted) : wanted;
  expect(entries.map(valueOf), what).to.deep.equal(each);
}
