import { graphFormatNames, type GraphFormatName } from '../format/graph/index.js';
import { formatNames, type FormatName } from '../format/index.js';
import { failOnLevels, profiles, ruleLevels, type FailOn, type RuleLevel } from '../rule/level.js';
import type { Profile } from '../rule/rule.js';
import { Given, tokensOf, WrongUsage } from './given.js';
import {
  checkOptions,
  evidenceOptions,
  graphOptions,
  initOptions,
  lspOptions,
  rulesOptions,
  type OptionSpec,
} from './options.js';

export interface CheckCommand {
  readonly command: 'check';
  readonly paths: readonly string[];
  readonly format: FormatName;
  readonly outputFile?: string | undefined;
  readonly config?: string | undefined;
  readonly lookUpConfig: boolean;
  readonly profile?: Profile | undefined;
  /** By the IDs as given: a plugin may have a rule that is not known yet. */
  readonly levels: ReadonlyMap<string, RuleLevel>;
  readonly withPlugins: boolean;
  readonly failOn?: FailOn | undefined;
  readonly context?: string | undefined;
  /** Files and folders with what was captured from the account. */
  readonly evidence: readonly string[];
  /** Files with values of parameters. */
  readonly parameters: readonly string[];
  /** A commit; only what the working tree adds to it is reported. */
  readonly base?: string | undefined;
  /** Findings that a file lists are hidden; with `update` the file is rewritten. */
  readonly baseline?: { readonly file: string; readonly update: boolean } | undefined;
  readonly undecided: boolean;
  readonly failOnUndecided: boolean;
  /** Whether suppressed findings are reported too, as such. */
  readonly suppressed: boolean;
  readonly maxWarnings?: number | undefined;
  readonly quiet: boolean;
  /** Undefined: decided by the environment. */
  readonly color?: boolean | undefined;
  /** Whether a named file may be no template: hooks name every file that changed. */
  readonly skipNonTemplates: boolean;
  readonly stdinFilename?: string | undefined;
  readonly stats: boolean;
  /** Undefined: nothing is fixed. */
  readonly fix?: { readonly isDry: boolean; readonly withUnsafe: boolean } | undefined;
  readonly watch: boolean;
  /** Undefined: nothing is kept from one run to the next; without a folder, the user's own. */
  readonly cache?: { readonly location?: string | undefined } | undefined;
}

export interface RulesCommand {
  readonly command: 'rules';
  readonly id?: string | undefined;
  readonly format: 'text' | 'json';
}

export interface GraphCommand extends Pick<
  CheckCommand,
  | 'paths'
  | 'outputFile'
  | 'config'
  | 'lookUpConfig'
  | 'context'
  | 'evidence'
  | 'parameters'
  | 'color'
  | 'stdinFilename'
> {
  readonly command: 'graph';
  readonly format: GraphFormatName;
}

export type Command =
  | CheckCommand
  | RulesCommand
  | GraphCommand
  | { readonly command: 'init'; readonly force: boolean }
  | { readonly command: 'evidence' }
  | { readonly command: 'lsp' }
  | { readonly command: 'help' }
  | { readonly command: 'version' }
  | { readonly command: 'wrong'; readonly message: string };

/** Reads the arguments after the command's name. A mistake is the command `wrong` with a message. */
export function readArguments(args: readonly string[]): Command {
  try {
    return commandOf(args);
  } catch (error) {
    if (error instanceof WrongUsage) return { command: 'wrong', message: error.message };
    throw error;
  }
}

function commandOf(args: readonly string[]): Command {
  const first = tokensOf(args, checkOptions).find(({ kind }) => kind !== 'option');
  const name = first?.kind === 'positional' ? first.value : undefined;
  const given = new Given(args, specsOf(name));
  if (given.has('help')) return { command: 'help' };
  if (given.has('version')) return { command: 'version' };
  const operands = isCommand(name) ? given.operands.slice(1) : given.operands;
  if (name === 'rules') return rulesCommand(given, operands);
  if (name === 'init') return initCommand(given, operands);
  if (name === 'evidence') return evidenceCommand(given, operands);
  if (name === 'lsp') return lspCommand(given, operands);
  if (name === 'graph') return graphCommand(given, operands);
  return checkCommand(given, operands);
}

function isCommand(name: string | undefined): boolean {
  return name !== undefined && ['check', 'rules', 'graph', 'init', 'evidence', 'lsp'].includes(name);
}

function specsOf(name: string | undefined): Readonly<Record<string, OptionSpec>> {
  if (name === 'rules') return rulesOptions;
  if (name === 'evidence') return evidenceOptions;
  if (name === 'lsp') return lspOptions;
  if (name === 'graph') return graphOptions;
  return name === 'init' ? initOptions : checkOptions;
}

