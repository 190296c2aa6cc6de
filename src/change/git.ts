import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

/** How a file of the working tree came from a commit. */
export type Origin =
  | { readonly kind: 'same' }
  /** It has another text there, or another name, or both; `name` is relative to the repository's root. */
  | { readonly kind: 'changed'; readonly name: string }
  | { readonly kind: 'added' };

/** What lies between a commit and the working tree. */
export interface Comparison {
  /** The commit's full name. */
  readonly commit: string;
  /** The origin of a file of the working tree, by its absolute path. */
  originOf(file: string): Origin;
  /** The absolute paths that files had which are gone. */
  readonly deleted: readonly string[];
  /** The text that a file had in the commit, by its name there. */
  textOf(name: string): Promise<string>;
}

/** No larger text is read from a commit; the same bound holds for files on disk. */
const mostBytes = 20 * 1024 * 1024;

/**
 * Compares the working tree with a commit.
 *
 * @param root the root of the repository; absolute.
 * @param ref anything that names a commit.
 * @returns undefined when there is no such commit, or no Git.
 */
export async function compareWith(root: string, ref: string): Promise<Comparison | undefined> {
  const git = (args: readonly string[]): Promise<Buffer> => runGit(root, args);
  let commit: string;
  try {
    // A ref that begins with a dash is no option.
    const found = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
    commit = found.toString('utf8').trim();
  } catch {
    return undefined;
  }
  const names = ['diff', '--name-status', '-z', '--find-renames', '--no-ext-diff', '--ignore-submodules=all'];
  const changes = changesIn((await git([...names, commit, '--'])).toString('utf8'));
  const tracked = new Set(split((await git(['ls-files', '-z'])).toString('utf8')));
  return {
    commit,
    originOf: (file) => {
      const name = path.relative(root, file).split(path.sep).join('/');
      const changed = changes.origins.get(name);
      if (changed !== undefined) return changed;
      return tracked.has(name) ? { kind: 'same' } : { kind: 'added' };
    },
    deleted: changes.deleted.map((name) => path.join(root, name)),
    textOf: async (name) => (await git(['cat-file', 'blob', `${commit}:${name}`])).toString('utf8'),
  };
}

interface Changes {
  readonly origins: ReadonlyMap<string, Origin>;
  readonly deleted: readonly string[];
}

/** Reads what `git diff --name-status -z` prints: a letter, then a name, or two names for a rename or a copy. */
function changesIn(printed: string): Changes {
  const origins = new Map<string, Origin>();
  const deleted: string[] = [];
  const words = split(printed);
  for (let index = 0; index < words.length; index += 2) {
    const [letter = '', name = ''] = [words[index]?.charAt(0), words[index + 1]];
    if (letter === 'R' || letter === 'C') {
      origins.set(words[index + 2] ?? '', { kind: 'changed', name });
      index += 1;
    } else if (letter === 'D') deleted.push(name);
    else origins.set(name, letter === 'A' ? { kind: 'added' } : { kind: 'changed', name });
  }
  return { origins, deleted };
}

function split(printed: string): string[] {
  return printed.split('\0').slice(0, -1);
}

const execute = promisify(execFile);

/** Runs Git without anything that a repository's configuration could make it run besides. */
async function runGit(cwd: string, args: readonly string[]): Promise<Buffer> {
  const safely = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', '--no-optional-locks'];
  const { stdout } = await execute('git', [...safely, ...args], {
    cwd,
    encoding: 'buffer',
    maxBuffer: mostBytes,
  });
  return stdout;
}
