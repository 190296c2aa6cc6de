import path from 'node:path';
import type { Block } from './folder.js';

/** The folder that a call's local source names, relative to the caller's; undefined for a remote module. */
export function localSource(folder: string, block: Block): string | undefined {
  const source = block.arguments.get('source')?.node;
  if (source?.kind !== 'scalar' || source.expression !== undefined || !/^\.\.?(?:\/|$)/.test(source.text))
    return undefined;
  return path.posix.join(folder, source.text).replace(/(?<=.)\/$/, '');
}

/** The alias of the provider that makes a resource (`provider = aws.west`); undefined for the one without. */
export function providerAlias(block: Block): string | undefined {
  const node = block.arguments.get('provider')?.node;
  if (node?.kind !== 'scalar') return undefined;
  if (node.expression === undefined) return node.text.split('.')[1];
  return node.expression.kind === 'attribute' ? node.expression.name : undefined;
}
