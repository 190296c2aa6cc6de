import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isUsersSource, sourcePath, type Frame } from '../dialect/cdk/frame.js';
import type { SourceMapping } from '../dialect/cdk/source-map.js';
import { toSlash } from './discover.js';
import { Relocation } from './relocation.js';
import { contains } from './workspaces.js';

/** Larger sources and maps are not read, nor more of them together. */
const mostBytes = 20 * 1024 * 1024;
const mostBytesTogether = 20 * mostBytes;

/** So many files of traces are looked for; an app has fewer sources. */
const mostFiles = 20_000;

/** A map with the folder that its sources are relative to. */
interface Mapped {
  readonly mapping: SourceMapping;
  readonly folder: string;
}

/** A place in a file of the project; `file` is absolute. */
export type ConstructPlace = Frame;

/** Finds the places of stack traces in the sources of a project, and never a place outside of it. */
export class ConstructPlaces {
  readonly #real = new Map<string, Promise<string | undefined>>();
  #bytesLeft = mostBytesTogether;
  readonly #maps = new Map<string, Promise<Mapped | undefined>>();

  private constructor(
    /** Without symbolic links. */
    private readonly root: string,
    /** As it was given, and as reports name its files. */
    private readonly givenRoot: string,
    private readonly relocation: Relocation,
  ) {}

  /**
   * @param root nothing outside of this folder is ever named.
   * @param appFolder where the app lies that was synthesised, perhaps elsewhere on another machine.
   * @param files what its traces name.
   */
  static async of(root: string, appFolder: string, files: ReadonlySet<string>): Promise<ConstructPlaces> {
    const real = await realpath(root).catch(() => root);
    return new ConstructPlaces(real, root, Relocation.of(files, real, appFolder));
  }

  /** The first of the frames that lies in the project; of a compiled file, the source where its map tells. */
  async placeOf(frames: Iterable<Frame>): Promise<ConstructPlace | undefined> {
    const place = await this.realPlaceOf(frames);
    return place && { ...place, file: path.join(this.givenRoot, path.relative(this.root, place.file)) };
  }

  private async realPlaceOf(frames: Iterable<Frame>): Promise<Frame | undefined> {
    for (const { file, line, column } of frames) {
      const own = await this.inProject(this.relocation.moved(file));
      if (own === undefined) continue;
      const mapped = /\.[cm]?js$/.test(own) ? await this.mapOf(own) : undefined;
      if (mapped === undefined) return { file: own, line, column };
      const original = mapped.mapping(line, column);
      const source =
        original && (await this.inProject(path.resolve(mapped.folder, sourcePath(original.file))));
      return original && source !== undefined ? { ...original, file: source } : { file: own, line, column };
    }
    return undefined;
  }

  /** The file without symbolic links, when it exists and lies in the project. */
  private inProject(file: string | undefined): Promise<string | undefined> {
    if (file === undefined || !isUsersSource(toSlash(file))) return Promise.resolve(undefined);
    let found = this.#real.get(file);
    if (found === undefined) {
      if (this.#real.size >= mostFiles) return Promise.resolve(undefined);
      found = realpath(file).then(
        (real) => (contains(this.root, real) && isUsersSource(toSlash(real)) ? real : undefined),
        () => undefined,
      );
      this.#real.set(file, found);
    }
    return found;
  }

  private mapOf(file: string): Promise<Mapped | undefined> {
    let found = this.#maps.get(file);
    if (found === undefined) {
      found = this.readMap(file);
      this.#maps.set(file, found);
    }
    return found;
  }

  private async readMap(file: string): Promise<Mapped | undefined> {
    const text = await this.textOf(file);
    const start = text?.lastIndexOf('//# sourceMappingURL=') ?? -1;
    if (text === undefined || start === -1) return undefined;
    const [url = ''] = text.slice(start + '//# sourceMappingURL='.length).split(/\s/, 1);
    const folder = path.dirname(file);
    const inline = /^data:application\/json[^,]{0,100};base64,/.exec(url);
    const mapFile = path.resolve(folder, decoded(url));
    const map =
      inline === null
        ? await this.textOf(mapFile)
        : Buffer.from(url.slice(inline[0].length), 'base64').toString('utf8');
    if (map === undefined) return undefined;
    const { readSourceMap } = await import('../dialect/cdk/source-map.js');
    const mapping = readSourceMap(map);
    return mapping && { mapping, folder: inline === null ? path.dirname(mapFile) : folder };
  }

  private async textOf(file: string): Promise<string | undefined> {
    try {
      const real = await realpath(file);
      const stats = await stat(real);
      const most = Math.min(mostBytes, this.#bytesLeft);
      if (!contains(this.root, real) || !stats.isFile() || stats.size > most) return undefined;
      this.#bytesLeft -= stats.size;
      return await readFile(real, 'utf8');
    } catch {
      return undefined;
    }
  }
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
