import type { Document } from '../parse/document.js';
import { parseJson } from '../parse/json.js';
import { parseYaml } from '../parse/yaml.js';
import type { SourceFile } from '../text/source-file.js';

/** Parses an included file, whose name need not tell what it holds. */
export function parseIncluded(file: SourceFile): Document {
  return /^\s*[{[]/.test(file.text) ? parseJson(file) : parseYaml(file);
}
