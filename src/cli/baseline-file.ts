import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  applyBaseline,
  baselineOf,
  baselineText,
  goneFrom,
  readBaseline,
  type BaselineReading,
} from '../engine/baseline.js';
import type { Outcome, Problem } from '../index.js';
import { isError } from '../report/problem.js';
import type { Terminal } from './terminal.js';

/** The options on a baseline. */
export interface BaselineOptions {
  /** Relative to the working folder. */
  readonly file: string;
  readonly update: boolean;
}

/** An outcome without what the baseline lists, and what is to be said about the baseline itself. */
export interface Baselined {
  readonly outcome: Outcome;
  readonly remarks: readonly string[];
}

/**
 * Hides what the baseline lists; with `update` it is written anew first. An incomplete result rewrites nothing: what
 * was not looked at would be lost.
 *
 * @param linted the names of the files that were looked at: what the baseline lists of others is kept.
 */
export async function heedBaseline(
  outcome: Outcome,
  linted: ReadonlySet<string>,
  { file, update }: BaselineOptions,
  terminal: Terminal,
): Promise<Baselined> {
  const absolute = path.resolve(terminal.cwd, file);
  const read = await load(absolute, file, update);
  // A file that is no baseline may be anything: it is not overwritten either.
  if ('problem' in read)
    return { outcome: { ...outcome, problems: [...outcome.problems, read.problem] }, remarks: [] };
  const before = read.baseline;
  const isDecided = (name: string): boolean =>
    linted.has(name) || !existsSync(path.resolve(terminal.cwd, name));
  if (!update) {
    const gone = goneFrom(before, outcome.findings, isDecided).length;
    const remark = `${String(gone)} of the baseline's findings no longer occur; --update-baseline removes them`;
    return { outcome: applyBaseline(outcome, before), remarks: gone === 0 ? [] : [remark] };
  }
  if (outcome.problems.some(isError))
    return {
      outcome: applyBaseline(outcome, before),
      remarks: ['the baseline is not rewritten, because the result is incomplete'],
    };
  const after = baselineOf(outcome.findings, before, isDecided);
  try {
    const { writeWhole } = await import('./output-file.js');
    await writeWhole(absolute, baselineText(after));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    const problem: Problem = {
      file,
      message: `the baseline cannot be written: ${reason}`,
      code: 'unwritable-file',
    };
    return { outcome: { ...applyBaseline(outcome, before), problems: [problem] }, remarks: [] };
  }
  const total = after.reduce((sum, { count }) => sum + count, 0);
  return {
    outcome: applyBaseline(outcome, after),
    remarks: [`the baseline ${file} now lists ${String(total)} findings`],
  };
}

async function load(absolute: string, file: string, update: boolean): Promise<BaselineReading> {
  try {
    return readBaseline(await readFile(absolute, 'utf8'), file);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (isMissing && update) return { baseline: [] };
    const message = isMissing
      ? 'the baseline does not exist; --update-baseline writes it'
      : 'the baseline cannot be read';
    return { problem: { file, message, code: isMissing ? 'missing-file' : 'unreadable-file' } };
  }
}
