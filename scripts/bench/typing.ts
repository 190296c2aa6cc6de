import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Editor } from './editor.js';
import { onCallTeam } from './on-call-team.js';

/** What typing costs an editor. */
export interface Typing {
  /** How long it takes from opening a file to its findings, for which everything is read; milliseconds. */
  readonly first: number;
  /** From a keystroke to the findings, the median and the slowest twentieth; milliseconds. */
  readonly median: number;
  readonly slow: number;
}

/**
 * Types into one of many templates of a workspace, and waits after each keystroke for the findings that the language
 * server shows.
 *
 * @param bin the built command.
 */
export async function typing(
  bin: string,
  folder: string,
  templates: number,
  keystrokes: number,
): Promise<Typing> {
  writeTemplates(folder, templates);
  const editor = await Editor.start(bin, folder);
  const file = join(folder, 'team-0.yaml');
  const start = performance.now();
  await editor.open(file, onCallTeam(0));
  const first = performance.now() - start;
  const times: number[] = [];
  for (let count = 1; count <= keystrokes; count += 1)
    times.push(await editor.change(file, count, edited(0, count)));
  await editor.end();
  times.sort((left, right) => left - right);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { first, median: at(0.5), slow: at(0.95) };
}

/** As many files of a workspace are open while its heap is watched. */
const opened = 5;

/** How many bytes of the server's heap are in use after so many edits of open files, each of which is linted. */
export async function heapAfterEdits(
  bin: string,
  folder: string,
  templates: number,
  edits: readonly number[],
): Promise<number[]> {
  writeTemplates(folder, templates);
  const editor = await Editor.start(bin, folder);
  const fileOf = (team: number): string => join(folder, `team-${String(team)}.yaml`);
  for (let team = 0; team < opened; team += 1) await editor.open(fileOf(team), onCallTeam(team));
  const heaps: number[] = [];
  for (let edit = 1; edit <= Math.max(...edits); edit += 1) {
    const team = edit % opened;
    await editor.change(fileOf(team), edit, edited(team, edit));
    if (edits.includes(edit)) heaps.push(await editor.heap());
  }
  await editor.end();
  return heaps;
}

function edited(team: number, count: number): string {
  return `${onCallTeam(team)}# edit ${String(count)}\n`;
}

function writeTemplates(folder: string, templates: number): void {
  // A repository of its own is a workspace of its own.
  mkdirSync(join(folder, '.git'), { recursive: true });
  for (let team = 0; team < templates; team += 1)
    writeFileSync(join(folder, `team-${String(team)}.yaml`), onCallTeam(team));
}
