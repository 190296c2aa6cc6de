import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { repositoryOf } from '../config/load.js';
import type { Outcome } from '../report/outcome.js';
import { SourceFile } from '../text/source-file.js';
import { contains } from './workspaces.js';

/** Larger sources are not shown. */
const mostBytes = 1024 * 1024;

/**
 * The folder whose sources may be named as those of an app: its Git repository, else the app's own folder, or the working
 * folder where the app lies elsewhere (`cdk synth --output`). Undefined where that would be the whole file system.
 */
export function projectOf(appFolder: string, cwd: string): string | undefined {
  const repository = repositoryOf(appFolder);
  const isRelated = appFolder === cwd || contains(appFolder, cwd) || contains(cwd, appFolder);
  const root = repository ?? (isRelated ? appFolder : cwd);
  return path.dirname(root) === root ? undefined : root;
}

/** The sources that the constructs of findings were found in, by their names in reports; those that can be read. */
export async function sourcesOf({ findings }: Outcome, cwd: string): Promise<Map<string, SourceFile>> {
  const names = new Set(findings.flatMap(({ construct }) => construct?.file ?? []));
  const sources = new Map<string, SourceFile>();
  for (const name of names) {
    const file = path.resolve(cwd, name);
    try {
      const stats = await stat(file);
      if (stats.isFile() && stats.size <= mostBytes)
        sources.set(name, new SourceFile(name, await readFile(file, 'utf8')));
    } catch {
      // A source that is gone by now is not shown.
    }
  }
  return sources;
}
