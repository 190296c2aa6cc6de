import path from 'node:path';
import { configurationNames } from '../config/load.js';
import { docsOf, type RegisteredRule } from '../index.js';
import type { DocumentLink } from './protocol.js';

/** A line that may name rules: a comment that suppresses, or `rule: …` in metadata that do. */
const naming = /incident-lint-disable|\brule["']?\s*:/;

const id = /[a-z0-9]+(?:-[a-z0-9]+)+/g;

/**
 * The names of rules in a text, each a link to the rule's page: everywhere in a configuration, and elsewhere where
 * something is suppressed.
 *
 * @param file the path of the text.
 */
export function documentLinksIn(
  text: string,
  file: string,
  rules: readonly RegisteredRule[],
): DocumentLink[] {
  const isConfiguration = configurationNames.includes(path.basename(file));
  if (!isConfiguration && !text.includes('incident-lint')) return [];
  const byId = new Map(rules.map((registered) => [registered.id, registered]));
  return text.split(/\r\n|\n|\r/).flatMap((content, line) => {
    if (!isConfiguration && !naming.test(content)) return [];
    return [...content.matchAll(id)].flatMap(({ 0: name, index }) => {
      const registered = byId.get(name);
      if (registered === undefined) return [];
      const start = { line, character: index };
      const range = { start, end: { line, character: index + name.length } };
      return [{ range, target: docsOf(registered), tooltip: registered.rule.summary }];
    });
  });
}
