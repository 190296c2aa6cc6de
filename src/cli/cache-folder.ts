import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readdir, readFile, realpath, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { repositoryOf } from '../config/load.js';
import { runWithStore, type RunStore } from '../engine/run-store.js';
import { contains } from '../engine/workspaces.js';
import { version, type Run, type RunOptions } from '../index.js';
import { writeWhole } from './output-file.js';
import type { Terminal } from './terminal.js';

/** So many results are kept; of more the oldest goes. */
const most = 100;

/**
 * Runs with what earlier runs found and a folder keeps, or says why the folder cannot be used. It must lie outside of the
 * repository: a pull request could bring results of its own and so hide findings.
 *
 * @param location relative to the working folder; left out: the user's folder for caches.
 */
export async function runnerWithCache(
  location: string | undefined,
  terminal: Terminal,
): Promise<((options: RunOptions) => Promise<Run>) | string> {
  const { cwd } = terminal;
  const folder = path.resolve(cwd, location ?? usersFolder(terminal));
  const [real, root] = [await realFolder(folder), await realFolder(repositoryOf(cwd) ?? cwd)];
  if (real === root || contains(root, real))
    return 'the cache must lie outside of what is linted, which could bring results of its own; --cache-location DIR puts it elsewhere';
  return (options) => runWithStore(options, storeIn(folder, terminal));
}

function storeIn(folder: string, { writeError }: Terminal): RunStore {
  return {
    tool: toolName(),
    load: (key) => readFile(path.join(folder, `${key}.json`), 'utf8').catch(() => undefined),
    save: async (key, text) => {
      try {
        await writeWhole(path.join(folder, `${key}.json`), text);
        await forgetOldest(folder);
      } catch (error) {
        const reason = (error as NodeJS.ErrnoException).code ?? String(error);
        writeError(`incident-lint: the cache cannot be written: ${reason}\n`);
      }
    },
  };
}

/** Where each system keeps what can be made again. */
function usersFolder({ environment }: Terminal): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = environment;
  const home = homedir();
  if (xdg !== undefined && path.isAbsolute(xdg)) return path.join(xdg, 'incident-lint');
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Caches', 'incident-lint');
  if (process.platform === 'win32')
    return path.join(local ?? path.join(home, 'AppData', 'Local'), 'incident-lint', 'Cache');
  return path.join(home, '.cache', 'incident-lint');
}

/** Where a folder really is, or will be when it is made. */
async function realFolder(folder: string): Promise<string> {
  const real = await realpath(folder).catch(() => undefined);
  if (real !== undefined || path.dirname(folder) === folder) return real ?? folder;
  return path.join(await realFolder(path.dirname(folder)), path.basename(folder));
}

/** The version, and the names of the built files, which tell their contents. */
function toolName(): string {
  const built = readdirSync(path.dirname(fileURLToPath(import.meta.url))).toSorted();
  return `${version} ${createHash('sha256').update(built.join('\n')).digest('hex')}`;
}

async function forgetOldest(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^[0-9a-f]{64}\.json$/.test(name));
  if (names.length <= most) return;
  const aged = await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      const stats = await stat(file).catch(() => undefined);
      return { file, time: stats?.mtimeMs ?? 0 };
    }),
  );
  aged.sort((left, right) => right.time - left.time);
  for (const { file } of aged.slice(most)) await rm(file, { force: true });
}