function evidenceCommand(given: Given, operands: readonly string[]): Command {
  if (!given.has('script') || operands.length > 0)
    throw new WrongUsage('evidence takes --script and nothing else: it prints commands, and runs none');
  return { command: 'evidence' };
}

function lspCommand(given: Given, operands: readonly string[]): Command {
  if (!given.has('stdio') || operands.length > 0)
    throw new WrongUsage('lsp takes --stdio and nothing else: the editor says which folders to lint');
  return { command: 'lsp' };
}

function initCommand(given: Given, operands: readonly string[]): Command {
  if (operands.length > 0) throw new WrongUsage('init takes no path: it writes into the working folder');
  return { command: 'init', force: given.has('force') };
}

function rulesCommand(given: Given, [id, ...rest]: readonly string[]): RulesCommand {
  if (rest.length > 0) throw new WrongUsage('rules takes one ID at most');
  return { command: 'rules', id, format: given.word('format', ['text', 'json']) ?? 'text' };
}

function graphCommand(given: Given, paths: readonly string[]): GraphCommand {
  return {
    command: 'graph',
    format: given.word('format', graphFormatNames) ?? 'text',
    ...inputs(given, paths),
  };
}

/** What check and graph have in common: what they read, and where their report goes. */
function inputs(given: Given, paths: readonly string[]): Omit<GraphCommand, 'command' | 'format'> {
  if (given.has('config') && given.has('no-config'))
    throw new WrongUsage('--config and --no-config exclude each other');
  if (paths.filter((operand) => operand === '-').length > 1)
    throw new WrongUsage('standard input can be given once');
  const color = given.last('color', 'no-color');
  return {
    paths: paths.length === 0 ? ['.'] : paths,
    outputFile: given.text('output-file'),
    config: given.text('config'),
    lookUpConfig: !given.has('no-config'),
    context: given.text('context'),
    evidence: given.all('evidence'),
    parameters: given.all('parameters'),
    color: color === undefined ? undefined : color === 'color',
    stdinFilename: given.text('stdin-filename'),
  };
}

function checkCommand(given: Given, paths: readonly string[]): CheckCommand {
  const baseline = given.text('baseline');
  if (baseline === undefined && given.has('update-baseline'))
    throw new WrongUsage('--update-baseline needs --baseline FILE');
  if (fixOptions(given) !== undefined && (paths.includes('-') || given.has('watch')))
    throw new WrongUsage('only files can be fixed, and not while they are watched');
  if (given.has('watch') && paths.includes('-')) throw new WrongUsage('standard input cannot be watched');
  if (given.has('cache-location') && !given.has('cache'))
    throw new WrongUsage('--cache-location needs --cache');
  const maxWarnings = given.text('max-warnings');
  if (maxWarnings !== undefined && !/^\d{1,9}$/.test(maxWarnings))
    throw new WrongUsage(`--max-warnings must be a whole number, not "${maxWarnings}"`);
  return {
    command: 'check',
    ...inputs(given, paths),
    format: given.word('format', formatNames) ?? 'stylish',
    profile: given.word('profile', profiles),
    levels: new Map(given.all('rule').map(levelOf)),
    withPlugins: !given.has('no-plugins'),
    failOn: given.word('fail-on', failOnLevels),
    base: given.text('base'),
    baseline: baseline === undefined ? undefined : { file: baseline, update: given.has('update-baseline') },
    undecided: given.has('undecided'),
    failOnUndecided: given.has('fail-on-undecided'),
    suppressed: given.has('suppressed'),
    maxWarnings: maxWarnings === undefined ? undefined : Number(maxWarnings),
    quiet: given.has('quiet'),
    skipNonTemplates: given.has('skip-non-templates'),
    stats: given.has('stats'),
    fix: fixOptions(given),
    watch: given.has('watch'),
    cache: given.has('cache') ? { location: given.text('cache-location') } : undefined,
  };
}

function fixOptions(given: Given): CheckCommand['fix'] {
  if (!given.has('fix') && !given.has('fix-unsafe') && !given.has('fix-dry-run')) return undefined;
  return { isDry: given.has('fix-dry-run'), withUnsafe: given.has('fix-unsafe') };
}

function levelOf(setting: string): [string, RuleLevel] {
  const [id = '', written = ''] = setting.split(/=(.*)/s);
  const level = ruleLevels.find((candidate) => candidate === written);
  if (level === undefined)
    throw new WrongUsage(`--rule must be ID=LEVEL with one of ${ruleLevels.join(', ')}, not "${setting}"`);
  return [id, level];
}
