import { readTemplate } from '../../src/dialect/read-template.js';
import { ExportTable, type Template } from '../../src/dialect/template.js';
import { parseYaml } from '../../src/parse/yaml.js';
import { SourceFile } from '../../src/text/source-file.js';
import { describe as describeAssumptions } from '../../src/value/assumption.js';
import type { Value } from '../../src/value/value.js';

/** Reads a YAML text as a template. */
export function yaml(text: string, exports = new ExportTable(), name = 'template.yaml'): Template {
  return readTemplate(parseYaml(new SourceFile(name, text)), exports);
}

/** A value in one line: texts as JSON, gaps as `${…}`, arms as `(when: value | …)`, `?` and its reason for what is unknown. */
export function show(value: Value): string {
  switch (value.kind) {
    case 'text':
      return JSON.stringify(value.text);
    case 'one-of':
      return `one of ${value.texts.join(', ')} (${value.source})`;
    case 'partial':
      return value.parts.map((part) => (typeof part === 'string' ? part : `\${${part.what}}`)).join('');
    case 'reference':
      return `${value.target.name}.${value.attribute}`;
    case 'list':
      return `[${value.items.map(show).join(', ')}]`;
    case 'map':
      return `{${value.entries.map((entry) => `${entry.key}: ${show(entry.value)}`).join(', ')}}`;
    case 'choice':
      return `(${value.arms.map((arm) => `${describeAssumptions(arm.when) ?? 'always'}: ${show(arm.value)}`).join(' | ')})`;
    case 'absent':
      return 'absent';
    case 'unknown':
      return `? ${value.why}`;
  }
}
