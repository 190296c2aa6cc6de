import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../src/parse/document.js';
import { parseJson } from '../../src/parse/json.js';
import { parseYaml } from '../../src/parse/yaml.js';
import { SourceFile } from '../../src/text/source-file.js';

/** Real templates that nobody of this project wrote; users do not have them, so tests use them only where they exist. */
export const corpus =
  process.env['INCIDENT_LINT_CORPUS'] ?? join(import.meta.dirname, '../../../shared/corpus');
export const hasCorpus = existsSync(corpus);

/** The files of the corpus's folders whose name starts with a prefix, as paths from the corpus. */
export function corpusFiles(prefix: string): string[] {
  if (!hasCorpus) return [];
  return readdirSync(corpus)
    .filter((folder) => folder.startsWith(prefix))
    .flatMap((folder) =>
      readdirSync(join(corpus, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(folder, file),
      ),
    )
    .filter((file) => statSync(join(corpus, file)).isFile())
    .sort();
}

/**
 * Reads and parses a file of the corpus as the command would.
 *
 * @param change what is made of its text before.
 */
export function parseCorpusFile(path: string, change = (text: string): string => text): Document {
  const file = new SourceFile(path, change(readFileSync(join(corpus, path), 'utf8')));
  return /^\s*[{[]/.test(file.text) ? parseJson(file) : parseYaml(file);
}
