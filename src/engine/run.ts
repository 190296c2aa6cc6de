import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { LoadedConfiguration } from '../config/load.js';
import type { Outcome } from '../report/outcome.js';
import type { Problem } from '../report/problem.js';
import type { SourceFile } from '../text/source-file.js';
import { Assemblies } from './assemblies.js';
import { discover, matching, toSlash, walk, type Input } from './discover.js';
import type { LintOptions } from './options.js';
import type { BaseReader } from './base.js';
import { applyOverrides, type FileOverride } from './override.js';
import { readTemplateText, type Reading } from './read.js';
import { expanded, nameOf, read } from './read-expanded.js';
import type { ReadingCache } from './reading-cache.js';
import type { EvidenceFiles } from './evidence-files.js';
import { lintWorkspace } from './lint-workspace.js';
import { projectOf, sourcesOf } from './project-files.js';
import { readFiles } from './read-files.js';
import { sort } from './sort.js';
import { sumOf } from './sum.js';
import { contains, documentsOf, groupsOf, workspaceFinder } from './workspaces.js';

/** What is linted, and how. */
export interface RunOptions extends Pick<
  LintOptions,
  'rules' | 'profile' | 'levels' | 'today' | 'parameters' | 'withEngagements'
> {
  /** The working folder; absolute. Reports name files relative to it. */
  readonly cwd: string;
  /** Files, folders or globs; `-` stands for `standardInput`. */
  readonly paths: readonly string[];
  readonly standardInput?: { readonly text: string; readonly name: string };
  readonly configuration: LoadedConfiguration;
  /** A folder relative to the working folder, or `none`; left out: each file's own workspace. */
  readonly context?: string | undefined;
  /** Files and folders with what was captured from the account. */
  readonly evidence?: readonly string[] | undefined;
  /** A commit; only what the working tree adds to it is reported. */
  readonly base?: string | undefined;
  /** Whether a named file may be no template; otherwise that is a problem. */
  readonly skipNonTemplates?: boolean | undefined;
  /** Texts that count instead of those on disk, by absolute paths. */
  readonly overlay?: ReadonlyMap<string, string> | undefined;
  /** The environment variables that templates for cfn-include may read, as far as the configuration allows each. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
  /** Keeps what was read for the next run. */
  readonly cache?: ReadingCache | undefined;
  /** Told of a fault of our own, whose problem names only its message. */
  readonly onInternalError?: (error: unknown) => void;
}

/** What a run found, with the texts of the reported files by their names. */
export interface Run {
  readonly outcome: Outcome;
  readonly sources: ReadonlyMap<string, SourceFile>;
  /** How many templates were read only for what they say about the reported ones. */
  readonly contextFiles: number;
}

/** Reads what PATHs stand for and what surrounds it, and lints each workspace on its own. */
export async function run(options: RunOptions): Promise<Run> {
  const { folder, configuration } = options.configuration;
  const ignored = await matching(folder, configuration.ignore, 'files');
  const problems: Problem[] = [...options.configuration.problems];
  const assemblies = assembliesOf(options, ignored);
  const readings = await readReported(options, ignored, assemblies, problems);
  const workspaceOf = await workspaceFinder(options.configuration, await contextOf(options, problems));

  const overrides: FileOverride[] = [];
  for (const { files, rules } of configuration.overrides) {
    const matched = await matching(folder, files, 'files');
    overrides.push({ files: new Set([...matched].map((file) => nameOf(file, options))), rules });
  }

  const before = await baseOf(options, problems);
  const evidence = await evidenceOf(options, problems);
  const outcomes: Outcome[] = [];
  let contextFiles = 0;
  for (const [root, reported] of groupsOf(documentsOf(readings), workspaceOf)) {
    const around = root === undefined ? [] : await walk(root, ignored);
    const others = around.filter((file) => !readings.has(path.resolve(file)) && workspaceOf(file) === root);
    const context = documentsOf(
      await readFiles(others, new Set(), assemblies, (file) => read(file, false, options)),
    );
    contextFiles += context.size;
    const deleted = before?.deleted.filter(({ file }) => workspaceOf(file) === root) ?? [];
    const names = new Map(deleted.map((gone) => [gone, nameOf(gone.file, options)]));
    const base = await before?.baseOf(new Map([...reported, ...context]), names, problems);
    const wanted = deleted.filter(({ file }) =>
      options.paths.some((given) => contains(path.resolve(options.cwd, given), file)),
    );
    const isReported = new Set([
      ...[...reported.values()].flatMap(({ file, included = [] }) =>
        [file, ...included].map((one) => one.path),
      ),
      ...wanted.map(({ file }) => nameOf(file, options)),
    ]);
    const all = [...reported.values(), ...context.values()];
    outcomes.push(lintWorkspace(all, isReported, { base, evidence }, options, overrides));
  }
  const outcome = sort(applyOverrides(sumOf(outcomes, problems), options, overrides));
  const templates = [...documentsOf(readings).values()].flatMap(({ file, included = [] }) =>
    [...included, file].map((one) => [one.path, one] as const),
  );
  return {
    outcome,
    sources: new Map([...(await sourcesOf(outcome, options.cwd)), ...templates]),
    contextFiles,
  };
}

