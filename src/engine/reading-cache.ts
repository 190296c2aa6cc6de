import { stat } from 'node:fs/promises';
import { readTemplateFile, type Reading } from './read.js';

interface Kept {
  readonly stamp: string;
  readonly reading: Reading;
}

/** Keeps what became of files from run to run, for as long as they stay the same. A document never changes. */
export class ReadingCache {
  readonly #kept = new Map<string, Kept>();

  /** As `readTemplateFile`. */
  async read(absolute: string, name: string, named: boolean): Promise<Reading> {
    const stamp = await stampOf(absolute, name, named);
    const kept = this.#kept.get(absolute);
    if (stamp !== undefined && kept?.stamp === stamp) return kept.reading;
    const reading = await readTemplateFile(absolute, name, named);
    if (stamp === undefined) this.#kept.delete(absolute);
    else this.#kept.set(absolute, { stamp, reading });
    return reading;
  }

  /** Forgets all other files, those that are gone. */
  keepOnly(files: ReadonlySet<string>): void {
    for (const absolute of this.#kept.keys()) if (!files.has(absolute)) this.#kept.delete(absolute);
  }
}

/** What tells whether a file is still the same; undefined for one that cannot be asked. */
async function stampOf(absolute: string, name: string, named: boolean): Promise<string | undefined> {
  try {
    const { ino, size, mtimeNs, ctimeNs } = await stat(absolute, { bigint: true });
    return JSON.stringify([name, named, String(ino), String(size), String(mtimeNs), String(ctimeNs)]);
  } catch {
    return undefined;
  }
}
