import path from 'node:path';
import type { LoadedConfiguration } from '../config/load.js';
import type { Document } from '../parse/document.js';
import type { Outcome } from '../report/outcome.js';
import { Assemblies } from './assemblies.js';
import { isNever, matching, toSlash, walk } from './discover.js';
import { lintWorkspace } from './lint-workspace.js';
import { Memory } from './memory.js';
import { applyOverrides, type FileOverride } from './override.js';
import { projectOf } from './project-files.js';
import { expanded } from './read-expanded.js';
import { readFiles } from './read-files.js';
import { readTemplateText, type Reading } from './read.js';
import { ReadingCache } from './reading-cache.js';
import type { RunOptions } from './run.js';
import { sort } from './sort.js';
import { sumOf } from './sum.js';
import { contains, documentsOf, groupsOf, workspaceFinder, type WorkspaceOf } from './workspaces.js';

/** How the files of a folder are linted; reports name them relative to the folder. */
export interface LiveOptions extends Pick<
  RunOptions,
  'rules' | 'profile' | 'levels' | 'configuration' | 'onInternalError'
> {
  /** Nothing is read from disk: each text that is being edited is linted alone. */
  readonly isAlone?: boolean;
}

/** What is known of a folder until its files change. */
interface Listing {
  readonly ignored: ReadonlySet<string>;
  readonly documents: ReadonlyMap<string, Document>;
  readonly workspaceOf: WorkspaceOf;
  readonly overrides: readonly FileOverride[];
}

/** A text that counts instead of the one on disk. */
interface OpenText {
  readonly text: string;
  /** Undefined until it is linted for the first time. */
  reading: Promise<Reading> | undefined;
}

/**
 * A folder that is linted again and again while its files are edited, as `check .` lints it from within. What stays the
 * same is neither read nor parsed again, and nothing outside of the folder is read.
 */
export class LiveFolder {
  readonly #open = new Map<string, OpenText>();
  readonly #cache = new ReadingCache();
  /** By the roots of workspaces. */
  readonly #memories = new Map<string | undefined, Memory>();
  #listing: Promise<Listing> | undefined;

  /** @param folder absolute. */
  constructor(
    readonly folder: string,
    private options: LiveOptions,
  ) {}

  /** Lints with other options from now on. */
  configure(options: LiveOptions): void {
    this.options = options;
    this.#memories.clear();
    this.forgetListing();
  }

