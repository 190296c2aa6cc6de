import { printParseErrorCode, visit, type ParseErrorCode } from 'jsonc-parser';
import type { Problem, ProblemCode } from '../report/problem.js';
import type { SourceFile } from '../text/source-file.js';
import type { Document } from './document.js';
import {
  deepestNesting,
  lengthProblem,
  listTooLong,
  longestList,
  problemAt,
  repeatedKeyAt,
} from './limits.js';
import { nodeOnTape } from './json-nodes.js';
import { JsonTape, sort, type Sort } from './json-tape.js';

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
  const recorder = new Recorder(file);
  try {
    visit(file.text, recorder.visitor, { disallowComments: true });
  } catch (error) {
    if (!(error instanceof Excess)) throw error;
    const { message, code, offset } = error;
    const span = { start: offset, end: offset + 1 };
    return { file, format: 'json', problems: [problemAt(file, span, code, message)] };
  }
  return { file, format: 'json', ...recorder.result() };
}

/** Writes a tape while the text is visited. */
class Recorder {
  readonly #tape: JsonTape;
  /** Where the maps and lists begin that are open, and how many items each list of them has; -1 for a map. */
  readonly #starts: number[] = [];
  readonly #items: number[] = [];
  #malformed: Problem | undefined;

  constructor(private readonly file: SourceFile) {
    this.#tape = new JsonTape(file.text);
  }

  readonly visitor = {
    onObjectBegin: (start: number): void => {
      this.enter(sort.map, start);
    },
    onArrayBegin: (start: number): void => {
      this.enter(sort.list, start);
    },
    onObjectEnd: (offset: number, length: number): void => {
      this.leave(offset + length);
    },
    onArrayEnd: (offset: number, length: number): void => {
      this.leave(offset + length);
    },
    onObjectProperty: (key: string, start: number, length: number): void => {
      this.#tape.key(key, start, start + length);
    },
    onLiteralValue: (value: unknown, start: number, length: number): void => {
      this.count();
      this.#tape.scalar(sortOf(value, length), start, start + length);
    },
    onError: (code: ParseErrorCode, start: number, length: number): void => {
      const message = messages[printParseErrorCode(code)] ?? 'this is not JSON';
      this.#malformed ??= problemAt(this.file, { start, end: start + length }, 'malformed-json', message);
    },
  };

  /** The root with the keys that are repeated, or why there is none. */
  result(): Pick<Document, 'root' | 'keys' | 'problems'> {
    if (this.#malformed !== undefined) return { problems: [this.#malformed] };
    const root = nodeOnTape(this.#tape);
    if (root !== undefined) {
      const problems = this.#tape.repeated().map(({ key, span }) => repeatedKeyAt(this.file, span, key));
      return { root, keys: this.#tape.keys(), problems };
    }
    return { problems: [problemAt(this.file, { start: 0, end: 1 }, 'malformed-json', 'the file is empty')] };
  }

  private enter(what: typeof sort.map | typeof sort.list, start: number): void {
    this.count();
    if (this.#starts.length >= deepestNesting) throw new Excess(tooDeep, 'too-deep', start);
    this.#starts.push(start);
    this.#items.push(what === sort.list ? 0 : -1);
    this.#tape.begin(what, start);
  }

  private leave(end: number): void {
    this.#starts.pop();
    this.#items.pop();
    this.#tape.end(end);
  }

  /** Counts what a list holds. */
  private count(): void {
    const last = this.#items.length - 1;
    const items = this.#items[last] ?? -1;
    if (items < 0) return;
    if (items === longestList) throw new Excess(listTooLong, 'too-large', this.#starts[last] ?? 0);
    this.#items[last] = items + 1;
  }
}

function sortOf(value: unknown, length: number): Sort {
  // A string without escapes has two quotation marks more than characters.
  if (typeof value === 'string') return value.length + 2 === length ? sort.string : sort.escaped;
  if (value === null) return sort.null;
  return typeof value === 'boolean' ? sort.boolean : sort.number;
}
