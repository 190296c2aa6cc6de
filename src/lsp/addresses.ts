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