  /** Sets the text of a file that is being edited, or with undefined takes again the one on disk. */
  setText(file: string, text: string | undefined): void {
    if (this.#open.get(file)?.text === text) return;
    if (text === undefined) this.#open.delete(file);
    else this.#open.set(file, { text, reading: undefined });
  }

  /** Looks for files again, because some may have come, changed on disk or gone. */
  forgetListing(): void {
    this.#listing = undefined;
    // What a template includes may have changed.
    for (const open of this.#open.values()) open.reading = undefined;
  }

  /** A file's name in reports. */
  nameOf(file: string): string {
    return toSlash(path.relative(this.folder, file));
  }

  /**
   * Lints the folder.
   *
   * @param reported the absolute paths of the files to report on; left out: all.
   * @param today as YYYY-MM-DD.
   */
  async lint(today: string, reported?: ReadonlySet<string>): Promise<Outcome> {
    const { options } = this;
    const listing = await this.listing();
    const documents = await this.documents(listing);
    const outcomes: Outcome[] = [];
    for (const [root, group] of groupsOf(documents, listing.workspaceOf)) {
      const names = this.reportedIn(group, reported);
      if (names.size === 0) continue;
      const surroundings = { base: undefined, evidence: undefined, memory: this.memoryOf(root) };
      const lintOptions = { ...options, today };
      outcomes.push(lintWorkspace([...group.values()], names, surroundings, lintOptions, listing.overrides));
    }
    return sort(applyOverrides(sumOf(outcomes, options.configuration.problems), options, listing.overrides));
  }

  /** The names of the files to report on: of a template that is put together of several files all, or none. */
  private reportedIn(
    group: ReadonlyMap<string, Document>,
    reported: ReadonlySet<string> | undefined,
  ): ReadonlySet<string> {
    const names = [...group].flatMap(([absolute, { file, included = [] }]) => {
      const parts = included.map((part) => path.resolve(this.folder, part.path));
      const isWanted = reported === undefined || [absolute, ...parts].some((part) => reported.has(part));
      return isWanted ? [file, ...included].map((part) => part.path) : [];
    });
    return new Set(names);
  }

  private memoryOf(root: string | undefined): Memory {
    const memory = this.#memories.get(root) ?? new Memory();
    this.#memories.set(root, memory);
    return memory;
  }

  /** The documents on disk, and in their place those that are being edited. */
  private async documents({ documents, ignored }: Listing): Promise<Map<string, Document>> {
    const all = new Map(documents);
    for (const [file, open] of [...this.#open]) {
      if (ignored.has(toSlash(file)) || isNever(this.nameOf(file))) continue;
      // A file that was only opened is not parsed again.
      if (all.get(file)?.file.text === open.text) continue;
      open.reading ??= this.expanded(readTemplateText(open.text, this.nameOf(file), false), file);
      const { document } = await open.reading;
      if (document === undefined) all.delete(file);
      else all.set(file, withAssembly(document, documents.get(file)));
    }
    return all;
  }

  private listing(): Promise<Listing> {
    const listing = (this.#listing ??= this.list());
    // What failed once is tried again the next time.
    listing.catch(() => {
      if (this.#listing === listing) this.#listing = undefined;
    });
    return listing;
  }

  private async list(): Promise<Listing> {
    const { folder } = this;
    const { configuration: loaded, isAlone } = this.options;
    if (isAlone === true)
      return { ignored: new Set(), documents: new Map(), workspaceOf: (file) => file, overrides: [] };
    const ignored = await matching(loaded.folder, loaded.configuration.ignore, 'files');
    const files = await walk(folder, ignored);
    const readings = await readFiles(files, new Set(), this.assemblies(ignored), (file) =>
      this.read(file, false),
    );
    this.#cache.keepOnly(new Set(readings.keys()));
    return {
      ignored,
      documents: documentsOf(readings),
      workspaceOf: await this.workspaceFinder(loaded),
      overrides: await this.overrides(loaded),
    };
  }

  private assemblies(ignored: ReadonlySet<string>): Assemblies {
    return new Assemblies({
      read: (file) => (ignored.has(toSlash(file)) ? Promise.resolve({}) : this.read(file, true)),
      nameOf: (file) => this.nameOf(file),
      projectOf: (appFolder) => this.bounded(projectOf(appFolder, this.folder)),
      within: this.folder,
    });
  }

  private read(file: string, named: boolean): Promise<Reading> {
    return this.expanded(this.#cache.read(file, this.nameOf(file), named), file);
  }

  /** As it was read, and put together where it is written for cfn-include. */
  private async expanded(reading: Promise<Reading>, file: string): Promise<Reading> {
    const { configuration, isAlone } = this.options;
    if (isAlone === true) return reading;
    return expanded(await reading, file, { cwd: this.folder, configuration, within: this.folder });
  }

  /** A repository that the folder is only a part of counts as far as the folder goes. */
  private async workspaceFinder(loaded: LoadedConfiguration): Promise<WorkspaceOf> {
    const workspaceOf = await workspaceFinder(loaded, undefined);
    return (file) => this.bounded(workspaceOf(file));
  }

  private bounded(folder: string | undefined): string | undefined {
    return folder === undefined || contains(this.folder, folder) ? folder : this.folder;
  }

  private async overrides({ folder, configuration }: LoadedConfiguration): Promise<FileOverride[]> {
    const overrides: FileOverride[] = [];
    for (const { files, rules } of configuration.overrides) {
      const matched = await matching(folder, files, 'files');
      overrides.push({ files: new Set([...matched].map((file) => this.nameOf(file))), rules });
    }
    return overrides;
  }
}

/** What a manifest says about a template holds while the template is edited. */
function withAssembly(document: Document, onDisk: Document | undefined): Document {
  return onDisk?.assembly === undefined ? document : { ...document, assembly: onDisk.assembly };
}