/** Reads every file that the PATHs stand for, and standard input; by their absolute paths. */
async function readReported(
  options: RunOptions,
  ignored: ReadonlySet<string>,
  assemblies: Assemblies,
  problems: Problem[],
): Promise<Map<string, Reading>> {
  const { cwd, standardInput } = options;
  const paths = options.paths.filter((given) => given !== '-');
  const inputs = await discover(paths, cwd, ignored);
  const demanded = options.skipNonTemplates === true ? [] : inputs.filter((input) => input.named);
  const named = new Set(demanded.flatMap((input) => input.files));
  // Sorted, because the order of the PATHs must not show.
  const files = [...new Set(inputs.flatMap((input) => input.files))].toSorted();
  const readings = await readFiles(files, named, assemblies, (file, isNamed) => read(file, isNamed, options));
  if (standardInput !== undefined) {
    // An editor sends the unsaved text of a file that also lies on disk; the text it sends counts.
    const absolute = path.resolve(cwd, standardInput.name);
    const { text, name } = standardInput;
    readings.set(
      absolute,
      ignored.has(toSlash(absolute))
        ? {}
        : await expanded(await readTemplateText(text, name, true), absolute, options),
    );
  }
  const told = inputs.flatMap((input) => problemsOf(input, readings));
  // A hook names every file that changed, whatever the configuration says of it.
  problems.push(...told.filter(({ code }) => code !== 'ignored-file' || options.skipNonTemplates !== true));
  for (const { problem } of readings.values()) if (problem !== undefined) problems.push(problem);
  return readings;
}

/** The base that is asked for; without one, or where there is none, everything is reported. */
async function baseOf({ base, cwd }: RunOptions, problems: Problem[]): Promise<BaseReader | undefined> {
  if (base === undefined) return undefined;
  const { BaseReader: Reader } = await import('./base.js');
  const opened = await Reader.open(base, cwd);
  problems.push(...(opened instanceof Reader ? opened.problems : [opened]));
  return opened instanceof Reader ? opened : undefined;
}

/** Reads the cloud assemblies that the files are in; a template counts as named, because a manifest names it. */
function assembliesOf(options: RunOptions, ignored: ReadonlySet<string>): Assemblies {
  return new Assemblies({
    read: (file) => (ignored.has(toSlash(file)) ? Promise.resolve({}) : read(file, true, options)),
    nameOf: (file) => nameOf(file, options),
    projectOf: (appFolder) => projectOf(appFolder, options.cwd),
  });
}

/** The folder given with `--context`; without it the PATHs are linted alone. */
async function contextOf({ cwd, context }: RunOptions, problems: Problem[]): Promise<string | undefined> {
  if (context === undefined || context === 'none') return context;
  const folder = path.resolve(cwd, context);
  const stats = await stat(folder).catch(() => undefined);
  if (stats?.isDirectory()) return folder;
  problems.push({
    file: toSlash(context),
    message: 'the folder of --context does not exist',
    code: 'missing-file',
  });
  return 'none';
}

async function evidenceOf(
  { evidence, cwd }: RunOptions,
  problems: Problem[],
): Promise<EvidenceFiles | undefined> {
  if (evidence === undefined || evidence.length === 0) return undefined;
  const { readEvidenceFiles } = await import('./evidence-files.js');
  const read = await readEvidenceFiles(evidence, cwd);
  problems.push(...read.problems);
  return read;
}

/** Files that only a cloud assembly has. */
const assemblyFile = /(?:[/\\]manifest|\.template|\.assets)\.json$/;

/** A PATH that brought no template is a problem: a mistyped one must not look like a clean result. */
function problemsOf(
  { path: given, files, named, problems }: Input,
  readings: ReadonlyMap<string, Reading>,
): readonly Problem[] {
  if (named || problems.length > 0) return problems;
  const read = [...readings].flatMap(([file, { document, problem: fault }]) =>
    document === undefined && fault === undefined ? [] : [file],
  );
  const found = new Set(read);
  // What is missing from a cloud assembly is read, in a way, for a file that is there.
  const beside = (file: string): boolean => {
    const folder = path.dirname(path.resolve(file));
    return assemblyFile.test(file) && read.some((candidate) => contains(folder, candidate));
  };
  return files.some((file) => found.has(path.resolve(file))) || files.some(beside)
    ? []
    : [{ file: toSlash(given), message: 'no templates were found here', code: 'no-templates' }];
}
