import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { reportOf, type ReportFinding } from '../src/format/report.js';
import { unix } from '../src/format/unix.js';
import { bad, configuration } from './cli-folder.js';
import { bin, runCommand } from './command.js';
import { finding, outcome, tool } from './format/reports.js';
import { temporaryFolder } from './temporary-folder.js';

interface Pattern {
  readonly regexp: string;
  readonly file: number;
  readonly line: number;
  readonly column: number;
  readonly severity?: number;
  readonly message: number;
  readonly code: number;
}

interface GitHubMatcher {
  readonly owner: string;
  readonly severity?: string;
  readonly pattern: readonly [Pattern];
}

interface Background {
  readonly activeOnStart: boolean;
  readonly beginsPattern: string;
  readonly endsPattern: string;
}

interface Task {
  readonly isBackground?: boolean;
  readonly command: string;
  readonly problemMatcher: { readonly pattern: Pattern; readonly background?: Background };
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, '..', name), 'utf8'));

const github = (read('matchers/github.json') as { readonly problemMatcher: readonly GitHubMatcher[] })
  .problemMatcher;
const { tasks } = read('samples/editor/tasks.json') as { readonly tasks: readonly Task[] };

/** GitHub's runner and VS Code drop colours before they match. */
const plain = (line: string): string => {
  const escape = String.fromCharCode(27);
  return line.replaceAll(new RegExp(String.raw`${escape}\[[0-9;]*m`, 'g'), '');
};

/** What a matcher makes of a line: `file line column severity message code`. */
function problemIn(line: string, pattern: Pattern, severity?: string): readonly unknown[] | undefined {
  const groups = new RegExp(pattern.regexp).exec(plain(line));
  if (groups === null) return undefined;
  return [
    groups[pattern.file],
    Number(groups[pattern.line]),
    Number(groups[pattern.column]),
    pattern.severity === undefined ? severity : groups[pattern.severity],
    groups[pattern.message],
    groups[pattern.code],
  ];
}

const byGitHub = (line: string): readonly unknown[] =>
  github.flatMap(({ pattern, severity }) => problemIn(line, pattern[0], severity) ?? []);

const byEditor = (line: string): readonly (readonly unknown[] | undefined)[] =>
  tasks.map(({ problemMatcher }) => problemIn(line, problemMatcher.pattern));

const wanted = ({ file, range, severity, message, ruleId }: ReportFinding): readonly unknown[] => [
  ...[file, range.start.line, range.start.column, severity, message, ruleId],
];

function expectMatched(lines: readonly string[], findings: readonly ReportFinding[]): void {
  expect(lines).to.have.length(findings.length);
  for (const [index, found] of findings.entries()) {
    const line = lines[index] ?? '';
    expect(byEditor(line)).to.deep.equal(tasks.map(() => wanted(found)));
    const notice = found.severity === 'info' ? { severity: 'notice' as const } : {};
    expect(byGitHub(line)).to.deep.equal(wanted({ ...found, ...(notice as Partial<ReportFinding>) }));
  }
}

const names = [
  'with space.yaml',
  'a:12:34.yaml',
  'error: [x].yaml',
  '[rule-id].yaml',
  'ünï-日本-😀.yaml',
  'folder/(1).yaml',
];

describe('the problem matchers', () => {
  for (const severity of ['error', 'warning', 'info'])
    for (const color of ['--no-color', '--color'])
      it(`find every ${severity} of real output, in files of odd names, with ${color}`, () => {
        const folder = temporaryFolder({
          ...Object.fromEntries(names.map((name) => [name, bad])),
          'incident-lint.yaml': configuration(),
        });
        const args = ['--rule', `channel-unverified=${severity}`, color, '--format'];
        const report = JSON.parse(runCommand(folder, [...args, 'json']).out) as {
          readonly findings: readonly ReportFinding[];
        };
        expect(report.findings.map(({ file }) => file)).to.have.members(names);
        expectMatched(
          runCommand(folder, [...args, 'unix'])
            .out.trimEnd()
            .split('\n'),
          report.findings,
        );
      });

  it('find drives of Windows, and are not led astray by a message', () => {
    const findings = [
      finding({ file: 'D:/x/y.yaml' }),
      finding({ file: 'D:\\x\\y.yaml', severity: 'warning' }),
      finding({ message: '"x.yaml:1:2: error: y [other-rule]" is no name [sic].', severity: 'info' }),
    ];
    const report = reportOf(outcome({ findings }), tool);
    expectMatched(unix(report).trimEnd().split('\n'), report.findings);
  });

  it('find nothing in what is no finding', () => {
    for (const line of ['incident-lint: done', 'a.yaml:1:2: gone [missing-file]', '✖ 1 finding', '']) {
      expect(byGitHub(line)).to.deep.equal([]);
      expect(byEditor(line)).to.deep.equal(tasks.map(() => undefined));
    }
  });

  it('have owners of their own, and severities that GitHub knows', () => {
    expect(new Set(github.map(({ owner }) => owner)).size).to.equal(github.length);
    for (const { severity } of github) expect(severity).to.be.oneOf([undefined, 'notice']);
  });

  it('see where a run of --watch begins and ends', async () => {
    const watching = tasks.filter(({ isBackground }) => isBackground === true);
    expect(watching.map(({ command }) => command.includes('--watch'))).to.deep.equal([true]);
    const lines = (await firstRunOfWatch(temporaryFolder({ 'bad.yaml': bad }))).split('\n');
    for (const { problemMatcher } of watching) {
      const { beginsPattern = '', endsPattern = '' } = problemMatcher.background ?? {};
      const matching = (pattern: string) => lines.filter((line) => new RegExp(pattern).test(line));
      expect(matching(beginsPattern)).to.have.length(1);
      expect(matching(endsPattern)).to.have.length(1);
    }
  });
});

/** What the command says on standard error until its first run with --watch is done. */
async function firstRunOfWatch(folder: string): Promise<string> {
  const args = [bin, '--watch', '--context', 'none', '-f', 'unix'];
  const watching = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  watching.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  while (!said.includes('watching for changes\n')) await once(watching.stderr, 'data');
  watching.kill();
  return said;
}
