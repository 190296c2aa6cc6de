import path from 'node:path';
import type { Assemblies } from './assemblies.js';
import type { Reading } from './read.js';

/** So many files are read at a time: systems limit open files. */
const batch = 64;

/**
 * Reads files, those of cloud assemblies by what their manifests say; by their absolute paths.
 *
 * @param named those of the files that the user named.
 */
export async function readFiles(
  files: readonly string[],
  named: ReadonlySet<string>,
  assemblies: Assemblies,
  read: (file: string, named: boolean) => Promise<Reading>,
): Promise<Map<string, Reading>> {
  const readings = await assemblies.among(files, named);
  const others = files.filter((file) => !readings.has(path.resolve(file)));
  for (let start = 0; start < others.length; start += batch) {
    const some = others.slice(start, start + batch);
    const results = await Promise.all(some.map((file) => read(file, named.has(file))));
    for (const [index, file] of some.entries()) readings.set(path.resolve(file), results[index] ?? {});
  }
  return readings;
}
