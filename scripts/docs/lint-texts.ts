import { lint } from '../../src/engine/lint.js';
import { parseJson } from '../../src/parse/json.js';
import { parseYaml } from '../../src/parse/yaml.js';
import type { Document } from '../../src/parse/document.js';
import type { Outcome } from '../../src/report/outcome.js';
import type { RegisteredRule } from '../../src/rule/rule.js';
import type { Settings } from '../../src/rule/settings.js';
import { SourceFile } from '../../src/text/source-file.js';

/** Parses a template that is given as text: JSON when it starts with `{`, else YAML. */
export function parseText(file: SourceFile): Document {
  return /^\s*\{/.test(file.text) ? parseJson(file) : parseYaml(file);
}

/** Lints texts as one deployment with the given rules, whatever their profiles. */
export function lintTexts(
  files: readonly SourceFile[],
  rules: readonly RegisteredRule[],
  settings: Settings,
  today?: string,
): Outcome {
  return lint(files.map(parseText), {
    rules,
    profile: 'strict',
    levels: new Map(),
    settings,
    isReported: () => true,
    ...(today !== undefined && { today }),
  });
}
