import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { AssemblyStack } from '../dialect/cdk/assembly-stack.js';
import { readManifest, type Manifest, type StackArtifact } from '../dialect/cdk/manifest.js';
import { readMetadata } from '../dialect/cdk/metadata.js';
import { filesOfAssets } from '../dialect/cdk/nested-templates.js';
import { versionOfTree } from '../dialect/cdk/version.js';
import { contains } from '../engine/workspaces.js';
import type { Document } from '../index.js';
import { parseJson } from '../parse/json.js';
import { SourceFile } from '../text/source-file.js';

/**
 * The templates of an app that is synthesised, with what its assembly says about them. CDK names those of its stacks
 * only: the templates of nested stacks are found as the stacks refer to them.
 *
 * @param templatePaths as CDK gives them: relative to the working folder where its output folder is.
 * @param cwd what templates are named relative to; absolute.
 */
export function documentsOf(templatePaths: readonly string[], cwd: string): Document[] {
  const documents = new Map<string, Document>();
  const manifests = new Map<string, Manifest | undefined>();
  const nameOf = (file: string): string => path.relative(cwd, file).split(path.sep).join('/');
  const parse = (file: string): Document =>
    parseJson(new SourceFile(nameOf(file), readFileSync(file, 'utf8')));
  const [first = cwd] = templatePaths;
  const app = outermost(path.resolve(cwd, path.dirname(first)));
  const cdkVersion = versionOfTree(dataOf(app, 'tree.json'));
  for (const given of templatePaths) {
    const templatePath = path.resolve(cwd, given);
    const folder = path.dirname(templatePath);
    if (!manifests.has(folder)) manifests.set(folder, readManifest(dataOf(folder, 'manifest.json')));
    const artifact = manifests
      .get(folder)
      ?.stacks.find(({ templateFile }) => templateFile === path.basename(templatePath));
    if (artifact === undefined) {
      documents.set(templatePath, parse(templatePath));
      continue;
    }
    const stack = stackOf(artifact, folder);
    const own = [{ file: templatePath, constructPath: stack.path }];
    // The list grows while it is read: a nested stack may nest others.
    for (const { file, constructPath } of own) {
      const document = parse(file);
      const nestedTemplates = new Map<string, string>();
      const nested = document.root?.kind === 'map' ? stack.nestedIn(document.root, constructPath) : [];
      for (const { logicalId, file: name, path: nestedPath } of nested) {
        const nestedFile = path.resolve(folder, name);
        if (!contains(folder, nestedFile) || !existsSync(nestedFile)) continue;
        nestedTemplates.set(logicalId, nameOf(nestedFile));
        if (own.every((known) => known.file !== nestedFile))
          own.push({ file: nestedFile, constructPath: nestedPath ?? stack.path });
      }
      const { stackName, environment, tags } = artifact;
      documents.set(file, {
        ...document,
        assembly: {
          assembly: nameOf(app),
          ...(cdkVersion !== undefined && { cdkVersion }),
          ...(file === templatePath && { stackName }),
          environment,
          tags,
          // CDK itself finds the construct of a resource, and its line.
          constructs: new Map(),
          nestedTemplates,
        },
      });
    }
  }
  return [...documents.values()];
}

/** The assembly's folder: stages have folders inside of it. */
function outermost(folder: string): string {
  const above = path.dirname(folder);
  return above !== folder && existsSync(path.join(above, 'manifest.json')) ? outermost(above) : folder;
}

function stackOf(artifact: StackArtifact, folder: string): AssemblyStack {
  const { metadata, metadataFile, assetFiles } = artifact;
  const all = readMetadata(metadata, metadataFile === undefined ? undefined : dataOf(folder, metadataFile));
  return new AssemblyStack(artifact, all, filesOfAssets(...assetFiles.map((name) => dataOf(folder, name))));
}

/** What a file of the assembly holds, which CDK wrote a moment ago; undefined where there is none. */
function dataOf(folder: string, name: string): unknown {
  const file = path.join(folder, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
