import path from 'node:path';
import type { Problem } from '../index.js';
import type { CheckCommand } from './args.js';
import type { Terminal } from './terminal.js';

/** What came in by standard input, under the name that reports print; undefined where no PATH is `-`. */
export async function readStandardInput(
  { paths, stdinFilename }: Pick<CheckCommand, 'paths' | 'stdinFilename'>,
  terminal: Terminal,
) {
  if (!paths.includes('-')) return undefined;
  const absolute = stdinFilename === undefined ? undefined : path.resolve(terminal.cwd, stdinFilename);
  const relative = absolute === undefined ? '<stdin>' : path.relative(terminal.cwd, absolute);
  const name = relative.split(path.sep).join('/');
  const bytes = await terminal.readStandardInput();
  try {
    return { name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), problems: [] };
  } catch {
    const problem: Problem = { file: name, message: 'standard input is not UTF-8', code: 'unreadable-file' };
    return { name, text: undefined, problems: [problem] };
  }
}
