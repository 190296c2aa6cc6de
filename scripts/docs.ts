import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { rules } from '../rules/index.js';
import { projectPages, rulePage } from './docs/documents.js';

// Rewrites what is generated in the rules' pages, in README.md, in CONTRIBUTING.md and in the schema of the configuration.

const root = path.join(import.meta.dirname, '..');
const pages = await Promise.all(rules.map((rule) => rulePage(root, rule, rules)));
for (const page of [...pages, ...(await projectPages(root, rules))]) {
  if (page === undefined || page.text === page.wanted) continue;
  writeFileSync(path.join(root, page.path), page.wanted);
  console.log(`rewrote ${page.path}`);
}
