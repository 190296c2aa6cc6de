import { posix } from 'node:path';
import type { FormatOptions } from './report.js';

/** A lone surrogate is no text: UTF-8 cannot hold it, and `encodeURIComponent` throws on it. */
const surrogate = /\p{Surrogate}/gu;

/**
 * A file's name as seen from the repository's root, where services look for it.
 *
 * @param file its name in the report, relative to the working folder; absolute on another drive of Windows.
 */
export function fromRepository(file: string, { folder }: Pick<FormatOptions, 'folder'>): string {
  return isAbsolute(file) || folder === '' ? file : posix.normalize(posix.join(folder, file));
}

/** A file's name as a URI reference (RFC 3986), relative to the repository's root; an absolute name becomes a file URI. */
export function uriOf(file: string, options: Pick<FormatOptions, 'folder'>): string {
  const name = fromRepository(file, options).replace(surrogate, '\ufffd');
  const encoded = name.split('/').map(encodeURIComponent).join('/');
  if (!isAbsolute(name)) return encoded;
  return `file://${encoded.replace(/^([A-Za-z])%3A/, '/$1:')}`;
}

function isAbsolute(file: string): boolean {
  return /^(?:\/|[A-Za-z]:\/)/.test(file);
}
