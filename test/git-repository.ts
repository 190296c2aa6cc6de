import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand, type Ran } from './command.js';
import { temporaryFolder } from './temporary-folder.js';

/** What the tests of `--base` read of a report. */
export interface Report {
  readonly findings: readonly { readonly ruleId: string; readonly file: string }[];
  readonly change?: {
    readonly base: string;
    readonly resources: Readonly<Record<string, number>>;
    readonly statements: Readonly<Record<string, number>>;
    readonly fixed: readonly { readonly ruleId: string }[];
  };
}

/** A repository whose first commit, tagged `base`, holds these files. */
export function repository(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder(files);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  commit(folder);
  git(folder, 'tag', 'base');
  return folder;
}

/** Commits everything. */
export function commit(folder: string): void {
  git(folder, 'add', '--all');
  git(folder, '-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '--quiet', '-m', 'x');
}

/** Runs Git; throws where it fails. */
export function git(cwd: string, ...args: string[]): void {
  execFileSync('git', args, { cwd, stdio: 'pipe' });
}

/** Writes a file, with the folders that it is in. */
export function write(folder: string, name: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

/** Runs the command with `--base base`. */
export const since = (folder: string, ...args: string[]): Ran =>
  runCommand(folder, ['--base', 'base', '-f', 'json', ...args]);
/** Its report. */
export const report = (folder: string, ...args: string[]): Report =>
  JSON.parse(since(folder, ...args).out) as Report;
/** The files and rules of its findings. */
export const found = (folder: string, ...args: string[]): string[] =>
  report(folder, ...args).findings.map(({ file, ruleId }) => `${file} ${ruleId}`);
