import path from 'node:path';
import { loadFormat } from '../format/index.js';
import { reportOf, type Report } from '../format/report.js';
import { contextLines, summaryLine } from '../format/summary.js';
import {
  loadConfig,
  loadParameters,
  rules as builtIn,
  run,
  version,
  type Outcome,
  type Problem,
  type RegisteredRule,
  type ReadingCache,
  type Run,
  type RunOptions,
} from '../index.js';
import { didYouMean } from '../text/nearest.js';
import type { CheckCommand } from './args.js';
import { exitStatus, incomplete, remarks, type ExitStatus, type Thresholds } from './exit.js';
import { formatOptionsOf } from './format-options.js';
import { printable } from '../text/printable.js';
import { problemLine } from './problem-line.js';
import { readStandardInput } from './standard-input.js';
import { addStepSummary } from './step-summary.js';
import type { Terminal } from './terminal.js';

/** Lints, writes the report and everything about our own work, and gives the exit status. */
export async function check(
  command: CheckCommand,
  terminal: Terminal,
  cache?: ReadingCache,
): Promise<ExitStatus> {
  const begin = performance.now();
  const { cwd } = terminal;
  const { configuration, rules, ...loaded } = await loadRules(command, cwd);
  const unknown = unknownRule(command, rules, loaded.problems);
  if (unknown !== undefined) {
    terminal.writeError(problemLine(unknown));
    return incomplete;
  }
  const store = await storeOf(command, terminal);
  if (typeof store === 'string') {
    terminal.writeError(problemLine({ message: store, code: 'bad-usage' }));
    return incomplete;
  }
  const standardInput = await readStandardInput(command, terminal);
  const given = await parametersOf(command, terminal);
  const options: RunOptions = {
    cwd,
    paths: command.paths,
    configuration: {
      ...loaded,
      configuration,
      problems: [...loaded.problems, ...(standardInput?.problems ?? []), ...(given?.problems ?? [])],
    },
    rules,
    profile: command.profile ?? configuration.profile ?? 'recommended',
    levels: new Map([...configuration.rules, ...command.levels]),
    context: command.context,
    skipNonTemplates: command.skipNonTemplates,
    evidence: command.evidence,
    base: command.base,
    withEngagements: command.format === 'html',
    cache,
    ...(given && { parameters: given.values }),
    environment: terminal.environment,
    today: new Date().toISOString().slice(0, 10),
    ...(standardInput?.text !== undefined && { standardInput }),
    onInternalError: (error) => {
      writeStack(error, terminal);
    },
  };
  const fixing = await fix(options, command, terminal);
  const ran = await (store ?? run)({ ...options, overlay: fixing?.overlay });
  const { contextFiles } = ran;
  const heeded = await withoutBaseline(ran, command, terminal);
  const outcome = addProblems(heeded.outcome, fixing?.problems ?? []);

  const thresholds: Thresholds = {
    // A number of warnings that is allowed would allow nothing if a single one failed by its severity.
    failOn:
      command.failOn ?? (command.maxWarnings === undefined ? (configuration.failOn ?? 'warning') : 'error'),
    maxWarnings: command.maxWarnings,
    failOnUndecided: command.failOnUndecided,
  };
  const shown = command.quiet ? errorsOnly(outcome) : outcome;
  const tool = { name: 'incident-lint', version };
  const report = reportOf(shown, tool, configuration.settings.external);
  const formatter = await loadFormat(command.format);
  // A dry run prints what it would change in place of the report.
  const formatOptions = formatOptionsOf(command, terminal, ran, rules, outcome);
  const text = fixing?.diff ?? formatter(report, formatOptions);

  for (const problem of outcome.problems) terminal.writeError(problemLine(problem));
  const written = await write(text, report, command, terminal);
  if (command.format === 'github') await addStepSummary(report, formatOptions, terminal);
  const context = tellsContext(command) ? [] : contextLines(report).map(printable);
  for (const line of [...context, ...heeded.remarks, ...remarks(outcome, shown, thresholds)])
    terminal.writeError(`incident-lint: ${line}\n`);
  if (command.stats) {
    const read = `${String(outcome.files)} files linted, ${String(contextFiles)} more read for context`;
    const milliseconds = Math.round(performance.now() - begin);
    terminal.writeError(
      `incident-lint: ${read}, ${String(outcome.resources)} resources, ${String(rules.length)} rules, ${String(outcome.suppressed.length)} findings suppressed, ${String(milliseconds)} ms\n`,
    );
  }
  return written ? exitStatus(outcome, thresholds) : incomplete;
}

