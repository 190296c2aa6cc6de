import { mask, sign } from './mask.js';
import { printable } from './printable.js';
import type { Range, SourceFile } from './source-file.js';

/** A line of a file with the signs that point into it. */
export interface Excerpt {
  /** The line's number, from 1. */
  readonly number: number;
  readonly line: string;
  /** The same in parts: what stands before the range, in it, and after it. */
  readonly parts: readonly [before: string, marked: string, after: string];
  /** Blanks (and the line's own tabs) followed by `^` under the range. */
  readonly carets: string;
}

/** As many UTF-16 units of a line are shown; the rest is cut away with `…`. */
const width = 120;

/** What is shown before the range at least, when a line is cut. */
const lead = 40;

/** Masking looks this far beyond what is shown, so that a cut never lays half an address open. */
const margin = 600;

/**
 * The first line of a range, fit to be printed: addresses and telephone numbers are masked, control characters made
 * visible, and a long line cut to the part around the range. A range over several lines is marked to the first one's end.
 */
export function excerpt(file: SourceFile, range: Range): Excerpt {
  const text = file.line(range.start.line);
  const last = range.end.line === range.start.line ? range.end.column - 1 : text.trimEnd().length;
  const start = Math.min(range.start.column - 1, text.length);
  const end = Math.max(last, start + 1);

  const from = text.length <= width ? 0 : Math.max(0, Math.min(start - lead, text.length - width));
  const to = Math.min(text.length, from + width);
  const left = Math.max(0, from - margin);
  const lineStart = file.offsetAt({ line: range.start.line, column: 1 });
  const around = { start: lineStart + left, end: lineStart + Math.min(to + margin, text.length) };
  const shown = mask(file.shown(around, sign)).slice(from - left, to - left);
  const [before, after] = [from > 0 ? '…' : '', to < text.length ? '…' : ''];
  const [first, rest] = [start - from, Math.min(end, to) - from];
  const marked = shown.slice(first, rest);
  const parts = [
    `${before}${lineOf(shown.slice(0, first))}`,
    lineOf(marked),
    `${lineOf(shown.slice(rest))}${after}`,
  ] as const;
  return {
    number: range.start.line,
    line: parts.join(''),
    parts,
    carets: `${before && ' '}${blank(shown.slice(0, first))}${under(marked, '^') || '^'}`,
  };
}

/** Tabs stay: the carets' line repeats them, so that both are indented alike at any tab width. */
function lineOf(text: string): string {
  return text.split('\t').map(printable).join('\t');
}

function blank(text: string): string {
  return text
    .split('\t')
    .map((part) => under(part, ' '))
    .join('\t');
}

/** Signs that terminals show two columns wide (Unicode Standard Annex 11, East Asian Width, by their scripts). */
const wide =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303E\uFF01-\uFF60]/u;

/** A sign for each column that a text takes. */
function under(text: string, sign: string): string {
  return text.replace(/./gsu, (shown) => (wide.test(shown) ? sign + sign : sign));
}
