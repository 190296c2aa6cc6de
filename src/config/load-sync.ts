import { parseJson } from '../parse/json.js';
import { parseYaml } from '../parse/yaml.js';
import { isJson, readNearest, type LoadedConfiguration, type LoadOptions } from './load.js';
import { readConfiguration } from './schema.js';

/** As `loadConfig`, for callers that cannot wait, such as CDK's synthesis; both parsers are loaded for it. */
export function loadConfigSync(options: LoadOptions): LoadedConfiguration {
  const read = readNearest(options);
  if (!('source' in read)) return read;
  const document = isJson(read.source) ? parseJson(read.source) : parseYaml(read.source);
  return { ...read.where, ...readConfiguration(document, options.ruleIds) };
}
