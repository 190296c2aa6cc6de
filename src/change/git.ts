import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/** How a file of the working tree came from a commit. */
export type Origin =
  | { readonly kind: 'same' }
  /** It may have another text there, or another name, or both. */
  | { readonly kind: 'changed'; readonly before: Before }
  | { readonly kind: 'added' };

/** A file of the commit. */
export interface Before {
  /** Its absolute path then. */
  readonly file: string;
  /** Rejects where Git cannot give the text, or it is larger than a file on disk may be. */
  readonly text: () => Promise<string>;
}

/** What lies between a commit and the working tree. */
export interface Comparison {
  /** The origin of a file with this text, by its absolute path. */
  originOf(file: string, text: string): Origin;
  /** The files that are gone. */
  readonly deleted: readonly Before[];
}

/** A comparison, and whether it starts where HEAD branched off, not from the commit itself. */
export interface BranchComparison extends Comparison {
  readonly isFromBranchPoint: boolean;
}

/** No larger text is read from a commit; the same bound holds for files on disk. */
const mostBytes = 20 * 1024 * 1024;

/**
 * Compares the working tree with the commit where HEAD branched off from another, which is that commit itself where HEAD
 * has all of it. What the other side has gained meanwhile is no change of this one, as in Git's `main...`.
 *
 * @param root the root of the repository; absolute.
 * @param ref anything that names a commit.
 * @returns a sentence where there is no such commit, or no Git.
 */
export async function compareWith(root: string, ref: string): Promise<BranchComparison | string> {
  let commit: string;
  try {
    // A ref that begins with a dash is no option.
    commit = await line(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  } catch (error) {
    return `"${ref}" is no commit that this repository holds; ${reasonOf(error)}`;
  }
  // There is none before the first commit, between unrelated histories, and where a shallow clone ends before it.
  const branchPoint = await line(root, ['merge-base', commit, 'HEAD']).catch(() => undefined);
  const comparison = await compare(root, branchPoint ?? commit);
  return { ...comparison, isFromBranchPoint: branchPoint !== undefined };
}

/** Git's own words where it refuses to look at all; a ref that is not there is worth none to it. */
function reasonOf(error: unknown): string {
  const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: Buffer };
  if (code === 'ENOENT') return 'git is not installed';
  const [said = ''] = (stderr?.toString('utf8') ?? '').split('\n');
  return said === '' ? 'a shallow clone has to fetch it first' : `git says "${said}"`;
}

/** An entry of a tree or of the index. */
interface Entry {
  readonly mode: string;
  readonly id: string;
}

/**
 * What the index and the files' own texts tell. No file of the working tree is read by Git, because that would run the
 * filters that a `.gitattributes` of the change asks for.
 */
async function compare(root: string, commit: string): Promise<Comparison> {
  const diff = ['diff-index', '--cached', '--raw', '-z', '--full-index', '--find-renames', '--no-ext-diff'];
  const [raw, staged, missing] = await Promise.all([
    words(root, [...diff, commit, '--']),
    words(root, ['ls-files', '--stage', '-z']),
    words(root, ['ls-files', '--deleted', '-z']),
  ]);
  const index = indexIn(staged);
  const { sources, deleted } = changesIn(raw);
  const originIn = (name: string): (Entry & { readonly name: string }) | undefined => {
    if (sources.has(name)) return sources.get(name);
    const entry = index.get(name);
    return entry && { ...entry, name };
  };
  const before = ({ name, id }: Entry & { readonly name: string }): Before => ({
    file: path.join(root, name),
    text: async () => (await runGit(root, ['cat-file', 'blob', id], mostBytes)).toString('utf8'),
  });
  const modules = await comparedModules(root, index, originIn);
  const gone = [...deleted, ...missing.flatMap((name) => originIn(name) ?? [])].filter(isFile);
  return {
    originOf: (file, text) => {
      const module = modules.find(({ folder }) => file.startsWith(folder + path.sep));
      if (module !== undefined) return module.originOf(file, text);
      const name = path.relative(root, file).split(path.sep).join('/');
      const origin = originIn(name);
      if (origin === undefined || !isFile(origin)) return { kind: 'added' };
      const isSame = origin.name === name && origin.id === idOf(text, origin.id.length);
      return isSame ? { kind: 'same' } : { kind: 'changed', before: before(origin) };
    },
    deleted: [...gone.map(before), ...modules.flatMap((module) => module.deleted)],
  };
}

