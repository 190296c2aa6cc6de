import { readdir, type Dirent } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../report/problem.js';

/** What a PATH stands for. */
export interface Input {
  /** As the user wrote it. */
  readonly path: string;
  /** Absolute, sorted. */
  readonly files: readonly string[];
  /** Whether the user named the file itself, so that it must be a template. */
  readonly named: boolean;
  readonly problems: readonly Problem[];
}

/** Where other people's templates, or copies of one's own, lie. */
const never = ['**/node_modules/**', '**/.git/**', '**/cdk.out/asset.*/**', '**/.terraform/**'];

/** Whether a file lies where nothing is looked for. */
export function isNever(name: string): boolean {
  return /(?:^|\/)(?:node_modules|\.git|cdk\.out\/asset\.[^/]*|\.terraform)\//.test(name);
}

/** Symbolic links are not followed: they may lead out of the workspace. */
const safely = { followSymbolicLinks: false, extglob: false, suppressErrors: true, absolute: true };

/**
 * Resolves PATHs (files, folders or globs) against the working folder.
 *
 * @param ignored absolute paths that are left out, even where the user names them.
 */
export async function discover(
  paths: readonly string[],
  cwd: string,
  ignored: ReadonlySet<string>,
): Promise<Input[]> {
  return Promise.all(paths.map((given) => resolveInput(given, cwd, ignored)));
}

async function resolveInput(given: string, cwd: string, ignored: ReadonlySet<string>): Promise<Input> {
  const absolute = path.resolve(cwd, given);
  const stats = await stat(absolute).catch(() => undefined);
  if (stats?.isDirectory()) {
    const { files, closed } = await walkThrough(absolute, ignored);
    const problems = closed.map((folder) => unreadableFolder(toSlash(path.relative(cwd, folder))));
    return { path: given, files, named: false, problems };
  }
  if (stats !== undefined)
    return ignored.has(toSlash(absolute))
      ? { path: given, files: [], named: true, problems: [ignoredFile(toSlash(given))] }
      : { path: given, files: [absolute], named: true, problems: [] };
  if (/[*?[\]{}]/.test(given)) {
    const { default: glob } = await import('fast-glob');
    const found = await glob(toSlash(given), { ...safely, cwd, ignore: never });
    return { path: given, files: kept(found, ignored), named: false, problems: [] };
  }
  const problem: Problem = { file: toSlash(given), message: 'the file does not exist', code: 'missing-file' };
  return { path: given, files: [], named: true, problems: [problem] };
}

function unreadableFolder(file: string): Problem {
  return { file, message: 'the folder cannot be read', code: 'unreadable-file' };
}

function ignoredFile(file: string): Problem {
  const message = 'the file is passed over, because the configuration ignores it';
  return { file, message, code: 'ignored-file', severity: 'warning' };
}

/** The files below a folder that may be templates by their names; absolute, sorted. */
export async function walk(folder: string, ignored: ReadonlySet<string>): Promise<readonly string[]> {
  return (await walkThrough(folder, ignored)).files;
}

/** What `walk` finds, and the folders that it was not let into and that are not ignored. */
async function walkThrough(
  folder: string,
  ignored: ReadonlySet<string>,
): Promise<{ readonly files: readonly string[]; readonly closed: readonly string[] }> {
  const { default: glob } = await import('fast-glob');
  const closed: string[] = [];
  const found = await glob('**/*.{json,yaml,yml,template,tf,tofu,tfvars,tfstate}', {
    ...safely,
    cwd: folder,
    ignore: never,
    fs: { readdir: readdirNoting(closed) },
  });
  return { files: kept(found, ignored), closed: closed.filter((at) => !ignored.has(toSlash(at))).toSorted() };
}

type Listed = (error: NodeJS.ErrnoException | null, found: Dirent[]) => void;

/** The file system's own way to list a folder, which notes the folders that it is not let into. */
function readdirNoting(closed: string[]): typeof readdir {
  const list = (at: string, options: { withFileTypes: true }, done: Listed): void => {
    readdir(at, options, (error, found) => {
      if (error?.code === 'EACCES' || error?.code === 'EPERM') closed.push(at);
      done(error, found);
    });
  };
  // fast-glob lists with the types of the entries and in no other of the ways that readdir has.
  return list as typeof readdir;
}

/**
 * What lies below a folder and matches one of the globs; absolute, with `/`. A glob of files that matches a folder
 * stands for it and everything in it.
 */
export async function matching(
  folder: string,
  patterns: readonly string[],
  kind: 'files' | 'folders',
): Promise<ReadonlySet<string>> {
  if (patterns.length === 0) return new Set();
  const { default: glob } = await import('fast-glob');
  const bare = patterns.map((pattern) => pattern.replace(/^\.\/(?=.)/, '').replace(/\/$/, ''));
  const wanted = kind === 'files' ? bare.flatMap((pattern) => [pattern, `${pattern}/**`]) : bare;
  const options = {
    ...safely,
    cwd: folder,
    dot: true,
    ignore: never,
    onlyFiles: false,
    onlyDirectories: kind === 'folders',
  };
  const found = await glob(wanted, options);
  // A folder matches no glob that is tried from within it.
  return new Set(bare.includes('.') ? [...found, toSlash(folder)] : found);
}

function kept(found: readonly string[], ignored: ReadonlySet<string>): string[] {
  return found.filter((file) => !ignored.has(file)).toSorted();
}

/** A path with `/`, as reports print it and globs give it. */
export function toSlash(name: string): string {
  return path.sep === '/' ? name : name.split(path.sep).join('/');
}
