import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { applyFixes, type Problem, type Run } from '../index.js';
import { writeWhole } from './output-file.js';
import type { Terminal } from './terminal.js';

/** A fix can lay another fault open; what still changes after so many rounds goes round in circles. */
const mostRounds = 10;

/** Lints with texts that count instead of those on disk, by absolute paths. */
export type Lint = (overlay: ReadonlyMap<string, string>) => Promise<Pick<Run, 'outcome' | 'sources'>>;

/** A file before and after its fixes. */
export interface FixedFile {
  /** As reports print it. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Applies fixes in memory, round by round, until there is nothing more to fix. */
export async function fixRounds(lint: Lint, withUnsafe: boolean, cwd: string): Promise<FixedFile[]> {
  const overlay = new Map<string, string>();
  const fixed = new Map<string, FixedFile>();
  for (let round = 0; round < mostRounds; round += 1) {
    const { outcome, sources } = await lint(overlay);
    const texts = applyFixes(outcome.findings, sources, withUnsafe);
    if (texts.size === 0) break;
    for (const [name, after] of texts) {
      const before = fixed.get(name)?.before ?? sources.get(name)?.text ?? '';
      fixed.set(name, { name, before, after });
      overlay.set(path.resolve(cwd, name), after);
    }
  }
  return [...fixed.values()].toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

/** Writes what was fixed. A file that changed in the meantime, or is a link, is left alone, which is a problem. */
export async function writeFixed(files: readonly FixedFile[], { cwd }: Terminal): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { name, before, after } of files) {
    const fault = await writeOne(path.resolve(cwd, name), before, after);
    if (fault !== undefined)
      problems.push({ file: name, message: `the fix is not written: ${fault}`, code: 'unwritable-file' });
  }
  return problems;
}

async function writeOne(file: string, before: string, after: string): Promise<string | undefined> {
  try {
    // What it points at may lie outside of the workspace.
    if ((await lstat(file)).isSymbolicLink()) return 'the file is a link';
    const text = await readFile(file, 'utf8');
    const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
    if (text.slice(mark.length) !== before) return 'the file changed in the meantime';
    await writeWhole(file, mark + after);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}
