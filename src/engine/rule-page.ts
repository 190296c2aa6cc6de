import { readFileSync } from 'node:fs';
import type { RegisteredRule } from '../rule/rule.js';

/** The page of a rule in Markdown, which ships with the package, without the marks of what is generated in it. */
export function rulePage({ id, practice, rule }: RegisteredRule): string {
  // A plugin's rule has none.
  if (practice === 'plugins') return `# ${id}\n\n${rule.summary}\n\n${rule.help}\n`;
  // The bundle's parts lie in dist/chunks/, as this file lies in src/engine/: two folders below the package.
  const page = new URL(`../../rules/${practice}/${id}/rule.md`, import.meta.url);
  return readFileSync(page, 'utf8').replace(/<!-- .* -->\n\n?/g, '');
}
