import { rules } from '../../rules/index.js';
import { loadConfig } from '../../src/config/load.js';
import { run, type Run, type RunOptions } from '../../src/engine/run.js';
import type { Finding } from '../../src/report/finding.js';

/** Lints with some rules as the command would, without the surroundings. */
export async function lintFolder(
  cwd: string,
  paths: readonly string[],
  ruleIds: readonly string[],
  options: Partial<RunOptions> = {},
): Promise<Run> {
  const configuration = await loadConfig({ cwd, ruleIds: rules.map(({ id }) => id) });
  const some = rules.filter(({ id }) => ruleIds.includes(id));
  return run({
    cwd,
    paths,
    configuration,
    rules: some,
    profile: 'strict',
    levels: new Map(),
    context: 'none',
    ...options,
  });
}

/** A finding as `construct path @ file:line:column`. */
export function constructLine({ construct }: Finding): string {
  if (construct === undefined) return 'no construct';
  const { path, file, line, column } = construct;
  return file === undefined ? path : `${path} @ ${file}:${String(line)}:${String(column)}`;
}
