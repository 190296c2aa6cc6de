import type { RuleCase, RuleCases } from '../rule-cases.js';
import { filesOf } from './judge.js';
import { readMarks, type MarkKind } from './marks.js';

/** The groups of a rule's cases. */
export type Group = Exclude<keyof RuleCases, 'neverFinds' | 'alwaysCertain'>;

export const groups: readonly Group[] = ['good', 'bad', 'possible', 'undecided'];

const needed: Readonly<Partial<Record<Group, MarkKind>>> = {
  bad: 'finding',
  possible: 'possible',
  undecided: 'undecided',
};

/** Why the cases of a rule prove too little; empty when they do not. */
export function weaknessesOf(cases: RuleCases): string[] {
  const all = groups.flatMap((group) => (cases[group] ?? []).map((ruleCase) => ({ group, ruleCase })));
  const faults: string[] = [];
  if (cases.good.length === 0) faults.push('no good case');
  if (cases.bad.length === 0 && cases.neverFinds === undefined) faults.push('no bad case');
  const isOpen = (cases.possible ?? []).length > 0 || (cases.undecided ?? []).length > 0;
  if (!isOpen && cases.alwaysCertain === undefined) faults.push('no possible and no undecided case');

  const texts = all.flatMap(({ ruleCase }) =>
    filesOf(ruleCase.template).map(([, marked]) => readMarks(marked).text),
  );
  if (!texts.some(isJson)) faults.push('no case is written as JSON');
  if (texts.every(isJson)) faults.push('no case is written as YAML');

  for (const { group, ruleCase } of all) faults.push(...markFaults(group, ruleCase));
  faults.push(
    ...repeated(all.map(({ ruleCase }) => ruleCase.name)).map((name) => `two cases are named "${name}"`),
    ...repeatedTemplates(all.map(({ ruleCase }) => ruleCase)),
  );
  return faults;
}

function markFaults(group: Group, { name, template }: RuleCase): string[] {
  const kinds = filesOf(template).flatMap(([, marked]) => readMarks(marked).marks.map(({ kind }) => kind));
  const wanted = needed[group];
  if (wanted === undefined) return kinds.length === 0 ? [] : [`the ${group} case "${name}" has a mark`];
  return kinds.includes(wanted) ? [] : [`the ${group} case "${name}" has no mark of its kind`];
}

/** The same template may stand twice under different settings: that is what the second case is about. */
function repeatedTemplates(all: readonly RuleCase[]): string[] {
  const keyed = all.map(({ name, template, settings = {}, base = '' }) => {
    const texts = filesOf(template).map(([, marked]) => readMarks(marked).text);
    return { name, key: JSON.stringify([texts, settings, base]) };
  });
  return repeated(keyed.map(({ key }) => key)).map((key) => {
    const names = keyed.filter((entry) => entry.key === key).map(({ name }) => `"${name}"`);
    return `the same template is judged by ${names.join(' and ')}`;
  });
}

function isJson(text: string): boolean {
  return /^\s*\{/.test(text);
}

function repeated(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text, index) => texts.indexOf(text) !== index))];
}
