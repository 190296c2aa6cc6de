import type { Span } from '../../text/source-file.js';
import type { Cursor } from './cursor.js';

interface Spanned {
  readonly span: Span;
}

export interface Literal extends Spanned {
  readonly kind: 'literal';
  /** As written for numbers, with escapes resolved for strings, empty for null. */
  readonly text: string;
  readonly type: 'string' | 'number' | 'boolean' | 'null';
}

/** A string with interpolations; of several parts, or of one that becomes a string by it. */
export interface Template extends Spanned {
  readonly kind: 'template';
  readonly parts: readonly Expression[];
}

/** The first name of a traversal: `var`, `local`, a resource type, a loop's variable. */
export interface Variable extends Spanned {
  readonly kind: 'variable';
  readonly name: string;
}

export interface AttributeAccess extends Spanned {
  readonly kind: 'attribute';
  readonly source: Expression;
  readonly name: string;
}

export interface IndexAccess extends Spanned {
  readonly kind: 'index';
  readonly source: Expression;
  readonly key: Expression;
}

/** `source[*].name`: `each` is evaluated for every item, which `item` stands for in it. */
export interface Splat extends Spanned {
  readonly kind: 'splat';
  readonly source: Expression;
  readonly each: Expression;
}

export interface SplatItem extends Spanned {
  readonly kind: 'item';
}

export interface FunctionCall extends Spanned {
  readonly kind: 'call';
  readonly name: string;
  readonly operands: readonly Expression[];
  /** Whether the last operand is a list whose items are the operands (`join(", ", lists...)`). */
  readonly expands: boolean;
}

export interface Unary extends Spanned {
  readonly kind: 'unary';
  readonly operator: '!' | '-';
  readonly operand: Expression;
}

export interface Binary extends Spanned {
  readonly kind: 'binary';
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Conditional extends Spanned {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly yes: Expression;
  readonly no: Expression;
}

export interface Tuple extends Spanned {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
}

export interface ObjectEntry {
  readonly key: Expression;
  readonly value: Expression;
}

export interface ObjectExpression extends Spanned {
  readonly kind: 'object';
  readonly entries: readonly ObjectEntry[];
}

/** `[for k, v in source : value if condition]`, or with a key the object that `{for …}` makes. */
export interface ForExpression extends Spanned {
  readonly kind: 'for';
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly source: Expression;
  readonly key: Expression | undefined;
  readonly value: Expression;
  readonly condition: Expression | undefined;
  /** Whether values of one key are gathered in a list (`...`). */
  readonly groups: boolean;
}

/** What HashiCorp's configuration language can compute (HCL Native Syntax Specification, "Expressions"). */
export type Expression =
  | Literal
  | Template
  | Variable
  | AttributeAccess
  | IndexAccess
  | Splat
  | SplatItem
  | FunctionCall
  | Unary
  | Binary
  | Conditional
  | Tuple
  | ObjectExpression
  | ForExpression;

/** Reads one expression; handed to what expressions stand in, since they stand in each other. */
export type ReadExpression = (cursor: Cursor) => Expression;
