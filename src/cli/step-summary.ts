import path from 'node:path';
import type { FormatOptions, Report } from '../format/report.js';
import { problemLine } from './problem-line.js';
import type { Terminal } from './terminal.js';

/**
 * Adds the report as Markdown to the summary of a step of GitHub Actions, whose file GITHUB_STEP_SUMMARY names; nothing
 * where it is not set. A summary that cannot be written is told, and changes no result.
 */
export async function addStepSummary(
  report: Report,
  options: FormatOptions,
  { cwd, environment, writeError }: Terminal,
): Promise<void> {
  const file = environment['GITHUB_STEP_SUMMARY'];
  if (file === undefined || file === '') return;
  const [{ appendFile }, { markdown }] = await Promise.all([
    import('node:fs/promises'),
    import('../format/markdown.js'),
  ]);
  try {
    await appendFile(path.resolve(cwd, file), `${markdown(report, options)}\n`);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    const message = `the summary of the step cannot be written: ${reason}`;
    writeError(problemLine({ file, message, code: 'unwritable-file' }));
  }
}