/** The submodules that are checked out, each compared with the commit that the other side had of it. */
async function comparedModules(
  root: string,
  index: ReadonlyMap<string, Entry>,
  originIn: (name: string) => Entry | undefined,
): Promise<(Comparison & { readonly folder: string })[]> {
  const compared: (Comparison & { readonly folder: string })[] = [];
  for (const [name, { mode }] of index) {
    const folder = path.join(root, name);
    if (mode !== moduleMode || !existsSync(path.join(folder, '.git'))) continue;
    const origin = originIn(name);
    if (origin?.mode !== moduleMode) continue;
    // One that was not fetched tells nothing: all that is there counts as new.
    const comparison = await compare(folder, origin.id).catch(() => undefined);
    if (comparison !== undefined) compared.push({ ...comparison, folder });
  }
  return compared;
}

const moduleMode = '160000';

/** Whether an entry has a text: neither a symbolic link nor a submodule. */
function isFile({ mode }: Entry): boolean {
  return mode.startsWith('100');
}

/** The name that Git gives to a text, in the hash function that its names have by their length. */
function idOf(text: string, length: number): string {
  const bytes = Buffer.from(text);
  const hash = createHash(length === 64 ? 'sha256' : 'sha1');
  return hash
    .update(`blob ${String(bytes.length)}\0`)
    .update(bytes)
    .digest('hex');
}

/** Reads what `git ls-files --stage -z` prints: mode, name of the text, stage of a merge, tabulator, file. */
function indexIn(printed: readonly string[]): Map<string, Entry> {
  return new Map(
    printed.map((word) => {
      const [mode = '', id = ''] = word.split(' ', 2);
      return [word.slice(word.indexOf('\t') + 1), { mode, id }];
    }),
  );
}

interface Changes {
  /** What files of the index were; undefined for those that are new. */
  readonly sources: ReadonlyMap<string, (Entry & { readonly name: string }) | undefined>;
  readonly deleted: readonly (Entry & { readonly name: string })[];
}

/** Reads what `git diff-index --raw -z` prints: modes, names of the texts and a letter, then a file, or two for a rename. */
function changesIn(printed: readonly string[]): Changes {
  const sources = new Map<string, (Entry & { readonly name: string }) | undefined>();
  const deleted: (Entry & { readonly name: string })[] = [];
  for (let at = 0; at < printed.length; at += 2) {
    const [mode = '', , id = '', , letter = ''] = (printed[at]?.slice(1) ?? '').split(' ');
    const name = printed[at + 1] ?? '';
    const isMoved = letter.startsWith('R') || letter.startsWith('C');
    if (letter === 'D') deleted.push({ mode, id, name });
    // A file in conflict has the letter U, and the commit's text where it was there.
    else if (/^0+$/.test(id)) sources.set(name, undefined);
    else sources.set(isMoved ? (printed[at + 2] ?? '') : name, { mode, id, name });
    if (isMoved) at += 1;
  }
  return { sources, deleted };
}

async function line(cwd: string, args: readonly string[]): Promise<string> {
  const [first = ''] = (await runGit(cwd, args)).toString('utf8').split('\n');
  return first;
}

async function words(cwd: string, args: readonly string[]): Promise<string[]> {
  return (await runGit(cwd, args)).toString('utf8').split('\0').slice(0, -1);
}

const execute = promisify(execFile);

/** Runs Git without anything that a repository's configuration could make it run besides. */
async function runGit(cwd: string, args: readonly string[], maxBuffer = Infinity): Promise<Buffer> {
  const safely = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', '--no-optional-locks'];
  const { stdout } = await execute('git', [...safely, ...args], { cwd, encoding: 'buffer', maxBuffer });
  return stdout;
}
