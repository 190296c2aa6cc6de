import type { Document } from '../../../parse/document.js';
import type { SourceFile } from '../../../text/source-file.js';
import type { Target, Value } from '../../../value/value.js';
import type { Resource } from '../../resource.js';
import { Folder, type Block } from './folder.js';
import { localSource } from './block-arguments.js';
import { Module } from './module.js';
import type { Declared } from './resource.js';
import { Work } from './work.js';

/** More calls of modules than this are not followed, all in all. */
const mostCalls = 64;

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
  #calls = 0;

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
    if (this.#calls + number > mostCalls || depth > deepestCall) return false;
    this.#calls += number;
    this.#read.add(folder);
    return true;
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

  resourcesIn(file: SourceFile): readonly Resource[] {
    return this.#resources.get(file) ?? [];
  }
}
