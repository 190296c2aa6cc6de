import type { RegisteredRule } from '../index.js';
import { rulePage } from '../engine/rule-page.js';
import { docsOf } from '../index.js';
import { didYouMean } from '../text/nearest.js';
import type { RulesCommand } from './args.js';

/** What `rules` prints, or why it cannot. */
export type RulesAnswer = { readonly text: string } | { readonly wrong: string };

/** Lists all rules, or explains the one that is asked for. */
export function answerRules({ id, format }: RulesCommand, rules: readonly RegisteredRule[]): RulesAnswer {
  const wanted = id === undefined ? rules : rules.filter((rule) => rule.id === id);
  if (id !== undefined && wanted.length === 0) {
    const hint = didYouMean(
      id,
      rules.map((rule) => rule.id),
    );
    return { wrong: `unknown rule "${id}"${hint}` };
  }
  if (format === 'json')
    return { text: `${JSON.stringify({ version: 1, rules: wanted.map(entryOf) }, undefined, 2)}\n` };
  return { text: id === undefined ? list(wanted) : wanted.map(rulePage).join('\n') };
}

function entryOf(registered: RegisteredRule) {
  const { id, practice, rule } = registered;
  const { severity, profile, summary } = rule;
  return {
    id,
    practice,
    severity,
    profile,
    summary,
    docs: docsOf(registered),
    fixable: rule.fixable ?? false,
    options: rule.options ?? [],
  };
}

function list(rules: readonly RegisteredRule[]): string {
  const width = Math.max(0, ...rules.map(({ id }) => id.length));
  return [...groups(rules)]
    .map(([practice, members]) => {
      const lines = members.map(
        ({ id, rule }) =>
          `  ${id.padEnd(width)}  ${rule.severity.padEnd(7)}  ${rule.profile.padEnd(11)}  ${rule.summary}\n`,
      );
      return `${practice}\n${lines.join('')}`;
    })
    .join('\n');
}

function groups(rules: readonly RegisteredRule[]): Map<string, RegisteredRule[]> {
  const byPractice = new Map<string, RegisteredRule[]>();
  for (const rule of rules) byPractice.set(rule.practice, [...(byPractice.get(rule.practice) ?? []), rule]);
  return byPractice;
}
