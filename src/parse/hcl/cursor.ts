import type { ProblemCode } from '../../report/problem.js';
import type { Span } from '../../text/source-file.js';
import type { Comment } from '../document.js';
import { deepestNesting } from '../limits.js';

/** Why a text cannot be read; leaves the recursion. */
export class Unreadable extends Error {
  constructor(
    message: string,
    readonly span: Span,
    readonly code: ProblemCode = 'malformed-hcl',
  ) {
    super(message);
  }
}

/** A name: letters, digits, `_` and `-`, not beginning with a digit. */
const identifier = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;

const inline = /[^\S\r\n]+/y;
const breaks = /[\s]+/y;
const lineComment = /(?:#|\/\/)[^\r\n]*/y;
const blockComment = /\/\*[^]*?\*\//y;

/** A position in a text that is read from left to right, once. */
export class Cursor {
  offset: number;
  /** Inside parentheses and brackets a line break is a blank; elsewhere it ends what stands before it. */
  #breaksEnd = true;
  #depth: number;

  /**
   * @param end the offset after the last character to read.
   * @param fixed the span of everything that is read, where the text's own offsets mean nothing in the file.
   * @param comments takes the comments that are met.
   */
  constructor(
    readonly text: string,
    start: number,
    readonly end: number,
    private readonly fixed: Span | undefined,
    readonly comments: Comment[],
    depth = 0,
  ) {
    this.offset = start;
    this.#depth = depth;
  }

  /** A cursor over a stretch of the same text, as deep as this one. */
  within(start: number, end: number): Cursor {
    return new Cursor(this.text, start, end, this.fixed, this.comments, this.#depth);
  }

  get isAtEnd(): boolean {
    return this.offset >= this.end;
  }

  spanFrom(start: number): Span {
    return this.fixed ?? { start, end: this.offset };
  }

  /** Whether the text goes on with these characters. */
  looksAt(characters: string): boolean {
    return this.offset + characters.length <= this.end && this.text.startsWith(characters, this.offset);
  }

  /** Goes past the characters if the text goes on with them. */
  take(characters: string): boolean {
    const found = this.looksAt(characters);
    if (found) this.offset += characters.length;
    return found;
  }

  expect(characters: string, what = `"${characters}"`): void {
    if (!this.take(characters)) this.fail(`${what} is expected here`);
  }

  /** Goes past what a sticky expression matches here. */
  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined || this.offset + found.length > this.end) return undefined;
    this.offset += found.length;
    return found;
  }

  /** Goes past the characters up to one of these; a regular expression would look past the end of the cursor. */
  takeUntil(stops: string): string {
    const start = this.offset;
    while (!this.isAtEnd && !stops.includes(this.text.charAt(this.offset))) this.offset += 1;
    return this.text.slice(start, this.offset);
  }

  identifier(): string | undefined {
    return this.match(identifier);
  }

  /** Goes past blanks and comments, and past line breaks where they end nothing. */
  skipBlanks(): void {
    for (;;) {
      if (this.match(this.#breaksEnd ? inline : breaks) !== undefined) continue;
      if (!this.skipComment()) return;
    }
  }

  /** Goes past blanks, comments and line breaks. */
  skipLines(): void {
    for (;;) if (this.match(breaks) === undefined && !this.skipComment()) return;
  }

  /** Whether the line, or the text, ends here. */
  get isAtLineEnd(): boolean {
    return this.isAtEnd || this.looksAt('\n') || this.looksAt('\r');
  }

  /** Reads one level deeper. */
  nested<Result>(breaksEnd: boolean, read: () => Result): Result {
    if (this.#depth >= deepestNesting) {
      const message = `the nesting is deeper than ${String(deepestNesting)} levels`;
      throw new Unreadable(message, this.spanHere(), 'too-deep');
    }
    const before = this.#breaksEnd;
    this.#depth += 1;
    this.#breaksEnd = breaksEnd;
    const result = read();
    this.#depth -= 1;
    this.#breaksEnd = before;
    return result;
  }

  /** Whether a line break ends what stands before it. */
  get breaksEnd(): boolean {
    return this.#breaksEnd;
  }

  fail(message: string): never {
    throw new Unreadable(message, this.spanHere());
  }

  private spanHere(): Span {
    return this.fixed ?? { start: this.offset, end: this.offset + 1 };
  }

  private skipComment(): boolean {
    if (this.looksAt('/*')) {
      if (this.match(blockComment) === undefined) this.fail('the comment has no end');
      return true;
    }
    const start = this.offset;
    const text = this.match(lineComment);
    if (text === undefined) return false;
    this.comments.push({ text: text.replace(/^\/\//, '#'), span: this.spanFrom(start) });
    return true;
  }
}
