import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The absolute path of a `file:` address; undefined for any other, such as that of an unsaved, unnamed document. */
export function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** The address of an absolute path. */
export function addressOf(file: string): string {
  return pathToFileURL(file).href;
}

/**
 * A path for a document that was never saved, which no file has: it is linted alone. Undefined for what is no text of the
 * user's, such as an older version that an editor shows.
 */
export function pathOfUntitled(uri: string, languageId: string): string | undefined {
  if (!uri.startsWith('untitled:')) return undefined;
  const extension = languageId.startsWith('terraform') ? '.tf' : '';
  return path.resolve('/', 'untitled', encodeURIComponent(uri) + extension);
}
