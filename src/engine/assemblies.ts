import path from 'node:path';
import { mayBeAssembly, type AssemblyContext } from './assembly-files.js';
import type { Assembly } from './assembly.js';
import type { Reading } from './read.js';
import { contains } from './workspaces.js';

/** Assemblies nest no deeper than this above a file. */
const mostLevels = 20;

/** Files in an assembly that are templates only where its manifest says so. */
const ofAssembly =
  /^(?:manifest\.json|tree\.json|(?:policy-)?validation-report\.json|asset\..*)$|\.(?:template|assets|metadata)\.json$/;

/** Folders in an assembly that hold assets, or other assemblies that its manifest no longer names. */
const folderOfAssembly = /^(?:asset\.|assembly-)/;

/** The cloud assemblies among files; each is read once. */
export class Assemblies {
  readonly #read = new Map<string, Promise<Assembly | undefined>>();
  readonly #around = new Map<string, Promise<readonly Assembly[]>>();

  constructor(private readonly context: AssemblyContext) {}

  /**
   * What becomes of files by what assemblies say about them, by absolute paths: it is empty for one that is no template,
   * and without those that belong to no assembly. Templates that a manifest names and that are missing are added, and
   * so is what is wrong with an assembly.
   *
   * @param named the files that the user named: one that no manifest names may be a template all the same.
   */
  async among(files: readonly string[], named: ReadonlySet<string>): Promise<Map<string, Reading>> {
    const readings = new Map<string, Reading>();
    for (const given of files) {
      const file = path.resolve(given);
      for (const assembly of await this.around(path.dirname(file))) {
        const reading = readingIn(assembly, file, named.has(given));
        if (reading === undefined) continue;
        readings.set(file, reading);
        for (const [manifest, fault] of assembly.faults) readings.set(manifest, fault);
        if (path.basename(file) !== 'manifest.json') break;
        for (const [template, { document }] of assembly.templates)
          if (document?.problems.some(({ code }) => code === 'incomplete-assembly') === true)
            readings.set(template, { document });
        break;
      }
    }
    return readings;
  }

  /** The assemblies that hold a folder, the outermost first. */
  private around(folder: string): Promise<readonly Assembly[]> {
    let found = this.#around.get(folder);
    if (found === undefined) {
      found = this.findAround(folder);
      this.#around.set(folder, found);
    }
    return found;
  }

  private async findAround(folder: string): Promise<readonly Assembly[]> {
    const candidates = mayBeAssembly(folder) ? [folder] : [];
    // Above the folder, only an assembly counts that holds it as an asset or as a stage.
    const above = folder.split(path.sep);
    for (let level = 0; level < mostLevels && above.length > 1; level += 1) {
      const isHeld = folderOfAssembly.test(above.pop() ?? '');
      const candidate = above.join(path.sep);
      const { within } = this.context;
      if (within !== undefined && candidate !== within && !contains(within, candidate)) break;
      if (isHeld && mayBeAssembly(candidate)) candidates.unshift(candidate);
    }
    const found: Assembly[] = [];
    for (const candidate of candidates) {
      // A nested assembly is part of the one that names it.
      if (found.some(({ folders }) => folders.includes(candidate))) continue;
      const assembly = await this.read(candidate);
      if (assembly !== undefined) found.push(assembly);
    }
    return found;
  }

  private read(folder: string): Promise<Assembly | undefined> {
    let reading = this.#read.get(folder);
    if (reading === undefined) {
      reading = import('./assembly.js').then(({ readAssembly }) => readAssembly(folder, this.context));
      this.#read.set(folder, reading);
    }
    return reading;
  }
}

/** What an assembly makes of a file; undefined where the file is none of its business. */
function readingIn(assembly: Assembly, file: string, isNamed: boolean): Reading | undefined {
  const template = assembly.templates.get(file);
  if (template !== undefined) return template;
  const fault = assembly.faults.get(file);
  if (fault !== undefined) return fault;
  if (isNamed) return undefined;
  const folder = assembly.folders.findLast((candidate) => file.startsWith(candidate + path.sep));
  if (folder === undefined) return undefined;
  const [first = '', ...rest] = path.relative(folder, file).split(path.sep);
  const isOwn = rest.length === 0 ? ofAssembly.test(first) : folderOfAssembly.test(first);
  return isOwn ? {} : undefined;
}
