import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { setFlagsFromString } from 'node:v8';
import type { LiveFolder } from '../../src/index.js';
import { onCallTeam } from './on-call-team.js';

/** What typing costs an editor. */
export interface Typing {
  /** How long the first lint takes, which reads everything; milliseconds. */
  readonly first: number;
  /** The median and the slowest twentieth of keystrokes; milliseconds. */
  readonly median: number;
  readonly slow: number;
}

const today = '2026-11-24';

/**
 * Types into one of many templates of a workspace, and lints after each keystroke what is open.
 *
 * @param library the built library, as an address of a module.
 */
export async function typing(
  library: string,
  folder: string,
  templates: number,
  keystrokes: number,
): Promise<Typing> {
  const live = await open(library, folder, templates);
  const file = join(folder, 'team-0.yaml');
  const lint = async (text: string): Promise<number> => {
    const start = performance.now();
    live.setText(file, text);
    await live.lint(today, new Set([file]));
    return performance.now() - start;
  };
  const first = await lint(onCallTeam(0));
  const times: number[] = [];
  for (let count = 1; count <= keystrokes; count += 1) times.push(await lint(edited(count)));
  times.sort((left, right) => left - right);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { first, median: at(0.5), slow: at(0.95) };
}

/** How many bytes of the heap are in use after so many edits of a workspace, all of them linted. */
export async function heapAfterEdits(
  library: string,
  folder: string,
  templates: number,
  edits: readonly number[],
): Promise<number[]> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const live = await open(library, folder, templates);
  const heaps: number[] = [];
  for (let edit = 1; edit <= Math.max(...edits); edit += 1) {
    const file = join(folder, `team-${String(edit % templates)}.yaml`);
    live.setText(file, edited(edit));
    await live.lint(today, new Set([file]));
    if (!edits.includes(edit)) continue;
    collect();
    heaps.push(process.memoryUsage().heapUsed);
  }
  return heaps;
}

function edited(count: number): string {
  return `${onCallTeam(0)}# edit ${String(count)}\n`;
}

async function open(library: string, folder: string, templates: number): Promise<LiveFolder> {
  // A repository of its own is a workspace of its own.
  mkdirSync(join(folder, '.git'), { recursive: true });
  for (let team = 0; team < templates; team += 1)
    writeFileSync(join(folder, `team-${String(team)}.yaml`), onCallTeam(team));
  const {
    LiveFolder: Live,
    loadConfig,
    rules,
  } = (await import(pathToFileURL(library).href)) as typeof import('../../src/index.js');
  const configuration = await loadConfig({ cwd: folder, ruleIds: rules.map(({ id }) => id), within: folder });
  return new Live(folder, { rules, profile: 'recommended', levels: new Map(), configuration });
}
