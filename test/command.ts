import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The built command. */
export const bin = fileURLToPath(new URL('../dist/incident-lint.js', import.meta.url));

/** What a command left behind. */
export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command in a folder, without the variables that change its output. */
export function runCommand(
  cwd: string,
  args: readonly string[],
  { input = '', env = {} }: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Ran {
  const { NO_COLOR: _none, FORCE_COLOR: _forced, DEBUG: _debug, ...inherited } = process.env;
  const options = { cwd, input, env: { ...inherited, ...env }, encoding: 'utf8' as const };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], options);
  return { status, out: stdout, err: stderr };
}
