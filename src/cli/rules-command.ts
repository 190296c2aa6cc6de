import { readFileSync } from 'node:fs';
import type { RegisteredRule } from '../index.js';
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
  return { text: id === undefined ? list(wanted) : wanted.map(explain).join('\n') };
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

/** The rule's page, which ships with the package, without the marks of what is generated in it. */
function explain({ id, practice }: RegisteredRule): string {
  // The bundle's parts lie in dist/chunks/, as this file lies in src/cli/: two folders below the package.
  const page = new URL(`../../rules/${practice}/${id}/rule.md`, import.meta.url);
  return readFileSync(page, 'utf8').replace(/<!-- .* -->\n\n?/g, '');
}
