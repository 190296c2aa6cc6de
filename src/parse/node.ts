import type { Span } from '../text/source-file.js';
import type { Expression } from './hcl/expression.js';

/** An entry of a map as it was written. */
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
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Node[];
  readonly span: Span;
  readonly tag?: string;
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
}

/** What a parser makes of JSON, YAML or HCL alike. Aliases and merge keys are resolved; their nodes keep the span of what they stand for. */
export type Node = MapNode | ListNode | ScalarNode;
