import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { RegisteredRule } from '../../src/rule/rule.js';
import { rewritePage } from './page.js';
import { runBuilt, withRuleTables, withRuns } from './readme.js';
import { withRules } from './schemas.js';

/** A page of the project, as it is and as it should be. */
export interface DocumentState {
  /** Relative to the project's root. */
  readonly path: string;
  readonly text: string;
  readonly wanted: string;
}

/** The page of a rule, relative to the project's root. */
export function pagePath({ practice, id }: RegisteredRule): string {
  return `rules/${practice}/${id}/rule.md`;
}

/** The page of a rule as it is and as it should be; undefined where it does not exist. */
export async function rulePage(
  root: string,
  rule: RegisteredRule,
  rules: readonly RegisteredRule[],
): Promise<DocumentState | undefined> {
  return stateOf(root, pagePath(rule), (text) => rewritePage(text, rule, rules));
}

/** README.md, CONTRIBUTING.md and the schema that lists the rules, as they are and as they should be. */
export async function projectPages(root: string, rules: readonly RegisteredRule[]): Promise<DocumentState[]> {
  const states = await Promise.all(
    ['README.md', 'CONTRIBUTING.md'].map((name) =>
      stateOf(root, name, (text) => withRuns(withRuleTables(text, rules), runBuilt(root))),
    ),
  );
  states.push(await stateOf(root, 'schemas/configuration.schema.json', (text) => withRules(text, rules)));
  return states.filter((state) => state !== undefined);
}

/** The examples are formatted before they are run: their output names lines. */
async function stateOf(
  root: string,
  name: string,
  rewrite: (text: string) => string,
): Promise<DocumentState | undefined> {
  const file = path.join(root, name);
  if (!existsSync(file)) return undefined;
  const options = { ...(await resolveConfig(file)), filepath: file };
  const text = readFileSync(file, 'utf8');
  const formatted = await format(text, options);
  return { path: name, text, wanted: await format(rewrite(formatted), options) };
}
