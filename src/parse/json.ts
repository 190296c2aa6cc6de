import { printParseErrorCode, visit, type ParseErrorCode } from 'jsonc-parser';
import type { Problem, ProblemCode } from '../report/problem.js';
import type { SourceFile, Span } from '../text/source-file.js';
import type { Document } from './document.js';
import {
  deepestNesting,
  lengthProblem,
  listTooLong,
  longestList,
  problemAt,
  repeatedKeyAt,
} from './limits.js';
import type { Node, NodeEntry, ScalarNode } from './node.js';

/** By the names that the package prints for its codes. */
const messages: Readonly<Partial<Record<string, string>>> = {
  InvalidSymbol: 'this is no JSON value',
  InvalidNumberFormat: 'this is no JSON number',
  PropertyNameExpected: 'a key in double quotes is expected here',
  ValueExpected: 'a value is expected here',
  ColonExpected: 'a colon is expected here',
  CommaExpected: 'a comma is expected here',
  CloseBraceExpected: 'a closing brace is expected here',
  CloseBracketExpected: 'a closing bracket is expected here',
  EndOfFileExpected: 'the end of the file is expected here',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'the string has no end',
  InvalidUnicode: 'the Unicode escape is incomplete',
  InvalidEscapeCharacter: 'there is no such escape',
  InvalidCharacter: 'this character is not allowed in a string',
};

/** Leaves the parser's recursion before the stack overflows, or the memory. */
class Excess extends Error {
  constructor(
    message: string,
    readonly code: ProblemCode,
    readonly offset: number,
  ) {
    super(message);
  }
}

const tooDeep = `the nesting is deeper than ${String(deepestNesting)} levels`;

/** Parses JSON (RFC 8259: no comments, no trailing commas). It never throws. */
export function parseJson(file: SourceFile): Document {
  const tooLong = lengthProblem(file);
  if (tooLong !== undefined) return { file, format: 'json', problems: [tooLong] };
  const tree = new Tree(file);
  try {
    visit(file.text, tree.visitor, { disallowComments: true });
  } catch (error) {
    if (!(error instanceof Excess)) throw error;
    const { message, code, offset } = error;
    const span = { start: offset, end: offset + 1 };
    return { file, format: 'json', problems: [problemAt(file, span, code, message)] };
  }
  return { file, format: 'json', ...tree.result() };
}

const noSpan: Span = { start: 0, end: 0 };

/** Up to so many entries, keys are compared one by one. */
const fewEntries = 16;

interface OpenMap {
  readonly kind: 'map';
  readonly start: number;
  readonly entries: NodeEntry[];
  /** The same by their keys, once they are many: a table for each of a million small maps would take too long. */
  byKey: Map<string, NodeEntry> | undefined;
  /** The key whose value is awaited. */
  key: string | undefined;
  keySpan: Span;
}

interface OpenList {
  readonly kind: 'list';
  readonly start: number;
  readonly items: Node[];
}

/** Builds the nodes while the text is visited. */
class Tree {
  readonly #open: (OpenMap | OpenList)[] = [];
  readonly #repeated: Problem[] = [];
  /** Each key once, so that equal keys are the same text and comparing them takes no time. */
  readonly #keys = new Map<string, string>();
  #root: Node | undefined;
  #malformed: Problem | undefined;

  constructor(private readonly file: SourceFile) {}

  readonly visitor = {
    onObjectBegin: (start: number): void => {
      this.enter({ kind: 'map', start, entries: [], byKey: undefined, key: undefined, keySpan: noSpan });
    },
    onArrayBegin: (start: number): void => {
      this.enter({ kind: 'list', start, items: [] });
    },
    onObjectEnd: (offset: number, length: number): void => {
      this.leave(offset + length);
    },
    onArrayEnd: (offset: number, length: number): void => {
      this.leave(offset + length);
    },
    onObjectProperty: (key: string, start: number, length: number): void => {
      this.key(key, { start, end: start + length });
    },
    onLiteralValue: (value: unknown, start: number, length: number): void => {
      this.add(scalarOf(value, this.file.text, { start, end: start + length }));
    },
    onError: (code: ParseErrorCode, start: number, length: number): void => {
      const message = messages[printParseErrorCode(code)] ?? 'this is not JSON';
      this.#malformed ??= problemAt(this.file, { start, end: start + length }, 'malformed-json', message);
    },
  };

  /** The root with the keys that are repeated, or why there is none. */
  result(): Pick<Document, 'root' | 'problems'> {
    if (this.#malformed !== undefined) return { problems: [this.#malformed] };
    if (this.#root !== undefined) return { root: this.#root, problems: this.#repeated };
    return { problems: [problemAt(this.file, { start: 0, end: 1 }, 'malformed-json', 'the file is empty')] };
  }

  private enter(level: OpenMap | OpenList): void {
    if (this.#open.length >= deepestNesting) throw new Excess(tooDeep, 'too-deep', level.start);
    this.#open.push(level);
  }

  private leave(end: number): void {
    const level = this.#open.pop();
    if (level === undefined) return;
    const span = { start: level.start, end };
    this.add(
      level.kind === 'list'
        ? { kind: 'list', items: level.items, span }
        : {
            kind: 'map',
            entries: level.byKey === undefined ? level.entries : [...level.byKey.values()],
            span,
          },
    );
  }

  /** The last of several entries with one key counts, as in every JSON reader that takes them. */
  private key(written: string, span: Span): void {
    const level = this.#open.at(-1);
    if (level?.kind !== 'map') return;
    let key = this.#keys.get(written);
    if (key === undefined) this.#keys.set(written, (key = written));
    if (isRepeated(level, key)) this.#repeated.push(repeatedKeyAt(this.file, span, key));
    level.key = key;
    level.keySpan = span;
  }

  private add(node: Node): void {
    const level = this.#open.at(-1);
    if (level === undefined) this.#root = node;
    else if (level.kind === 'list') {
      if (level.items.length === longestList) throw new Excess(listTooLong, 'too-large', level.start);
      level.items.push(node);
    } else if (level.key !== undefined) {
      const { key, keySpan } = level;
      const entry = { key, keySpan, value: node };
      if (level.byKey === undefined) level.entries.push(entry);
      else level.byKey.set(key, entry);
    }
  }
}

/** Takes an earlier entry of the same key out. */
function isRepeated(level: OpenMap, key: string): boolean {
  if (level.byKey === undefined) {
    if (level.entries.length < fewEntries && !level.entries.some((entry) => entry.key === key)) return false;
    level.byKey = new Map(level.entries.map((entry) => [entry.key, entry]));
  }
  return level.byKey.delete(key);
}

/** Numbers keep the text they were written as: an account ID must not lose its zeros. */
function scalarOf(value: unknown, text: string, span: Span): ScalarNode {
  if (value === null) return { kind: 'scalar', text: '', type: 'null', span };
  if (typeof value === 'string') return { kind: 'scalar', text: value, type: 'string', span };
  const type = typeof value === 'boolean' ? 'boolean' : 'number';
  return { kind: 'scalar', text: text.slice(span.start, span.end), type, span };
}
