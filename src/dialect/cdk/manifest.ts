import type { Environment } from '../../parse/assembly-template.js';
import { entriesOf, fieldAt, objectOf, textAt, textsOf } from './plain-json.js';

/** A stack as a manifest has it. File names are relative to the manifest's folder, and not to be trusted. */
export interface StackArtifact {
  readonly stackName: string;
  /** Mostly the path of the stack's construct. */
  readonly displayName: string;
  readonly templateFile: string;
  readonly environment: Environment;
  readonly tags: ReadonlyMap<string, string>;
  /** Metadata by construct paths, in the manifest itself. */
  readonly metadata: unknown;
  /** The file with more metadata. */
  readonly metadataFile: string | undefined;
  /** The manifests of the assets that the stack needs. */
  readonly assetFiles: readonly string[];
}

/** What is used of a cloud assembly's `manifest.json`. */
export interface Manifest {
  readonly stacks: readonly StackArtifact[];
  /** The folders of nested assemblies: stages. */
  readonly assemblies: readonly string[];
  readonly treeFile: string | undefined;
  /** Whether values of the account were not looked up, and placeholders stand for them. */
  readonly lacksContext: boolean;
}

/**
 * Reads a manifest of any version of the cloud assembly's schema (`@aws-cdk/cloud-assembly-schema`, 0.33 to 55; later ones
 * have so far only added to it). Undefined for a file that is no such manifest, such as a web app's `manifest.json`.
 */
export function readManifest(data: unknown): Manifest | undefined {
  const artifacts = objectOf(fieldAt(data, 'artifacts'));
  if (textAt(data, 'version') === undefined || artifacts === undefined) return undefined;
  const all = entriesOf(artifacts);
  if (all.some(([, artifact]) => textAt(artifact, 'type') === undefined)) return undefined;
  const ofType = (type: string): [string, unknown][] =>
    all.filter(([, artifact]) => textAt(artifact, 'type') === type);
  const property = (artifact: unknown, name: string): string[] =>
    textsOf([textAt(fieldAt(artifact, 'properties'), name)]);
  const assets = new Map(
    ofType('cdk:asset-manifest').flatMap(([id, artifact]) =>
      property(artifact, 'file').map((file) => [id, file] as const),
    ),
  );
  return {
    stacks: ofType('aws:cloudformation:stack').flatMap(([id, artifact]) => stackOf(id, artifact, assets)),
    assemblies: ofType('cdk:cloud-assembly').flatMap(([, artifact]) => property(artifact, 'directoryName')),
    lacksContext: hasItems(fieldAt(data, 'missing')),
    treeFile: ofType('cdk:tree').flatMap(([, artifact]) => property(artifact, 'file'))[0],
  };
}

/** What is missing is a list, and was an object before version 1. */
function hasItems(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : entriesOf(value).length > 0;
}

function stackOf(id: string, artifact: unknown, assets: ReadonlyMap<string, string>): StackArtifact[] {
  const properties = fieldAt(artifact, 'properties');
  const templateFile = textAt(properties, 'templateFile');
  if (templateFile === undefined) return [];
  return [
    {
      stackName: textAt(properties, 'stackName') ?? id,
      displayName: textAt(artifact, 'displayName') ?? id,
      templateFile,
      environment: environmentOf(textAt(artifact, 'environment') ?? ''),
      tags: new Map(
        entriesOf(fieldAt(properties, 'tags')).flatMap(([key, value]) =>
          typeof value === 'string' ? [[key, value] as const] : [],
        ),
      ),
      metadata: fieldAt(artifact, 'metadata'),
      metadataFile: textAt(artifact, 'additionalMetadataFile'),
      assetFiles: textsOf(fieldAt(artifact, 'dependencies')).flatMap((name) => assets.get(name) ?? []),
    },
  ];
}

/** Reads `aws://ACCOUNT/REGION`, where either may be `unknown-account` or `unknown-region`. */
function environmentOf(text: string): Environment {
  const [, account, region] = /^aws:\/\/([^/]*)\/([^/]*)$/.exec(text) ?? [];
  return {
    ...(account !== undefined && /^\d{12}$/.test(account) && { account }),
    ...(region !== undefined && /^[a-z]{2}(?:-[a-z]{1,10}){1,3}-\d$/.test(region) && { region }),
  };
}
