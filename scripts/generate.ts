import { writeFile } from 'node:fs/promises';
import { iamActions } from './generate-iam-actions.js';
import { resourceSchemas } from './generate-resource-schemas.js';

/** Every generated file by its path in the repository, with what makes its text. */
export const generators: Readonly<Record<string, () => Promise<string>>> = {
  'src/data/iam-actions.ts': iamActions,
  'src/data/resource-schemas.ts': resourceSchemas,
};

if (process.argv[1]?.endsWith('generate.ts') === true)
  for (const [path, generate] of Object.entries(generators)) {
    await writeFile(new URL(`../${path}`, import.meta.url), await generate());
    process.stdout.write(`${path}\n`);
  }