/** The configuration, and all rules there are with it. */
async function loadRules({ config, lookUpConfig, withPlugins }: CheckCommand, cwd: string) {
  const ruleIds = builtIn.map(({ id }) => id);
  const loaded = await loadConfig({ cwd, ruleIds, file: config, lookUp: lookUpConfig, withPlugins });
  return { ...loaded, rules: [...builtIn, ...loaded.pluginRules] };
}

/** The complaint about an ID of `--rule` that no rule has, unless a rule may be missing that has it. */
function unknownRule(
  { levels, withPlugins }: CheckCommand,
  rules: readonly RegisteredRule[],
  problems: readonly Problem[],
): Problem | undefined {
  const ids = rules.map(({ id }) => id);
  const unknown = [...levels.keys()].find((id) => !ids.includes(id));
  const isComplete = withPlugins && !problems.some(({ code }) => code === 'bad-plugin');
  if (unknown === undefined || !isComplete) return undefined;
  return { message: `unknown rule "${unknown}"${didYouMean(unknown, ids)}`, code: 'bad-usage' };
}

/** Whether whoever looks at the terminal reads in the report what the evidence was and what changed. */
function tellsContext({ format, outputFile }: CheckCommand): boolean {
  const isForPeople =
    format === 'stylish' || format === 'github' || format === 'markdown' || format === 'html';
  return isForPeople && outputFile === undefined;
}

/** What fixing came to. */
interface Fixing {
  readonly problems: readonly Problem[];
  /** What a dry run would change, and the texts that it lints instead. */
  readonly diff?: string;
  readonly overlay?: ReadonlyMap<string, string>;
}

async function fix(
  options: RunOptions,
  command: CheckCommand,
  terminal: Terminal,
): Promise<Fixing | undefined> {
  if (command.fix === undefined) return undefined;
  const { fixRounds, writeFixed } = await import('./fix-rounds.js');
  const { baseline, fix: wanted } = command;
  const known = baseline && { ...baseline, update: false };
  const files = await fixRounds(
    async (overlay) => {
      const ran = await run({ ...options, overlay });
      return { ...ran, ...(await withoutBaseline(ran, { baseline: known }, terminal)) };
    },
    wanted.withUnsafe,
    terminal.cwd,
  );
  if (!wanted.isDry) return { problems: await writeFixed(files, terminal) };
  const { unifiedDiff } = await import('./unified-diff.js');
  const overlay = new Map(files.map(({ name, after }) => [path.resolve(terminal.cwd, name), after]));
  return { problems: [], diff: unifiedDiff(files), overlay };
}

async function withoutBaseline(
  { outcome, sources }: Run,
  { baseline }: Pick<CheckCommand, 'baseline'>,
  terminal: Terminal,
): Promise<{ readonly outcome: Outcome; readonly remarks: readonly string[] }> {
  if (baseline === undefined) return { outcome, remarks: [] };
  const { heedBaseline } = await import('./baseline-file.js');
  return heedBaseline(outcome, new Set(sources.keys()), baseline, terminal);
}

/** With the stack trace only for those who ask for it: it is of no use to others. */
export function writeStack(error: unknown, { environment, writeError }: Terminal): void {
  if (environment['DEBUG'] !== 'incident-lint' || !(error instanceof Error)) return;
  writeError(`${error.stack ?? error.message}\n`);
}

/** Runs with what earlier runs found; undefined without `--cache`, a text where that is wrong. */
async function storeOf({ cache, fix: fixing, watch }: CheckCommand, terminal: Terminal) {
  // What is watched is kept in memory, and what was mended a moment ago is not as it was.
  if (cache === undefined || fixing !== undefined || watch) return undefined;
  return (await import('./cache-folder.js')).runnerWithCache(cache.location, terminal);
}

/** The values of `--parameters`; undefined without the option. */
function parametersOf({ parameters }: CheckCommand, { cwd }: Terminal) {
  if (parameters.length === 0) return undefined;
  return loadParameters(cwd, parameters);
}

async function write(
  text: string,
  report: Report,
  command: CheckCommand,
  terminal: Terminal,
): Promise<boolean> {
  const { outputFile } = command;
  if (outputFile === undefined) {
    terminal.writeOut(text);
    return true;
  }
  try {
    const { writeWhole } = await import('./output-file.js');
    await writeWhole(path.resolve(terminal.cwd, outputFile), text);
    terminal.writeError(`${summaryLine(report)}\n`);
    return true;
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    const message = `the report cannot be written: ${reason}`;
    terminal.writeError(problemLine({ file: outputFile, message, code: 'unwritable-file' }));
    return false;
  }
}

function addProblems(outcome: Outcome, problems: readonly Problem[]): Outcome {
  return { ...outcome, problems: [...outcome.problems, ...problems] };
}

function errorsOnly(outcome: Outcome): Outcome {
  return { ...outcome, findings: outcome.findings.filter(({ severity }) => severity === 'error') };
}
