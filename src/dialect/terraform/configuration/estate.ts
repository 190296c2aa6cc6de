import type { Document } from '../../../parse/document.js';
import { problemAt } from '../../../parse/limits.js';
import type { Problem } from '../../../report/problem.js';
import type { SourceFile } from '../../../text/source-file.js';
import type { Doubt } from '../../../value/tri.js';
import type { Target, Value } from '../../../value/value.js';
import type { Resource } from '../../resource.js';
import { Folder, type Block } from './folder.js';
import { localSource } from './block-arguments.js';
import { Module } from './module.js';
import type { Declared } from './resource.js';
import { Work } from './work.js';

/** So many resources, data sources and calls are looked at in modules that others call, all in all. */
const mostBlocks = 10_000;

/** Modules within modules beyond this depth are not followed. */
const deepestCall = 8;

/** All configurations of a run: the folders, and what is declared in them. */
export class Estate {
  readonly work = new Work();
  readonly #folders: ReadonlyMap<string, Folder>;
  readonly #declared = new Map<SourceFile, Map<string, Declared>>();
  readonly #resources = new Map<SourceFile, Resource[]>();
  readonly #read = new Set<Folder>();
  /** The modules that nobody calls. */
  readonly #roots: Module[] = [];
  readonly #unread = new Map<SourceFile, Doubt>();
  readonly #problems = new Map<SourceFile, Problem[]>();
  #blocks = 0;
  readonly #handed = new Map<SourceFile, (() => readonly Value[])[]>();

  /** @param documents by their folders, in the order of their names. */
  constructor(documents: ReadonlyMap<string, readonly [Document, ...Document[]]>) {
    this.#folders = new Map([...documents].map(([name, files]) => [name, new Folder(name, files)]));
  }

  /** Reads every module that nobody calls, with all that it calls; then what only calls itself. */
  read(): void {
    const called = new Set(
      [...this.#folders.values()].flatMap((folder) =>
        [...folder.modules.values()].map((block) => this.folderAt(folder.name, block)),
      ),
    );
    const folders = [...this.#folders.values()];
    for (const folder of [...folders.filter((one) => !called.has(one)), ...folders]) {
      if (this.#read.has(folder)) continue;
      this.#read.add(folder);
      const module = new Module(this, folder, '', undefined, []);
      module.read();
      if (!called.has(folder)) this.#roots.push(module);
    }
  }

  /** The folder that a call names; undefined for one that is not among the documents. */
  folderAt(from: string, block: Block): Folder | undefined {
    const name = localSource(from, block);
    return name === undefined ? undefined : this.#folders.get(name);
  }

  /** Whether so many further calls of a folder are followed. */
  mayCall(folder: Folder, number: number, depth: number): boolean {
    const blocks = 1 + folder.resources.size + folder.data.size + folder.modules.size;
    if (this.#blocks + number * blocks > mostBlocks || depth > deepestCall) return false;
    this.#blocks += number * blocks;
    this.#read.add(folder);
    return true;
  }

  /** Says that a module is called whose resources are not among the documents. */
  leaveOut({ file }: Block, name: string): void {
    const why = `module ${name} is not among the scanned files`;
    if (!this.#unread.has(file))
      this.#unread.set(file, { why, settle: 'the module as a folder beside, or the plan' });
  }

  /** Says that a module is called that is among the documents and not looked at. */
  giveUp({ file, keySpan }: Block, name: string): void {
    const message = `module ${name} is not looked at: all in all, more modules are called than are followed`;
    const problem = problemAt(file, keySpan, 'too-large', message);
    const known = this.#problems.get(file);
    if (known === undefined) this.#problems.set(file, [problem]);
    else known.push(problem);
  }

  /** Why a file may declare more than is known of it. */
  unreadIn(file: SourceFile): Doubt | undefined {
    return this.#unread.get(file);
  }

  problemsIn(file: SourceFile): readonly Problem[] {
    return this.#problems.get(file) ?? [];
  }

  declare(declared: Declared): void {
    const { file } = declared.block;
    const known = this.#declared.get(file);
    if (known === undefined) this.#declared.set(file, new Map([[declared.address, declared]]));
    else known.set(declared.address, declared);
  }

  declaredAt({ scope, name }: Target): Declared | undefined {
    return this.#declared.get(scope)?.get(name);
  }

  add(resource: Resource): void {
    const { file } = resource.place;
    const known = this.#resources.get(file);
    if (known === undefined) this.#resources.set(file, [resource]);
    else known.push(resource);
  }

  /** What the modules that nobody calls give to others, by the outputs that stand in a file. */
  outputsIn(file: SourceFile): Value[] {
    return this.#roots.flatMap((module) =>
      [...module.folder.outputs].flatMap(([name, { file: own, keySpan, path }]) =>
        own === file ? [module.output(name, { file, span: keySpan, path })] : [],
      ),
    );
  }

  /** Keeps what is given to a module that is not read, until somebody asks. */
  hand({ file }: Block, values: () => readonly Value[]): void {
    const known = this.#handed.get(file);
    if (known === undefined) this.#handed.set(file, [values]);
    else known.push(values);
  }

  handedIn(file: SourceFile): Value[] {
    return (this.#handed.get(file) ?? []).flatMap((values) => values());
  }

  resourcesIn(file: SourceFile): readonly Resource[] {
    return this.#resources.get(file) ?? [];
  }
}
