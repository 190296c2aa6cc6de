import { createHash } from 'node:crypto';
import { AssemblyStack } from '../dialect/cdk/assembly-stack.js';
import { readFrame, type Frame } from '../dialect/cdk/frame.js';
import type { StackArtifact } from '../dialect/cdk/manifest.js';
import { readMetadata, tracesFor, type ConstructMetadata } from '../dialect/cdk/metadata.js';
import { filesOfAssets, hashesOf } from '../dialect/cdk/nested-templates.js';
import type { AssemblyTemplate } from '../parse/assembly-template.js';
import type { Construct } from '../report/finding.js';
import {
  again,
  templateReading,
  type AssemblyContext,
  type AssemblyFiles,
  type Tell,
} from './assembly-files.js';
import type { ConstructPlace, ConstructPlaces } from './construct-places.js';
import type { Reading } from './read.js';

/** A stack whose templates are read, but not yet told what they are. */
interface UnfinishedStack {
  /** What its traces name. */
  readonly frames: Iterable<Frame>;
  /** Tells the documents what the assembly says about them. */
  readonly finish: (shared: Shared, places: ConstructPlaces | undefined) => Promise<void>;
}

/** What all templates of an assembly share. */
type Shared = Pick<AssemblyTemplate, 'assembly' | 'cdkVersion'>;

interface StackTemplate {
  /** Absolute. */
  readonly file: string;
  /** As the assembly calls it. */
  readonly name: string;
  /** The path of its stack's construct. */
  readonly path: string;
  readonly nestedTemplates: Map<string, string>;
}

/** Reads the templates that are nested in a stack's template, and keeps them with the others. */
export async function readStack(
  { folder, artifact }: { readonly folder: string; readonly artifact: StackArtifact },
  templateFile: string,
  files: AssemblyFiles,
  templates: Map<string, Reading>,
  context: AssemblyContext & { readonly tell: Tell },
): Promise<UnfinishedStack> {
  const { metadataFile, assetFiles } = artifact;
  const { tell } = context;
  const metadata = readMetadata(artifact.metadata, await files.dataOf(folder, metadataFile, tell));
  const assets = await Promise.all(assetFiles.map((name) => files.dataOf(folder, name, tell)));
  const text = templates.get(templateFile)?.document?.file.text;
  if (text !== undefined && isStale(text, hashesOf(artifact.templateFile, ...assets)))
    tell(`${artifact.templateFile} is not the template that the assets of its stack tell of: ${again}`);
  const stack = new AssemblyStack(artifact, metadata, filesOfAssets(...assets));
  const own: StackTemplate[] = [
    { file: templateFile, name: artifact.templateFile, path: stack.path, nestedTemplates: new Map() },
  ];
  // The list grows while it is read: a nested stack may nest others.
  for (const { file, path, nestedTemplates } of own) {
    const root = templates.get(file)?.document?.root;
    if (root?.kind !== 'map') continue;
    for (const nested of stack.nestedIn(root, path)) {
      const nestedFile = await files.locate(folder, nested.file);
      if (nestedFile === undefined) continue;
      nestedTemplates.set(nested.logicalId, context.nameOf(nestedFile));
      if (templates.has(nestedFile)) continue;
      templates.set(nestedFile, await templateReading(nestedFile, artifact.stackName, context));
      own.push({
        file: nestedFile,
        name: nested.file,
        path: nested.path ?? stack.path,
        nestedTemplates: new Map(),
      });
    }
  }
  const framesOf = new Map([...metadata].map(([path, { trace }]) => [path, framesIn(trace)]));
  return {
    frames: [...framesOf.values()].flat(),
    async finish(shared, places) {
      const resources = stack.resources();
      // Each trace is looked at once: the one of a construct at the top may be asked for every resource below it.
      const known = new Map<string, Promise<ConstructPlace | undefined> | undefined>();
      const placeAmong = async (
        traced: readonly ConstructMetadata[],
      ): Promise<ConstructPlace | undefined> => {
        for (const { path } of traced) {
          if (!known.has(path)) known.set(path, places?.placeOf(framesOf.get(path) ?? []));
          const place = await known.get(path);
          if (place !== undefined) return place;
        }
        return undefined;
      };
      for (const { file, name, nestedTemplates } of own) {
        const reading = templates.get(file);
        if (reading?.document === undefined) continue;
        const constructs = new Map<string, Construct>();
        for (const { logicalId, path } of resources.get(name) ?? []) {
          const place = await placeAmong(tracesFor(path, stack.path, metadata));
          constructs.set(logicalId, {
            path,
            ...(place && { file: context.nameOf(place.file), line: place.line, column: place.column }),
          });
        }
        const assembly: AssemblyTemplate = {
          ...shared,
          ...(file === templateFile && { stackName: artifact.stackName }),
          environment: artifact.environment,
          tags: artifact.tags,
          constructs,
          nestedTemplates,
        };
        templates.set(file, { ...reading, document: { ...reading.document, assembly } });
      }
    },
  };
}

/**
 * Whether a template was written by another synthesis than the rest of its assembly, or changed since: its asset is named
 * by its SHA-256. Line breaks may be others where it comes out of Git.
 */
function isStale(text: string, hashes: readonly string[]): boolean {
  const isOf = (content: string): boolean =>
    hashes.includes(createHash('sha256').update(content).digest('hex'));
  return hashes.length > 0 && !isOf(text) && !isOf(text.replaceAll('\r\n', '\n'));
}

function framesIn(trace: readonly string[]): Frame[] {
  return trace.flatMap((line) => readFrame(line) ?? []);
}
