import { readNearest } from '../config/load.js';
import { loadConfigSync } from '../config/load-sync.js';
import { isError } from '../report/problem.js';
import type { Settings } from '../rule/settings.js';
import { rules } from '../index.js';

const ruleIds = rules.map(({ id }) => id);

/** The configuration that was read last, so that an editor reads a changed one and a run parses it once. */
let last: { readonly cwd: string; readonly text: string; readonly settings: Settings } | undefined;

/**
 * What the nearest `incident-lint.yaml` declares, from a working folder (absolute) upwards. Which rules run is ESLint's to
 * say, so that part of it does not count here. Throws when the configuration cannot be read.
 */
export function settingsFor(cwd: string): Settings {
  const read = readNearest({ cwd, ruleIds });
  const text = 'source' in read ? read.source.text : '';
  if (last?.cwd === cwd && last.text === text && 'source' in read) return last.settings;
  const { configuration, problems } = loadConfigSync({ cwd, ruleIds });
  const [problem] = problems.filter(isError);
  if (problem !== undefined)
    throw new Error(
      `incident-lint: ${problem.file === undefined ? '' : `${problem.file}: `}${problem.message}`,
    );
  last = { cwd, text, settings: configuration.settings };
  return configuration.settings;
}
