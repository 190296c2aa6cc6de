import type { Node } from '../../parse/node.js';

/** What a configuration says of resources that it no longer declares under their old addresses. */
export interface Moves {
  /** By `moved` blocks: the resources and modules that have another address. */
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  /** By `removed` blocks with `destroy = false`: those that Terraform forgets and leaves in the account. */
  readonly released: readonly string[];
}

/** Reads the `moved` and `removed` blocks of a configuration's file. */
export function movesIn(root: Node): Moves {
  return {
    moved: blocksUnder(root, 'moved').flatMap((block) => {
      const [from, to] = [textUnder(block, 'from'), textUnder(block, 'to')];
      return from === undefined || to === undefined ? [] : [{ from, to }];
    }),
    released: blocksUnder(root, 'removed').flatMap((block) => {
      const isKept = blocksUnder(block, 'lifecycle').some((body) => textUnder(body, 'destroy') === 'false');
      return isKept ? (textUnder(block, 'from') ?? []) : [];
    }),
  };
}

/**
 * An address with what a prefix of it has become: `module.a` in `module.a.aws_sns_topic.t["x"]`. Undefined where the
 * address does not contain the one that was moved.
 *
 * @param to left out: only whether it does is asked.
 */
export function readdressed(address: string, from: string, to = from): string | undefined {
  const at = address === from || address.startsWith(from) ? 0 : address.indexOf(`.${from}`) + 1;
  const isFound = address.startsWith(from, at) && /^(?:$|[.[])/.test(address.slice(at + from.length));
  // In a module, the address stands as seen from there.
  return isFound ? address.slice(0, at) + to + address.slice(at + from.length) : undefined;
}

function blocksUnder(node: Node, name: string): Node[] {
  const found = node.kind === 'map' ? node.entries.find(({ key }) => key === name)?.value : undefined;
  return found === undefined ? [] : found.kind === 'list' ? [...found.items] : [found];
}

function textUnder(node: Node, name: string): string | undefined {
  const found = node.kind === 'map' ? node.entries.find(({ key }) => key === name)?.value : undefined;
  return found?.kind === 'scalar' ? found.text : undefined;
}
