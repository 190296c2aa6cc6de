import type { SourceFile, Span } from './source-file.js';

/** A route of keys from the root of a document, kept as a linked list because most routes are never printed. */
export interface Path {
  readonly parent: Path | undefined;
  readonly key: string | number;
}

/** Where a value stands: its file, its stretch of text and its route of keys (undefined for the root). */
export interface Place {
  readonly file: SourceFile;
  readonly span: Span;
  readonly path: Path | undefined;
}

/** The keys of a path from the root on. */
export function keysOf(path: Path | undefined): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let step = path; step !== undefined; step = step.parent) keys.push(step.key);
  return keys.reverse();
}

/** A path as a JSON pointer (RFC 6901); the empty string for the root. */
export function pointer(path: Path | undefined): string {
  return keysOf(path)
    .map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
