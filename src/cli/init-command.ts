import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { clean, incomplete, type ExitStatus } from './exit.js';
import { initFiles } from './init-files.js';
import { writeWhole } from './output-file.js';
import { problemLine } from './problem-line.js';
import type { Terminal } from './terminal.js';

/** Writes the files that a project starts with. One that exists is left alone, and its text printed, without `force`. */
export async function init(force: boolean, terminal: Terminal): Promise<ExitStatus> {
  let status: ExitStatus = clean;
  for (const { name, text } of initFiles) {
    const file = path.join(terminal.cwd, name);
    const exists = await lstat(file).then(
      () => true,
      () => false,
    );
    if (exists && !force) {
      terminal.writeOut(`${name} exists and is left alone (--force overwrites it). It could hold:\n\n`);
      terminal.writeOut(`${text.trimEnd().replace(/^(?=.)/gm, '    ')}\n\n`);
      continue;
    }
    try {
      await writeWhole(file, text);
      terminal.writeOut(`${name} is written\n`);
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? String(error);
      terminal.writeError(
        problemLine({
          file: name,
          message: `the file cannot be written: ${reason}`,
          code: 'unwritable-file',
        }),
      );
      status = incomplete;
    }
  }
  return status;
}
