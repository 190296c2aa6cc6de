import { pathOf, withOrigin, type MapNode, type Node, type NodeEntry } from '../../parse/node.js';
import type { Path } from '../../text/place.js';

/** A node that is used elsewhere, and still stands where it was written: at a path. */
export function keptAt(node: Node, path: Path | undefined): Node {
  return withOrigin(node, { ...node.origin, path: pathOf(node, path) });
}

/** A map that nobody wrote, which stands where another node does. */
export function mapAt(at: Node, entries: readonly NodeEntry[]): MapNode {
  return { kind: 'map', entries, span: at.span, ...(at.origin && { origin: at.origin }) };
}

/** A list that nobody wrote, which stands where another node does. */
export function listAt(at: Node, items: readonly Node[]): Node {
  return { kind: 'list', items, span: at.span, ...(at.origin && { origin: at.origin }) };
}

/** A text that nobody wrote, which stands where another node does. */
export function textAt(at: Node, text: string): Node {
  return { kind: 'scalar', text, type: 'string', span: at.span, ...(at.origin && { origin: at.origin }) };
}
