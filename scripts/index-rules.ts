import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// A rule is registered by the existence of rules/<practice>/<id>/rule.ts; this writes the list that imports them.

const folder = fileURLToPath(new URL('../rules/', import.meta.url));

const found = foldersIn(folder).flatMap((practice) =>
  foldersIn(path.join(folder, practice))
    .filter((id) => existsSync(path.join(folder, practice, id, 'rule.ts')))
    .map((id) => ({ practice, id })),
);

const imports = found.map(
  ({ practice, id }, index) => `import rule${String(index)} from './${practice}/${id}/rule.js';\n`,
);
const entries = found.map(
  ({ practice, id }, index) => `  { id: '${id}', practice: '${practice}', rule: rule${String(index)} },\n`,
);

writeFileSync(
  path.join(folder, 'index.ts'),
  `// Written by scripts/index-rules.ts.
import type { RegisteredRule } from '../src/rule/rule.js';
${imports.join('')}
/** All rules, sorted by practice and ID. */
export const rules: readonly RegisteredRule[] = [
${entries.join('')}];
`,
);

function foldersIn(parent: string): string[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
