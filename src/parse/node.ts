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

/** An entry of a map as it was written. Its key stands in the file of its value. */
export interface NodeEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Node;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: readonly NodeEntry[];
  readonly span: Span;
  /** A YAML tag such as `!GetAtt`. */
  readonly tag?: string;
  readonly origin?: Origin;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Node[];
  readonly span: Span;
  readonly tag?: string;
  readonly origin?: Origin;
}

export interface ScalarNode {
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
