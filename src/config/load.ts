import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../report/problem.js';
import type { RegisteredRule } from '../rule/rule.js';
import type { Document } from '../parse/document.js';
import { SourceFile } from '../text/source-file.js';
import { emptyConfiguration, type Configuration } from './configuration.js';
import { readConfiguration, type ConfigurationReading } from './schema.js';

/** The names of a configuration, the first that exists in a folder counts. */
export const configurationNames = ['incident-lint.yaml', 'incident-lint.yml', 'incident-lint.json'];

/** A configuration and where it applies. */
export interface LoadedConfiguration {
  readonly configuration: Configuration;
  /** The folder that its globs are relative to; absolute. */
  readonly folder: string;
  /** Whether it was found by looking up from the working folder: its folder is then a workspace. */
  readonly found: boolean;
  /** The rules of the plugins that it names. */
  readonly pluginRules: readonly RegisteredRule[];
  readonly problems: readonly Problem[];
}

export interface LoadOptions {
  /** The working folder; absolute. */
  readonly cwd: string;
  /** The IDs of all rules there are. */
  readonly ruleIds: readonly string[];
  /** The configuration to read, relative to the working folder; its globs are then relative to the working folder. */
  readonly file?: string | undefined;
  /** False: none is looked for. */
  readonly lookUp?: boolean;
  /** A folder above which none is looked for; left out: the root of the Git repository. */
  readonly within?: string | undefined;
  /** False: the plugins that it names are not run, and an ID that may be of one of their rules is no mistake. */
  readonly withPlugins?: boolean;
}

/**
 * Loads the configuration that was named, or the nearest one from the working folder up to the root of its Git
 * repository; outside a repository only the working folder is looked at. Without one everything has its default.
 */
export async function loadConfig(options: LoadOptions): Promise<LoadedConfiguration> {
  const read = readNearest(options);
  if (!('source' in read)) return read;
  const document = isJson(read.source)
    ? (await import('../parse/json.js')).parseJson(read.source)
    : (await import('../parse/yaml.js')).parseYaml(read.source);
  const { ruleIds, withPlugins = true } = options;
  const { where } = read;
  const { plugins } = readConfiguration(document, undefined).configuration;
  if (plugins.length === 0 || !withPlugins)
    return { ...where, pluginRules: [], ...withoutPlugins(document, ruleIds) };
  const loaded = await (await import('./plugins.js')).loadPlugins(plugins, where.folder, ruleIds);
  // A rule of a plugin that failed is no second mistake.
  const known = loaded.problems.length > 0 ? undefined : [...ruleIds, ...loaded.rules.map(({ id }) => id)];
  const reading = readConfiguration(document, known);
  const problems = [...reading.problems, ...loaded.problems];
  return { ...where, ...reading, pluginRules: loaded.rules, problems };
}

/** What a configuration says where no plugin is run: rules that it may have from one are passed over. */
export function withoutPlugins(document: Document, ruleIds: readonly string[]): ConfigurationReading {
  const { configuration } = readConfiguration(document, undefined);
  return readConfiguration(document, configuration.plugins.length > 0 ? undefined : ruleIds);
}

/** What a configuration's text is, before it is parsed; or the outcome where there is none to parse. */
type Nearest =
  | LoadedConfiguration
  | { readonly source: SourceFile; readonly where: Pick<LoadedConfiguration, 'folder' | 'found'> };

/** Finds and reads a configuration without waiting. */
export function readNearest({ cwd, file, lookUp = true, within }: LoadOptions): Nearest {
  const absolute =
    file === undefined ? (lookUp ? nearestConfiguration(cwd, within) : undefined) : path.resolve(cwd, file);
  if (absolute === undefined)
    return { configuration: emptyConfiguration, folder: cwd, found: false, pluginRules: [], problems: [] };
  const found = file === undefined;
  const folder = found ? path.dirname(absolute) : cwd;
  const name = (path.relative(cwd, absolute) || absolute).split(path.sep).join('/');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(absolute));
    return { source: new SourceFile(name, text), where: { folder, found } };
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const problem: Problem = missing
      ? { file: name, message: 'the configuration does not exist', code: 'missing-file' }
      : { file: name, message: 'the configuration cannot be read', code: 'unreadable-file' };
    return { configuration: emptyConfiguration, folder, found, pluginRules: [], problems: [problem] };
  }
}

/** Whether a configuration is written in JSON. */
export function isJson({ text }: SourceFile): boolean {
  return /^\s*\{/.test(text);
}

function nearestConfiguration(cwd: string, within: string | undefined): string | undefined {
  const root = within ?? repositoryOf(cwd) ?? cwd;
  for (const folder of upwards(cwd)) {
    const name = configurationNames.find((candidate) => existsSync(path.join(folder, candidate)));
    if (name !== undefined) return path.join(folder, name);
    if (folder === root) break;
  }
  return undefined;
}

/** The root of the Git repository that holds a folder: the nearest one with `.git` (a file in worktrees and submodules). */
export function repositoryOf(folder: string): string | undefined {
  return upwards(folder).find((candidate) => existsSync(path.join(candidate, '.git')));
}

/** A folder and all above it, the nearest first. */
function upwards(folder: string): string[] {
  const parent = path.dirname(folder);
  return parent === folder ? [folder] : [folder, ...upwards(parent)];
}
