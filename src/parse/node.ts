import type { Path } from '../text/place.js';
import type { SourceFile, Span } from '../text/source-file.js';
import type { Expression } from './hcl/expression.js';

/** Where a node was written, if not where it stands: a loop or an include brought it. */
export interface Origin {
  /** Undefined: the document's own file. */
  readonly file?: SourceFile | undefined;
  readonly path: Path | undefined;
  /** Whether a program put it together, so that an edit there may not have the effect that it seems to have. */
  readonly isGenerated?: true;
}

/** An entry of a map as it was written. Its key stands in the file of its value. A class for the same reason as a map. */
export declare abstract class NodeEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Node;
}

/**
 * A map; its entries may be made when asked for. It is declared as a class, so that the linter refuses to spread it: what a
 * getter gives would be lost.
 */
export declare abstract class MapNode {
  readonly kind: 'map';
  readonly entries: readonly NodeEntry[];
  /** What stands under a key, for a map that can tell without making all of its entries. */
  valueAt?(key: string): Node | undefined;
  readonly span: Span;
  /** A YAML tag such as `!GetAtt`. */
  readonly tag?: string;
  readonly origin?: Origin;
}

/** A list; its items may be made when asked for. A class for the same reason as a map. */
export declare abstract class ListNode {
  readonly kind: 'list';
  readonly items: readonly Node[];
  readonly span: Span;
  readonly tag?: string;
  readonly origin?: Origin;
}

/** A class for the same reason as a map. */
export declare abstract class ScalarNode {
  readonly kind: 'scalar';
  /** As written for strings and numbers (`0123` stays `0123`), `true` or `false` for booleans, empty for null. */
  readonly text: string;
  readonly type: 'string' | 'number' | 'boolean' | 'null';
  readonly span: Span;
  readonly tag?: string;
  /** What Terraform computes the value from; the text is then only how that is written. */
  readonly expression?: Expression;
  readonly origin?: Origin;
}

/** What a parser makes of JSON, YAML or HCL alike. Aliases and merge keys are resolved; their nodes keep the span of what they stand for. */
export type Node = MapNode | ListNode | ScalarNode;

/** Where a node was written, when it stands at a path. */
export function pathOf(node: Node, path: Path | undefined): Path | undefined {
  return node.origin === undefined ? path : node.origin.path;
}

/** The same map with other entries. */
export function withEntries(map: MapNode, entries: readonly NodeEntry[]): MapNode {
  return { kind: 'map', entries, ...settingOf(map) };
}

/** The same list with other items. */
export function withItems(list: ListNode, items: readonly Node[]): ListNode {
  return { kind: 'list', items, ...settingOf(list) };
}

/** The same scalar with another text. */
export function withText(scalar: ScalarNode, text: string): ScalarNode {
  return { ...contentOf(scalar), text, ...settingOf(scalar) };
}

/** The same entry with another value, or under another key. */
export function withValue({ key, keySpan }: NodeEntry, value: Node, newKey = key): NodeEntry {
  return { key: newKey, keySpan, value };
}

/** The same node as if it had been written elsewhere. */
export function withOrigin(node: Node, origin: Origin): Node {
  const setting = { ...settingOf(node), origin };
  if (node.kind === 'map') return { kind: 'map', entries: node.entries, ...setting };
  return node.kind === 'list'
    ? { kind: 'list', items: node.items, ...setting }
    : { ...contentOf(node), ...setting };
}

/** The same node without its tag. */
export function withoutTag(node: Node): Node {
  const { tag, ...setting } = settingOf(node);
  if (node.kind === 'map') return { kind: 'map', entries: node.entries, ...setting };
  return node.kind === 'list'
    ? { kind: 'list', items: node.items, ...setting }
    : { ...contentOf(node), ...setting };
}

/** Where the key of an entry was written. */
export function keyOf({ keySpan, value: { origin } }: NodeEntry): Pick<Node, 'span' | 'origin'> {
  return origin === undefined ? { span: keySpan } : { span: keySpan, origin };
}

function contentOf({ text, type, expression }: ScalarNode): Omit<ScalarNode, keyof Setting> {
  return { kind: 'scalar', text, type, ...(expression && { expression }) };
}

/** What a node has besides its content. */
type Setting = Pick<Node, 'span' | 'tag' | 'origin'>;

function settingOf({ span, tag, origin }: Node): Setting {
  return { span, ...(tag !== undefined && { tag }), ...(origin && { origin }) };
}
