import { gunzipSync } from 'node:zlib';
import type { MapNode, Node } from '../../parse/node.js';
import { child } from '../../parse/child.js';
import { entriesOf, fieldAt, textAt } from './plain-json.js';

/** More than this is not unpacked. */
const mostBytes = 1_000_000;

/** So many nodes of a tree are looked at: the app and its stacks stand at the top. */
const mostNodes = 10_000;

/**
 * The version of CDK that a `tree.json` names: that of the constructs of aws-cdk-lib, or of `@aws-cdk/core` for CDK 1.
 * Constructs of the package `constructs` have versions of their own.
 */
export function versionOfTree(data: unknown): string | undefined {
  let level: unknown[] = [fieldAt(data, 'tree')];
  for (let looked = 0; level.length > 0 && looked < mostNodes; looked += level.length) {
    for (const node of level) {
      const info = fieldAt(node, 'constructInfo');
      const isCdk = /^(?:aws-cdk-lib\b|@aws-cdk\/core\b)/.test(textAt(info, 'fqn') ?? '');
      const version = isCdk ? versionIn(textAt(info, 'version') ?? '') : undefined;
      if (version !== undefined) return version;
    }
    level = level.flatMap((node) => entriesOf(fieldAt(node, 'children')).map(([, child]) => child));
  }
  return undefined;
}

/**
 * The version of CDK in a template's `AWS::CDK::Metadata`: `v2:deflate64:` and base64 of a packed list of constructs that
 * begins with `2.276.0!aws-cdk-lib.`.
 */
export function versionOfTemplate(root: MapNode): string | undefined {
  const resources = child(root, 'Resources');
  for (const { value: resource } of resources?.kind === 'map' ? resources.entries : []) {
    if (textOf(child(resource, 'Type')) !== 'AWS::CDK::Metadata') continue;
    const analytics = textOf(child(child(resource, 'Properties'), 'Analytics')) ?? '';
    const [, packed] = /^v2:deflate64:([A-Za-z0-9+/=]+)$/.exec(analytics) ?? [];
    if (packed !== undefined) return versionIn(unpacked(packed) ?? '');
  }
  return undefined;
}

function unpacked(packed: string): string | undefined {
  try {
    return gunzipSync(Buffer.from(packed, 'base64'), { maxOutputLength: mostBytes }).toString('utf8');
  } catch {
    return undefined;
  }
}

/** Groups of constructs are separated by commas; the one of CDK is looked for, whatever comes first. */
function versionIn(text: string): string | undefined {
  const [, listed] =
    /(?:^|[,{])(\d{1,4}\.\d{1,4}\.\d{1,4}(?:-[\w.]{1,40})?)!(?:aws-cdk-lib|@aws-cdk\/core)\b/.exec(text) ??
    [];
  return listed ?? /^\d{1,4}\.\d{1,4}\.\d{1,4}(?:-[\w.]{1,40})?$/.exec(text)?.[0];
}

function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' ? node.text : undefined;
}
