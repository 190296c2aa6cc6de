import { rulePage } from '../engine/rule-page.js';
import type { Finding, RegisteredRule } from '../index.js';
import { findingsAt } from './at-position.js';
import { rangeOf } from './diagnostics.js';
import { MarkupKind, type Hover, type Position } from './protocol.js';

/** What is found at a position, with the rules' pages; undefined where nothing is. */
export function hoverAt(
  findings: readonly Finding[],
  position: Position,
  rules: readonly RegisteredRule[],
): Hover | undefined {
  const found = findingsAt(findings, { start: position, end: position });
  const [first] = found;
  if (first === undefined) return undefined;
  const pages = new Map(
    found.flatMap(({ ruleId, help }) => {
      const rule = rules.find(({ id }) => id === ruleId);
      return rule === undefined ? [] : [[ruleId, `${help}\n\n---\n\n${rulePage(rule)}`] as const];
    }),
  );
  const value = [...pages.values()].join('\n---\n\n');
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(first.range) };
}
