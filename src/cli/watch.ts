import path from 'node:path';
import { watch as watchFiles } from 'chokidar';
import { repositoryOf } from '../config/load.js';
import { ReadingCache } from '../index.js';
import type { CheckCommand } from './args.js';
import { check } from './check-command.js';
import { incomplete, type ExitStatus } from './exit.js';
import { problemLine } from './problem-line.js';
import type { Terminal } from './terminal.js';

/** Editors write a file in several steps, and a checkout writes many files. */
const quietMilliseconds = 100;

const relevant = /\.(?:json|ya?ml|template|tf|tofu|tfvars|tfstate)$/;
const irrelevant = /[/\\](?:node_modules|\.git|\.terraform)(?:[/\\]|$)/;

/**
 * Lints, and again whenever a file of the workspace changes; files that stay the same are not parsed again. Around each
 * run two lines go to standard error, by which an editor's problem matcher sees where it begins and ends. It ends with
 * the process, or when the system watches no more files.
 */
export async function watch(command: CheckCommand, terminal: Terminal): Promise<ExitStatus> {
  const watcher = watchFiles(watchedFolders(command, terminal.cwd), {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (file, stats) =>
      irrelevant.test(file) ||
      isWritten(file, command, terminal.cwd) ||
      (stats?.isFile() === true && !relevant.test(file)),
  });
  const cache = new ReadingCache();
  return new Promise((resolve, reject) => {
    let waiting: NodeJS.Timeout | undefined;
    let underWay = Promise.resolve();
    const lint = (): void => {
      // One run after the other: two at a time would mix their reports.
      underWay = underWay.then(() => lintOnce(command, terminal, cache)).catch(reject);
    };
    watcher.once('ready', lint);
    watcher.on('all', () => {
      clearTimeout(waiting);
      waiting = setTimeout(lint, quietMilliseconds);
    });
    watcher.on('error', (error) => {
      const message = `the files cannot be watched: ${(error as NodeJS.ErrnoException).code ?? String(error)}`;
      terminal.writeError(problemLine({ message, code: 'unreadable-file' }));
      void watcher.close().then(() => {
        resolve(incomplete);
      });
    });
  });
}

async function lintOnce(command: CheckCommand, terminal: Terminal, cache: ReadingCache): Promise<void> {
  terminal.writeError('incident-lint: linting…\n');
  const status = await check(command, terminal, cache);
  terminal.writeError(`incident-lint: done (status ${String(status)}), watching for changes\n`);
}

/** The repository or the working folder, and what the user names outside of it. */
function watchedFolders({ paths, context }: CheckCommand, cwd: string): string[] {
  const folders = [...paths, ...(context === undefined || context === 'none' ? [] : [context])];
  return [repositoryOf(cwd) ?? cwd, ...folders.map((given) => path.resolve(cwd, given))];
}

/** What a run writes must not start the next one. */
function isWritten(file: string, { outputFile, baseline }: CheckCommand, cwd: string): boolean {
  return [outputFile, baseline?.file].some((name) => name !== undefined && path.resolve(cwd, name) === file);
}
