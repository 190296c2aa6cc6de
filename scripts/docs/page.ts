import type { RegisteredRule } from '../../src/rule/rule.js';
import { faultsOfExample, runExamples, withOutputs } from './examples.js';
import { joinSegments, sectionsOf, setBetween, splitSegments } from './markdown.js';

/** The sections of a rule's page, in their order. */
export const sectionTitles = ['Why', 'Examples', 'Undecided', 'Limits', 'Options', 'Source'];

/** A rule's page with its facts and its examples' output as they really are. */
export function rewritePage(page: string, rule: RegisteredRule, rules: readonly RegisteredRule[]): string {
  const { severity, profile, fixable } = rule.rule;
  const fix = fixable === true ? ' · has a fix' : '';
  const facts = `Severity \`${severity}\` · profile \`${profile}\` · practice \`${rule.practice}\`${fix}`;
  const segments = splitSegments(setBetween(page, 'facts', facts) ?? page);
  return joinSegments(withOutputs(runExamples(segments, rule, rules)));
}

/** What is wrong with a rule and its page; empty when a reader gets what the house promises. */
export function faultsOfPage(page: string, rule: RegisteredRule, rules: readonly RegisteredRule[]): string[] {
  const { id } = rule;
  const { summary, message, help } = rule.rule;
  const faults: string[] = [];
  if (!/^(?:Disallow|Require) .+\.$/.test(summary))
    faults.push('the summary is no sentence that disallows or requires');
  if (!isSentence(message)) faults.push('the message is not one sentence that ends in a full stop');
  if (!help.endsWith('.')) faults.push('the help is no sentence');

  if (page.split('\n', 1)[0] !== `# ${id}`) faults.push(`the first line is not "# ${id}"`);
  if (setBetween(page, 'facts', '') === undefined) faults.push('there is no place for the facts');
  if (firstParagraph(page) !== summary) faults.push('the first paragraph is not the summary of the rule');

  const sections = sectionsOf(page);
  if ([...sections.keys()].join() !== sectionTitles.join())
    faults.push(`the sections are ${[...sections.keys()].join(', ')}, not ${sectionTitles.join(', ')}`);
  for (const [title, content] of sections)
    if (content.trim() === '') faults.push(`the section ${title} is empty`);
  return [...faults, ...faultsOfExamples(page, rule, rules)];
}

function faultsOfExamples(page: string, rule: RegisteredRule, rules: readonly RegisteredRule[]): string[] {
  const examplesIn = (markdown: string) =>
    runExamples(splitSegments(markdown), rule, rules).flatMap(({ example }) => example ?? []);
  const kinds = examplesIn(sectionsOf(page).get('Examples') ?? '').map(({ kind }) => kind);
  const schemaRule = rules.find(({ id }) => id === 'schema-invalid' && id !== rule.id);
  // A rule that never finds anything shows what it leaves undecided.
  const hasWrong = kinds.includes('wrong') || kinds.includes('undecided');
  return [
    ...(hasWrong ? [] : ['there is no wrong example']),
    ...(kinds.includes('right') ? [] : ['there is no right example']),
    ...examplesIn(page).flatMap((example) => faultsOfExample(example, schemaRule)),
  ];
}

/** The first paragraph after the heading and the facts, with its lines joined. */
function firstParagraph(page: string): string | undefined {
  const body = page.slice(page.indexOf('<!-- /facts -->') + '<!-- /facts -->'.length);
  return body
    .trim()
    .split(/\n\s*\n/, 1)[0]
    ?.replaceAll('\n', ' ');
}

/** One sentence: a capital, a quotation or a placeholder first, one full stop, at its end. */
function isSentence(text: string): boolean {
  return /^[A-Z"{].*\.$/.test(text) && !/[.!?]["')]? +["A-Z{]/.test(text);
}
