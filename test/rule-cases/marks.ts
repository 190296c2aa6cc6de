import type { Span } from '../../src/text/source-file.js';

/** What a mark stands for. */
export type MarkKind = 'finding' | 'possible' | 'undecided';

export interface Mark {
  readonly kind: MarkKind;
  readonly span: Span;
}

export interface Unmarked {
  readonly text: string;
  readonly marks: readonly Mark[];
}

const openings = { finding: '«', possible: '«~', undecided: '«?' } as const;

/** Takes the marks out of a text. A mark that is not opened or not closed is an error. */
export function readMarks(marked: string): Unmarked {
  const marks: Mark[] = [];
  const open: { readonly kind: MarkKind; readonly start: number }[] = [];
  let text = '';
  for (const [piece] of marked.matchAll(/«[~?]?|»|[^«»]+/g)) {
    if (piece === '»') {
      const opened = open.pop();
      if (opened === undefined) throw new Error(`a mark is closed but not opened after ${tail(text)}`);
      marks.push({ kind: opened.kind, span: { start: opened.start, end: text.length } });
    } else if (piece.startsWith('«')) {
      const kind = piece === '«' ? 'finding' : piece === '«~' ? 'possible' : 'undecided';
      open.push({ kind, start: text.length });
    } else text += piece;
  }
  if (open.length > 0) throw new Error(`a mark is opened but not closed in ${tail(text)}`);
  return { text, marks };
}

/** Puts marks into a text: the same marks give the same text, whatever their order. */
export function writeMarks(text: string, marks: readonly Mark[]): string {
  const outerFirst = marks.toSorted(
    (left, right) =>
      left.span.start - right.span.start ||
      right.span.end - left.span.end ||
      left.kind.localeCompare(right.kind),
  );
  const offsets = [...new Set(outerFirst.flatMap(({ span }) => [span.start, span.end]))].sort(
    (a, b) => a - b,
  );
  let written = '';
  let end = 0;
  for (const offset of offsets) {
    written += text.slice(end, offset);
    end = offset;
    for (const { span } of outerFirst) if (span.end === offset && span.start < offset) written += '»';
    for (const { kind, span } of outerFirst)
      if (span.start === offset) written += `${openings[kind]}${span.end === offset ? '»' : ''}`;
  }
  return written + text.slice(end);
}

function tail(text: string): string {
  return JSON.stringify(text.slice(-30));
}
