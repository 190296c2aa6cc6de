import { existsSync } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { unread, type Reading } from './read.js';
import { contains } from './workspaces.js';

/** Larger files of an assembly are not read: they make no template, and only tell more about one. */
const mostBytes = 50 * 1024 * 1024;

/** What to do about an assembly that is not whole. */
export const again = 'run cdk synth again';

/** What reading an assembly needs from around it. */
export interface AssemblyContext {
  /** Reads a template by its absolute path. */
  readonly read: (file: string) => Promise<Reading>;
  /** A file's name in reports. */
  readonly nameOf: (file: string) => string;
  /** The folder whose sources may be named, for an app's folder; undefined: none. */
  readonly projectOf: (appFolder: string) => string | undefined;
  /** A folder that holds all assemblies there may be: none is looked for above it. Left out: anywhere. */
  readonly within?: string | undefined;
}

/** Takes a sentence on why an assembly is not whole. */
export type Tell = (message: string) => void;

/** What became of a JSON file. */
export type JsonFile =
  | { readonly kind: 'read'; readonly data: unknown }
  | { readonly kind: 'missing' | 'malformed' | 'outside' | 'too-large' };

/** Reads the files of one cloud assembly, and nothing outside of its folder. */
export class AssemblyFiles {
  private constructor(
    /** The outermost folder, as it was found; absolute. */
    readonly folder: string,
    private readonly real: string,
  ) {}

  static async of(folder: string): Promise<AssemblyFiles> {
    return new AssemblyFiles(folder, await realpath(folder).catch(() => folder));
  }

  /** What a name in a manifest stands for, absolute; undefined where it, or what it links to, lies outside. */
  async locate(folder: string, name: string): Promise<string | undefined> {
    if (name.includes('\0')) return undefined;
    const file = path.resolve(folder, name);
    if (!contains(this.folder, file)) return undefined;
    const real = await realpath(file).catch(() => undefined);
    return real === undefined || contains(this.real, real) ? file : undefined;
  }

  async readJson(folder: string, name: string): Promise<JsonFile> {
    const file = await this.locate(folder, name);
    if (file === undefined) return { kind: 'outside' };
    try {
      const stats = await stat(file);
      if (!stats.isFile()) return { kind: 'missing' };
      if (stats.size > mostBytes) return { kind: 'too-large' };
    } catch {
      return { kind: 'missing' };
    }
    try {
      return { kind: 'read', data: JSON.parse(await readFile(file, 'utf8')) };
    } catch {
      return { kind: 'malformed' };
    }
  }

  /**
   * The data of a file that a manifest names, besides templates.
   *
   * @param tell is told where the file is missing, or half of it.
   */
  async dataOf(folder: string, name: string | undefined, tell: Tell): Promise<unknown> {
    if (name === undefined) return undefined;
    const file = await this.readJson(folder, name);
    if (file.kind === 'read') return file.data;
    if (file.kind === 'missing') tell(`the manifest names ${name}, and it does not exist: ${again}`);
    if (file.kind === 'malformed') tell(`the manifest names ${name}, and it is malformed JSON: ${again}`);
    return undefined;
  }
}

/** Whether a folder holds a cloud assembly, a finished one or one that was begun: CDK writes `cdk.out` first. */
export function mayBeAssembly(folder: string): boolean {
  return existsSync(path.join(folder, 'manifest.json')) || existsSync(path.join(folder, 'cdk.out'));
}

/** As any file that a user names, but a template without resources is none to complain about. */
export async function templateReading(
  file: string,
  stack: string,
  { nameOf, read }: Pick<AssemblyContext, 'nameOf' | 'read'>,
): Promise<Reading> {
  if (!existsSync(file)) {
    const message = `the manifest names this template, of stack ${stack}, and it does not exist: ${again}`;
    return unread(nameOf(file), 'incomplete-assembly', message);
  }
  const reading = await read(file);
  return reading.problem?.code === 'not-a-template' ? {} : reading;
}
