import path from 'node:path';
import type { Node, ScalarNode } from '../../../parse/node.js';
import { expressionText } from './expression-text.js';
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
  return node?.kind === 'scalar' ? aliasIn(node) : undefined;
}

/**
 * What a called module's provider is to its caller (`providers = { aws = aws.west }`); undefined where the call gives it
 * none. Without the argument, the provider without an alias is handed on.
 */
export function passedAlias(
  call: Block,
  alias: string | undefined,
): { readonly alias: string | undefined } | undefined {
  const node = call.arguments.get('providers')?.node;
  if (node === undefined) return alias === undefined ? { alias } : undefined;
  for (const [key, value] of pairsIn(node))
    if (/^aws(?:\.|$)/.test(key) && key.split('.')[1] === alias) return { alias: value };
  return undefined;
}

/** The names of providers in a map, as `aws` or `aws.west`, each with an alias. */
function pairsIn(node: Node): [string, string | undefined][] {
  if (node.kind === 'map')
    return node.entries.flatMap(({ key, value }) =>
      value.kind === 'scalar' ? [[key, aliasIn(value)] as [string, string | undefined]] : [],
    );
  if (node.kind !== 'scalar' || node.expression?.kind !== 'object') return [];
  return node.expression.entries.map(({ key, value }) => [
    key.kind === 'literal' ? key.text : expressionText(key),
    value.kind === 'attribute' ? value.name : undefined,
  ]);
}

function aliasIn({ text, expression }: ScalarNode): string | undefined {
  if (expression === undefined) return text.split('.')[1];
  return expression.kind === 'attribute' ? expression.name : undefined;
}
