import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { saysItIsTerraform } from '../dialect/form.js';
import type { Document } from '../parse/document.js';
import { SourceFile } from '../text/source-file.js';
import { mayBeAssembly } from './assembly-files.js';
import { discover, matching, walk } from './discover.js';
import { evidenceFilesOf } from './evidence-files.js';
import { nameOf } from './read-expanded.js';
import { run, type Run, type RunOptions } from './run.js';
import { hideSecrets } from './secrets.js';
import { workspaceFinder } from './workspaces.js';

/** Where what runs found is kept, by keys of 64 hexadecimal digits. */
export interface RunStore {
  /** What tells this build of the tool from every other. */
  readonly tool: string;
  /** Undefined where nothing is kept that can be used. */
  readonly load: (key: string) => Promise<string | undefined>;
  readonly save: (key: string, text: string) => Promise<void>;
}

/**
 * As `run`, but what was found is taken from the store where all is as it was: every file that would be read, the options
 * and the tool. What rests on more than that is found anew each time: a base, plugins, standard input, assemblies of CDK
 * and templates that include files.
 */
export async function runWithStore(options: RunOptions, store: RunStore): Promise<Run> {
  const inputs = await inputsOf(options);
  if (inputs === undefined) return run(options);
  const key = keyOf(inputs, options, store);
  const kept = await readRun(await store.load(key), inputs);
  if (kept !== undefined) return kept;
  const ran = await run(options);
  const after = await inputsOf(options);
  const isSettled =
    after !== undefined &&
    keyOf(after, options, store) === key &&
    [...ran.sources.keys()].every((name) => inputs.texts.has(name)) &&
    !ran.outcome.problems.some(({ code }) => code === 'internal-error');
  if (isSettled) await store.save(key, runText(ran));
  return ran;
}

/** What a run depends on besides its options. */
interface Inputs {
  /** The files that PATHs stand for and that surround them, by their names in reports. */
  readonly texts: ReadonlyMap<string, string>;
  /** All that must be the same. */
  readonly state: unknown;
}

/** Undefined where a run depends on more. */
async function inputsOf(options: RunOptions): Promise<Inputs | undefined> {
  const { base, overlay, standardInput, cwd, context, configuration: loaded } = options;
  if (base !== undefined || overlay !== undefined || standardInput !== undefined) return undefined;
  if (loaded.pluginRules.length > 0) return undefined;
  const { folder, configuration } = loaded;
  const contextFolder = context === undefined || context === 'none' ? context : path.resolve(cwd, context);
  if (contextFolder !== undefined && context !== 'none' && !(await isFolder(contextFolder))) return undefined;

  const ignored = await matching(folder, configuration.ignore, 'files');
  const given = await discover(options.paths, cwd, ignored);
  const reported = given.flatMap(({ files }) => files);
  const workspaceOf = await workspaceFinder(loaded, contextFolder);
  const roots = new Set(reported.map((file) => workspaceOf(path.resolve(file)) ?? ''));
  const around: string[] = [];
  for (const root of roots) if (root !== '') around.push(...(await walk(root, ignored)));
  const files = [...new Set([...reported, ...around].map((file) => path.resolve(file)))].toSorted();
  const folders = new Set(files.map((file) => path.dirname(file)));
  if ([...folders].some((one) => mayBeAssembly(one) || /[/\\](?:asset\.|assembly-)/.test(one)))
    return undefined;

  const contents: unknown[] = [];
  const texts = new Map<string, string>();
  for (const file of files) {
    const bytes = await bytesOf(file);
    if (bytes === undefined) return undefined;
    const text = new TextDecoder().decode(bytes);
    if (mayRead.test(text)) return undefined;
    texts.set(nameOf(file, options), text);
    contents.push([file, workspaceOf(file), digest(bytes)]);
  }
  const evidence: unknown[] = [];
  for (const file of await evidenceFilesOf(options.evidence ?? [], cwd)) {
    const [bytes, stats] = [await bytesOf(file), await stat(file).catch(() => undefined)];
    if (bytes === undefined || stats === undefined) return undefined;
    evidence.push([file, digest(bytes), stats.mtimeMs]);
  }
  const overrides: unknown[] = [];
  for (const { files: globs } of configuration.overrides)
    overrides.push([...(await matching(folder, globs, 'files'))].toSorted());
  return { texts, state: [given, contents, evidence, overrides] };
}

/**
 * A text that may take something from a file or from the environment, or has escapes behind which that could be hidden.
 * A text that only looks so is linted anew each time.
 */
const mayRead =
  /(?:Fn::|!)(?:Include|Map|Flatten|Merge|DeepMerge|Stringify|GetEnv|Outputs|Sequence)\b|\bAWS::Include\b|\\[uUx]/;

/** Larger files are refused by every run. */
const mostBytes = 20 * 1024 * 1024;

/** The bytes of a file; undefined for one that cannot be read, or that only can be read once, as a pipe. */
async function bytesOf(file: string): Promise<Uint8Array | undefined> {
  try {
    const stats = await stat(file);
    if (!stats.isFile() || stats.size > mostBytes) return undefined;
    const handle = await open(file, 'r');
    try {
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}

async function isFolder(folder: string): Promise<boolean> {
  return stat(folder).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

function keyOf(
  { state }: Inputs,
  { rules, environment: _never, onInternalError: _told, cache: _memory, ...options }: RunOptions,
  { tool }: RunStore,
): string {
  const ids = rules.map(({ id }) => id);
  return digest(JSON.stringify([tool, process.version, ids, options, state], plain));
}

/** Maps and sets, which JSON would leave out, as lists. */
function plain(_key: string, value: unknown): unknown {
  return value instanceof Map || value instanceof Set ? [value.constructor.name, ...value] : value;
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

interface Kept extends Pick<Run, 'outcome' | 'contextFiles'> {
  readonly sources: readonly string[];
}

/** What is kept of a run: a digest, and what was found. */
function runText({ outcome, contextFiles, sources }: Run): string {
  const kept: Kept = { outcome, contextFiles, sources: [...sources.keys()] };
  const text = JSON.stringify(kept);
  return `${digest(text)}\n${text}`;
}

/** Undefined where a text is not whole. */
async function readRun(text: string | undefined, { texts }: Inputs): Promise<Run | undefined> {
  if (text === undefined) return undefined;
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end === -1 || digest(body) !== text.slice(0, end)) return undefined;
  const { outcome, contextFiles, sources } = JSON.parse(body) as Kept;
  const files = new Map<string, SourceFile>();
  for (const name of sources) files.set(name, await sourceOf(name, texts.get(name) ?? ''));
  return { outcome, contextFiles, sources: files };
}

/** What is shown of a file is the same as if it had been read: nothing that is sensitive. */
async function sourceOf(name: string, text: string): Promise<SourceFile> {
  const file = new SourceFile(name, text);
  if (!saysItIsTerraform(text)) return file;
  const { parseJson } = await import('../parse/json.js');
  let document: Document | undefined;
  hideSecrets(file, () => (document ??= parseJson(file)).root);
  return file;
}
