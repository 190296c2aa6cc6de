import type { Finding } from '../index.js';
import { rangeOf } from './diagnostics.js';
import type { Position, Range } from './protocol.js';

/** The findings that a stretch of the text touches, in their order. */
export function findingsAt(findings: readonly Finding[], { start, end }: Range): Finding[] {
  return findings.filter((finding) => {
    const range = rangeOf(finding.range);
    return isUpTo(range.start, end) && isUpTo(start, range.end);
  });
}

function isUpTo(left: Position, right: Position): boolean {
  return left.line < right.line || (left.line === right.line && left.character <= right.character);
}
