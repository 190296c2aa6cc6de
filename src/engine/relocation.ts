import { existsSync } from 'node:fs';
import path from 'node:path';
import { contains } from './workspaces.js';

/** So many files decide, and each is looked for in so many ways. */
const mostFiles = 50;
const mostSegments = 30;

/**
 * Where the sources of an app lie that was synthesised in another folder, such as another machine's: an assembly names
 * them absolutely.
 */
export class Relocation {
  private constructor(
    /** The app's folder where it was synthesised; undefined where that is where it lies. */
    private readonly from: string | undefined,
    private readonly appFolder: string,
  ) {}

  /**
   * Finds out whether an app was moved: none of its files exists where the assembly says, but they do below the app's
   * folder. The folder that explains most of them counts.
   *
   * @param files as traces name them, with `/`.
   */
  static of(files: ReadonlySet<string>, root: string, appFolder: string): Relocation {
    const some = [...files].map((file) => path.posix.normalize(file)).slice(0, mostFiles);
    if (some.some((file) => path.isAbsolute(file) && contains(root, file) && existsSync(file)))
      return new Relocation(undefined, appFolder);
    const votes = new Map<string, number>();
    for (const file of some) {
      const segments = file.split('/');
      if (segments.includes('..')) continue;
      const first = Math.max(1, segments.length - mostSegments);
      for (let start = first; start < segments.length; start += 1) {
        if (!existsSync(path.join(appFolder, ...segments.slice(start)))) continue;
        const from = segments.slice(0, start).join('/');
        votes.set(from, (votes.get(from) ?? 0) + 1);
      }
    }
    // Of two that explain as much, the shorter one keeps more of the files' paths.
    const [best] = [...votes].toSorted(
      ([left, some], [right, others]) => others - some || left.length - right.length,
    );
    return new Relocation(best?.[0], appFolder);
  }

  /** Where a file lies now, absolute; undefined where that cannot be told. */
  moved(file: string): string | undefined {
    if (this.from === undefined) return path.resolve(this.appFolder, file);
    if (!path.posix.isAbsolute(file) && !/^[A-Za-z]:\//.test(file)) return path.resolve(this.appFolder, file);
    return path.resolve(this.appFolder, path.posix.relative(this.from, file));
  }
}
