import { spawnSync } from 'node:child_process';
import type { RegisteredRule } from '../../src/rule/rule.js';
import { setBetween } from './markdown.js';

/** The practices as AWS's guide names them, in its order; the last two are our own additions. */
const practiceTitles: Readonly<Record<string, string>> = {
  'least-privilege': 'Implement least privilege access',
  contacts: 'Create and manage contacts',
  chat: 'Make chat channels private',
  tools: 'Keep AWS tools up to date',
  inventory: 'Identify and audit all Incident Manager resources',
  trail: 'Use AWS CloudTrail',
  advisories: 'Monitor AWS security advisories',
  availability: 'Beyond the guide: availability',
  suppressions: 'Beyond the guide: suppressions',
};

/** Every rule in a table for each practice. */
export function ruleTables(rules: readonly RegisteredRule[]): string {
  const practices = Object.entries(practiceTitles).map(([practice, title]) => ({
    title,
    members: rules.filter((rule) => rule.practice === practice),
  }));
  const listed = practices.flatMap(({ members }) => members);
  const unlisted = rules.find((rule) => !listed.includes(rule));
  if (unlisted !== undefined) throw new Error(`the practice ${unlisted.practice} has no title in readme.ts`);
  return practices
    .filter(({ members }) => members.length > 0)
    .map(({ title, members }) =>
      [
        `**${title}**\n`,
        '| rule | severity | profile | summary |',
        '| --- | --- | --- | --- |',
        ...members.map(row),
      ].join('\n'),
    )
    .join('\n\n');
}

function row({ id, practice, rule: { severity, profile, summary } }: RegisteredRule): string {
  return `| [\`${id}\`](rules/${practice}/${id}/rule.md) | ${severity} | ${profile} | ${summary.replaceAll('|', '\\|')} |`;
}

/** The text with the table of rules as they are; texts without a place for it stay as they are. */
export function withRuleTables(markdown: string, rules: readonly RegisteredRule[]): string {
  return setBetween(markdown, 'rules', ruleTables(rules)) ?? markdown;
}

/** Runs a command line of ours in the project's root and gives what it printed on standard output. */
export type RunCommand = (command: string) => string;

/** The text with every `<!-- run: … -->` block holding what its command prints. */
export function withRuns(markdown: string, run: RunCommand): string {
  return markdown.replace(
    /<!-- run: (.+?) -->\n[^]*?<!-- \/run -->/g,
    (_, command: string) =>
      `<!-- run: ${command} -->\n\n\`\`\`console\n$ ${command}\n${run(command).trimEnd()}\n\`\`\`\n\n<!-- /run -->`,
  );
}

/** Runs the built command; nothing but it can be run, and without a shell. */
export function runBuilt(root: string): RunCommand {
  return (command) => {
    const [node, script, ...rest] = command.split(' ');
    if (node !== 'node' || script !== 'dist/incident-lint.js')
      throw new Error(`only node dist/incident-lint.js can be run, not ${command}`);
    const { stdout, stderr, status, error } = spawnSync(process.execPath, [script, ...rest], {
      cwd: root,
      env: { PATH: process.env['PATH'], NO_COLOR: '1' },
      encoding: 'utf8',
    });
    if (error !== undefined) throw error;
    if (status !== 0 && status !== 1) throw new Error(`${command} ended with ${String(status)}: ${stderr}`);
    return stdout;
  };
}
