import { mapSettled } from '../../../value/select.js';
import { entryOf, type Value } from '../../../value/value.js';
import { evaluateNode } from './evaluate.js';
import type { Argument, Block } from './folder.js';
import type { Frame } from './frame.js';

/**
 * The tags that a provider's `default_tags` give to everything.
 *
 * @param alias of the provider; undefined for the one without.
 */
export function defaultTagsOf(
  providers: readonly Block[],
  alias: string | undefined,
  frameOf: (argument: Argument) => Frame,
): Value | undefined {
  const provider = providers.find(({ labels: [name], arguments: given }) => {
    const written = given.get('alias')?.node;
    return name === 'aws' && (written?.kind === 'scalar' ? written.text : undefined) === alias;
  });
  const block = provider?.arguments.get('default_tags');
  if (block === undefined) return undefined;
  const value = evaluateNode(block.node, frameOf(block));
  const tagsOf = (settled: Value): Value =>
    (settled.kind === 'map' ? entryOf(settled, 'tags')?.value : undefined) ?? {
      kind: 'absent',
      place: value.place,
    };
  return mapSettled(value, value.place, (settled) => {
    const [first] = settled.kind === 'list' ? settled.items : [settled];
    return first === undefined ? { kind: 'absent', place: value.place } : tagsOf(first);
  });
}
