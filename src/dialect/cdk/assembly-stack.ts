import type { MapNode } from '../../parse/node.js';
import type { StackArtifact } from './manifest.js';
import type { ConstructMetadata } from './metadata.js';
import { nestedTemplates, type NestedTemplate } from './nested-templates.js';

/** A construct that made a resource of a template. */
export interface SynthesizedResource {
  readonly logicalId: string;
  readonly path: string;
}

/** What the metadata of a stack say about its own template and those of the stacks nested in it. */
export class AssemblyStack {
  /** The path of the stack's construct. */
  readonly path: string;
  readonly #paths = new Map<string, string[]>();
  /** Where nested stacks begin in the tree of constructs, and which template is theirs. */
  readonly #nested = new Map<string, string>();

  constructor(
    readonly artifact: StackArtifact,
    readonly metadata: ReadonlyMap<string, ConstructMetadata>,
    private readonly assets: ReadonlyMap<string, string>,
  ) {
    const own = [...metadata.values()].find(({ templateFile }) => templateFile === artifact.templateFile);
    this.path = own?.path ?? artifact.displayName;
    for (const { path, logicalId, templateFile } of metadata.values()) {
      if (templateFile !== undefined && path !== this.path) this.#nested.set(path, templateFile);
      if (logicalId === undefined) continue;
      const known = this.#paths.get(logicalId);
      if (known === undefined) this.#paths.set(logicalId, [path]);
      else known.push(path);
    }
  }

  /** The stacks that a template nests; `path` is that of the template's own stack. */
  nestedIn(root: MapNode, path: string): NestedTemplate[] {
    const found = nestedTemplates(root, path, this.metadata, this.#paths, this.assets);
    for (const { file, path: nestedPath } of found)
      if (nestedPath !== undefined) this.#nested.set(nestedPath, file);
    return found;
  }

  /** The constructs by the files of the templates that they are in, once every nested stack was asked for. */
  resources(): ReadonlyMap<string, readonly SynthesizedResource[]> {
    const byTemplate = new Map<string, SynthesizedResource[]>();
    for (const { path, logicalId } of this.metadata.values()) {
      if (logicalId === undefined) continue;
      const file = this.templateOf(path);
      const known = byTemplate.get(file);
      if (known === undefined) byTemplate.set(file, [{ logicalId, path }]);
      else known.push({ logicalId, path });
    }
    return byTemplate;
  }

  private templateOf(path: string): string {
    let end = path.lastIndexOf('/');
    for (let level = 0; end > this.path.length && level < deepest; level += 1) {
      const file = this.#nested.get(path.slice(0, end));
      if (file !== undefined) return file;
      end = path.lastIndexOf('/', end - 1);
    }
    return this.artifact.templateFile;
  }
}

/** Trees of constructs are searched no further up than this. */
const deepest = 100;
