import { readTemplate } from '../../src/dialect/read-template.js';
import { ExportTable } from '../../src/dialect/template.js';
import { Workspace } from '../../src/model/workspace.js';
import { parseYaml } from '../../src/parse/yaml.js';
import { SourceFile } from '../../src/text/source-file.js';

/** A workspace of YAML templates, named `1.yaml`, `2.yaml` and so on. */
export function workspaceOf(...texts: string[]): Workspace {
  const exports = new ExportTable();
  return new Workspace(
    texts.map((text, index) => {
      const file = new SourceFile(`${String(index + 1)}.yaml`, text);
      return readTemplate(parseYaml(file), exports);
    }),
  );
}
