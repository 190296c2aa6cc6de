import type { MapNode, Node } from '../../parse/node.js';
import { child } from '../../parse/child.js';
import type { ConstructMetadata } from './metadata.js';
import { entriesOf, fieldAt, textAt } from './plain-json.js';

/** A nested stack as its parent's template and the assembly name it. */
export interface NestedTemplate {
  /** Of the `AWS::CloudFormation::Stack`. */
  readonly logicalId: string;
  /** Relative to the assembly's folder, and not to be trusted. */
  readonly file: string;
  /** The path of the nested stack's construct, where it is known. */
  readonly path: string | undefined;
}

/** The files of assets by what they are called where they are published (`<hash>.json`), from `*.assets.json`. */
export function filesOfAssets(...manifests: readonly unknown[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [, asset] of manifests.flatMap((data) => entriesOf(fieldAt(data, 'files')))) {
    const file = textAt(fieldAt(asset, 'source'), 'path');
    if (file === undefined) continue;
    for (const [, destination] of entriesOf(fieldAt(asset, 'destinations'))) {
      const key = textAt(destination, 'objectKey');
      if (key !== undefined) files.set(lastSegment(key), file);
    }
  }
  return files;
}

/** The SHA-256 sums by which `*.assets.json` name a file, if they do: those of a stack's own template are its contents'. */
export function hashesOf(file: string, ...manifests: readonly unknown[]): string[] {
  return manifests
    .flatMap((data) => entriesOf(fieldAt(data, 'files')))
    .filter(([id, asset]) => /^[0-9a-f]{64}$/.test(id) && textAt(fieldAt(asset, 'source'), 'path') === file)
    .map(([id]) => id);
}

/** Constructs by the paths of their resources, for looking them up by logical ID. */
export type PathsByLogicalId = ReadonlyMap<string, readonly string[]>;

/**
 * The nested stacks of a template: by the metadata `aws:asset:path`, by the asset that `TemplateURL` ends in, or by what
 * the metadata say about the nested stack's construct.
 *
 * @param stackPath the path of the construct whose template it is.
 */
export function nestedTemplates(
  root: MapNode,
  stackPath: string,
  metadata: ReadonlyMap<string, ConstructMetadata>,
  paths: PathsByLogicalId,
  assets: ReadonlyMap<string, string>,
): NestedTemplate[] {
  const resources = child(root, 'Resources');
  return (resources?.kind === 'map' ? resources.entries : []).flatMap(
    ({ key: logicalId, value: resource }) => {
      if (textOf(child(resource, 'Type')) !== 'AWS::CloudFormation::Stack') return [];
      const own = textOf(child(child(resource, 'Metadata'), 'aws:cdk:path'));
      const path = nestedPath(own ?? shortest(paths.get(logicalId) ?? [], stackPath));
      const url = lastText(child(child(resource, 'Properties'), 'TemplateURL'));
      const file =
        textOf(child(child(resource, 'Metadata'), 'aws:asset:path')) ??
        (url === undefined ? undefined : assets.get(lastSegment(url))) ??
        (path === undefined ? undefined : metadata.get(path)?.templateFile);
      return file === undefined ? [] : [{ logicalId, file, path }];
    },
  );
}

/** CDK makes the resource of the nested stack `A/N` as `A/N.NestedStack/N.NestedStackResource`. */
function nestedPath(resourcePath: string | undefined): string | undefined {
  return /^(.+)\.NestedStack\/[^/]+\.NestedStackResource$/.exec(resourcePath ?? '')?.[1];
}

/** Logical IDs of resources in nested stacks repeat; the one that belongs to the stack itself has the shortest path. */
function shortest(paths: readonly string[], stackPath: string): string | undefined {
  return paths
    .filter((path) => path.startsWith(`${stackPath}/`))
    .reduce<string | undefined>(
      (best, path) => (best === undefined || path.length < best.length ? path : best),
      undefined,
    );
}

/** The last text in a value, however deep: what a joined URL ends in. */
function lastText(node: Node | undefined): string | undefined {
  if (node?.kind === 'scalar') return node.text;
  if (node?.kind === 'list') return lastText(node.items.at(-1));
  return lastText(node?.entries.at(-1)?.value);
}

function lastSegment(text: string): string {
  return text.slice(text.lastIndexOf('/') + 1);
}

function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' ? node.text : undefined;
}
