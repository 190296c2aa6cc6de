import { existsSync } from 'node:fs';
import path from 'node:path';
import { readManifest, type Manifest, type StackArtifact } from '../dialect/cdk/manifest.js';
import { versionOfTree } from '../dialect/cdk/version.js';
import {
  again,
  AssemblyFiles,
  templateReading,
  type AssemblyContext,
  type JsonFile,
  type Tell,
} from './assembly-files.js';
import { readStack } from './assembly-stacks.js';
import { ConstructPlaces } from './construct-places.js';
import type { Problem } from '../report/problem.js';
import { unread, type Reading } from './read.js';

/** A cloud assembly with its nested ones. */
export interface Assembly {
  /** All its folders, the outermost first; absolute. */
  readonly folders: readonly string[];
  /** Its templates, also those that are missing, by their absolute paths. */
  readonly templates: ReadonlyMap<string, Reading>;
  /** Why it is not whole, by the absolute paths of manifests. */
  readonly faults: ReadonlyMap<string, Reading>;
}

interface Folder {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** So many nested assemblies are read. */
const mostFolders = 1_000;

/** Reads the cloud assembly of a folder; undefined where it is none. */
export async function readAssembly(folder: string, context: AssemblyContext): Promise<Assembly | undefined> {
  const files = await AssemblyFiles.of(folder);
  const faults = new Map<string, Reading>();
  /** One fault of a manifest is enough, and counts more than a warning. */
  const tellOf =
    (at: string): Tell =>
    (message) => {
      const manifestFile = path.join(at, 'manifest.json');
      if (faults.get(manifestFile)?.document === undefined)
        faults.set(manifestFile, unread(context.nameOf(manifestFile), 'incomplete-assembly', message));
    };
  const folders = await readFolders(files, faults, tellOf, context);
  if (folders.length === 0 && faults.size === 0) return undefined;
  const templates = new Map<string, Reading>();
  const [outermost] = folders;
  const tree = await files.dataOf(folder, outermost?.manifest.treeFile, tellOf(folder));
  const cdkVersion = versionOfTree(tree);
  const shared = { assembly: context.nameOf(folder), ...(cdkVersion !== undefined && { cdkVersion }) };
  const stacks = folders.flatMap((at) =>
    at.manifest.stacks.map((artifact) => ({ folder: at.folder, artifact })),
  );
  const read = [];
  for (const stack of stacks) {
    const tell = tellOf(stack.folder);
    const templateFile = await templateOf(stack, files, templates, tell, context);
    if (templateFile !== undefined)
      read.push(await readStack(stack, templateFile, files, templates, { ...context, tell }));
  }
  const frames = new Set(read.flatMap(({ frames }) => [...frames].map(({ file }) => file)));
  const appFolder = path.dirname(folder);
  const project = context.projectOf(appFolder);
  const places = project === undefined ? undefined : await ConstructPlaces.of(project, appFolder, frames);
  for (const { finish } of read) await finish(shared, places);
  return { folders: folders.length === 0 ? [folder] : folders.map((at) => at.folder), templates, faults };
}

/** The folders whose manifests can be read, each once, though assemblies may name each other in a circle. */
async function readFolders(
  files: AssemblyFiles,
  faults: Map<string, Reading>,
  tellOf: (folder: string) => Tell,
  { nameOf }: AssemblyContext,
): Promise<Folder[]> {
  const found: Folder[] = [];
  const seen = new Set([files.folder]);
  for (const folder of seen) {
    const manifestFile = path.join(folder, 'manifest.json');
    const tell = tellOf(folder);
    const isBegun = existsSync(path.join(folder, 'cdk.out'));
    const json = await files.readJson(folder, 'manifest.json');
    const manifest = json.kind === 'read' ? readManifest(json.data) : undefined;
    if (manifest === undefined) {
      // A web app, too, has a manifest.json; the marker is CDK's own, and so are folders that a manifest names.
      if (isBegun || folder !== files.folder)
        tell(`${stateOf(json.kind)}, so the cloud assembly is not whole: ${again}`);
      continue;
    }
    if (existsSync(path.join(folder, 'synth.lock')))
      tell(
        `synth.lock says that the cloud assembly is being written, or was when its synthesis broke off: ${again}`,
      );
    found.push({ folder, manifest });
    for (const name of manifest.assemblies) {
      const nested = await files.locate(folder, name);
      if (nested === undefined) tell(`the nested assembly ${name} lies outside of the cloud assembly`);
      else if (seen.size < mostFolders) seen.add(nested);
    }
    if (manifest.lacksContext && !faults.has(manifestFile))
      faults.set(manifestFile, { problem: lackingContext(nameOf(manifestFile)) });
  }
  return found;
}

/** Synthesis goes on with placeholders (`vpc-12345`) until the CDK CLI has looked values up. */
function lackingContext(file: string): Problem {
  const message = `values of the account were not looked up, and placeholders stand for them: ${again}`;
  return { file, message, code: 'incomplete-assembly', severity: 'warning' };
}

function stateOf(kind: JsonFile['kind']): string {
  if (kind === 'missing') return 'the manifest is missing';
  if (kind === 'too-large') return 'the manifest is too large';
  return kind === 'malformed' ? 'the manifest is malformed JSON' : 'the manifest is none of a cloud assembly';
}

/** The absolute path of a stack's template, which is read here when it exists. */
async function templateOf(
  { folder, artifact }: { readonly folder: string; readonly artifact: StackArtifact },
  files: AssemblyFiles,
  templates: Map<string, Reading>,
  tell: Tell,
  { nameOf, read }: AssemblyContext,
): Promise<string | undefined> {
  const { templateFile, stackName } = artifact;
  const file = await files.locate(folder, templateFile);
  if (file === undefined) {
    tell(`the template of stack ${stackName} lies outside of the cloud assembly: ${templateFile}`);
    return undefined;
  }
  if (templates.has(file)) return undefined;
  templates.set(file, await templateReading(file, stackName, { nameOf, read }));
  return file;
}
