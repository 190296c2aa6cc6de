import type { Document } from '../parse/document.js';
import { parseJson } from '../parse/json.js';
import { parseYaml } from '../parse/yaml.js';
import type { SourceFile } from '../text/source-file.js';

/** Parses an included file, whose name need not tell what it holds: what begins like JSON may be YAML in flow style. */
export function parseIncluded(file: SourceFile): Document {
  if (!/^\s*[{[]/.test(file.text)) return parseYaml(file);
  const json = parseJson(file);
  if (json.root !== undefined || file.path.endsWith('.json')) return json;
  const yaml = parseYaml(file);
  return yaml.root === undefined ? json : yaml;
}
