import { incomplete } from './exit.js';

/** What the command needs from its surroundings; tests could hand in their own. */
export interface Terminal {
  /** The working folder; absolute. */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
  readonly readStandardInput: () => Promise<Uint8Array>;
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
}

/**
 * The process's own streams. A reader that goes away (`| head`) ends the output, not the command; a report that cannot be
 * written, as on a full disk, makes the result incomplete.
 */
export function processTerminal(): Terminal {
  process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return;
    process.stderr.write(
      `incident-lint: the report cannot be written: ${code ?? message} [unwritable-file]\n`,
    );
    // Whatever the command sets later, it has not told what it found.
    process.once('exit', () => (process.exitCode = incomplete));
  });
  // There is nowhere left to tell of it.
  process.stderr.on('error', () => undefined);
  return {
    cwd: process.cwd(),
    environment: process.env,
    isTerminal: process.stdout.isTTY,
    readStandardInput: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
      return Buffer.concat(chunks);
    },
    writeOut: (text) => {
      if (text !== '') process.stdout.write(text);
    },
    writeError: (text) => {
      if (text !== '') process.stderr.write(text);
    },
  };
}

/** Whether to colour: the option decides, else NO_COLOR (no-color.org), FORCE_COLOR, and whether a terminal listens. */
export function wantsColor(option: boolean | undefined, { environment, isTerminal }: Terminal): boolean {
  if (option !== undefined) return option;
  if (environment['NO_COLOR']) return false;
  const { FORCE_COLOR: force } = environment;
  if (force !== undefined) return force !== '0' && force !== 'false';
  return isTerminal && environment['TERM'] !== 'dumb';
}
