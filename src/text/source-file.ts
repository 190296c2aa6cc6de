/** A line and column as people and editors count them: from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a file; the end is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A stretch of a text as UTF-16 offsets from 0; the end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const byteOrderMark = '\uFEFF';

/** A named text, and the only place where an offset becomes a line and a column. */
export class SourceFile {
  /** The text without its byte-order mark: editors do not count it as a column. */
  readonly text: string;
  #lineStarts: number[] | undefined;
  #hidden: ((within: Span) => readonly Span[]) | undefined;

  /** @param path as reports print it: relative to the working folder, with `/`. */
  constructor(
    readonly path: string,
    text: string,
  ) {
    this.text = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  }

  /** The position of an offset; offsets outside the text are clamped to it. */
  positionAt(offset: number): Position {
    const starts = this.lineStarts();
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= clamped) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: clamped - (starts[low] ?? 0) + 1 };
  }

  /** The offset of a position. */
  offsetAt({ line, column }: Position): number {
    return (this.lineStarts()[line - 1] ?? this.text.length) + column - 1;
  }

  /** The range of a span. */
  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }

  /** The text of a line counted from 1, without its line break; empty for a line that does not exist. */
  line(number: number): string {
    const starts = this.lineStarts();
    const start = starts[number - 1];
    if (start === undefined) return '';
    let end = starts[number] ?? this.text.length;
    // A file can be one line of 20 MB, which no expression should look through for each finding.
    while (end > start && /[\r\n]/.test(this.text.charAt(end - 1))) end -= 1;
    return this.text.slice(start, end);
  }

  /** Says which stretches must not be shown. @param hidden gives those that reach into a stretch. */
  hide(hidden: (within: Span) => readonly Span[]): void {
    this.#hidden = hidden;
  }

  /** The text of a stretch as it may be shown: a sign stands for each UTF-16 unit that must not be. */
  shown(within: Span, sign: string): string {
    let text = this.text.slice(within.start, within.end);
    for (const { start, end } of this.#hidden?.(within) ?? []) {
      const [from, to] = [Math.max(start - within.start, 0), Math.min(end - within.start, text.length)];
      if (from < to) text = text.slice(0, from) + sign.repeat(to - from) + text.slice(to);
    }
    return text;
  }

  /** Lines end with LF, CRLF or a lone CR, as in YAML 1.1 and in editors. */
  private lineStarts(): number[] {
    if (this.#lineStarts === undefined) {
      this.#lineStarts = [0];
      // A plan is one line of 20 MB, through which the simpler expression is much faster.
      const lineBreaks = this.text.includes('\r') ? /\r\n|\r|\n/g : /\n/g;
      for (const { index, 0: lineBreak } of this.text.matchAll(lineBreaks))
        this.#lineStarts.push(index + lineBreak.length);
    }
    return this.#lineStarts;
  }
}
