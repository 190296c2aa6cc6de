import { parseJson } from '../parse/json.js';
import { parseYaml } from '../parse/yaml.js';
import type { Problem } from '../report/problem.js';
import { isJson, readNearest, withoutPlugins, type LoadedConfiguration, type LoadOptions } from './load.js';

/** As `loadConfig`, for callers that cannot wait, such as CDK's synthesis; both parsers are loaded for it. */
export function loadConfigSync(options: LoadOptions): LoadedConfiguration {
  const read = readNearest(options);
  if (!('source' in read)) return read;
  const document = isJson(read.source) ? parseJson(read.source) : parseYaml(read.source);
  const reading = withoutPlugins(document, options.ruleIds);
  const ignored = reading.configuration.plugins.map(({ file, range }): Problem => ({
    file,
    range,
    message: 'plugins are loaded by the command only',
    code: 'bad-plugin',
    severity: 'warning',
  }));
  return { ...read.where, ...reading, pluginRules: [], problems: [...reading.problems, ...ignored] };
}
