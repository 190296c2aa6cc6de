import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Problem } from '../report/problem.js';
import type { RegisteredRule, Rule } from '../rule/rule.js';
import type { Range } from '../text/source-file.js';

/** What the module of a plugin exports as its default. */
export interface Plugin {
  /** By their IDs: lower-case words with hyphens, none of them the ID of another rule. */
  readonly rules: Readonly<Record<string, Rule>>;
  /** The address of a page about the rules; left out: that of incident-lint's own. */
  readonly docs?: string;
}

/** A plugin as the configuration names it. */
export interface PluginReference {
  /** Relative to the configuration's folder. */
  readonly path: string;
  /** The configuration, and where it names the plugin. */
  readonly file: string;
  readonly range: Range;
}

/** Rules of plugins, and what is wrong with those that could not be loaded. */
export interface LoadedPlugins {
  readonly rules: readonly RegisteredRule[];
  readonly problems: readonly Problem[];
}

const ownDocs = 'https://github.com/incident-lint/incident-lint#rules-of-your-own';

/**
 * Runs the modules of plugins and registers their rules, under the practice `plugins`.
 *
 * @param folder the configuration's folder; a module outside of it is refused, also one that a link leads to.
 * @param ruleIds the IDs that are taken.
 */
export async function loadPlugins(
  references: readonly PluginReference[],
  folder: string,
  ruleIds: readonly string[],
): Promise<LoadedPlugins> {
  const rules: RegisteredRule[] = [];
  const problems: Problem[] = [];
  for (const reference of references) {
    const taken = [...ruleIds, ...rules.map(({ id }) => id)];
    const loaded = await load(reference, folder, taken);
    if (typeof loaded !== 'string') {
      rules.push(...loaded);
      continue;
    }
    const { file, range } = reference;
    problems.push({ file, range, message: `the plugin ${loaded}`, code: 'bad-plugin' });
  }
  return { rules, problems };
}

async function load(
  { path: given }: PluginReference,
  folder: string,
  taken: readonly string[],
): Promise<RegisteredRule[] | string> {
  let file: string;
  try {
    file = await realpath(path.resolve(folder, given));
    const inside = path.relative(await realpath(folder), file);
    if (inside.startsWith('..') || path.isAbsolute(inside))
      return "lies outside of the configuration's folder";
  } catch {
    return 'does not exist';
  }
  try {
    const module = (await import(pathToFileURL(file).href)) as { readonly default?: unknown };
    return registered(module.default, taken);
  } catch (error) {
    return `fails as it is loaded: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function registered(plugin: unknown, taken: readonly string[]): RegisteredRule[] | string {
  if (!isPlugin(plugin)) return 'exports no object with "rules" as its default';
  const { docs = ownDocs } = plugin;
  const entries = Object.entries(plugin.rules);
  for (const [id, rule] of entries) {
    if (!/^[a-z]+(-[a-z0-9]+)*$/.test(id)) return `has a rule "${id}", which is no ID such as "our-rule"`;
    if (taken.includes(id)) return `has a rule "${id}", which exists already`;
    const fault = faultOfRule(rule);
    if (fault !== undefined) return `has a rule "${id}" ${fault}`;
  }
  return entries.map(([id, rule]) => ({ id, practice: 'plugins', rule, docs }));
}

function isPlugin(value: unknown): value is Plugin {
  const { rules, docs } = (value ?? {}) as { readonly rules?: unknown; readonly docs?: unknown };
  return typeof rules === 'object' && rules !== null && (docs === undefined || typeof docs === 'string');
}

/** A plugin in JavaScript has no compiler to tell what a rule lacks. */
function faultOfRule(given: unknown): string | undefined {
  if (typeof given !== 'object' || given === null) return 'that is no object';
  const rule: Partial<Record<keyof Rule, unknown>> = given;
  const lacking = (['summary', 'message', 'help'] as const).find((key) => typeof rule[key] !== 'string');
  if (lacking !== undefined) return `without a text "${lacking}"`;
  if (!['error', 'warning', 'info'].includes(String(rule.severity))) return 'without a severity';
  if (!['recommended', 'strict'].includes(String(rule.profile))) return 'without a profile';
  return typeof rule.check === 'object' && rule.check !== null ? undefined : 'without an object "check"';
}
