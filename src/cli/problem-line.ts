import type { Problem } from '../report/problem.js';
import { printable } from '../text/printable.js';

/** A problem as a line for standard error: `file:line:column: message [code]`, as far as it has a file and a range. */
export function problemLine({ file, range, message, code }: Problem): string {
  const place = range === undefined ? '' : `:${String(range.start.line)}:${String(range.start.column)}`;
  return `${printable(file ?? 'incident-lint')}${place}: ${printable(message)} [${code}]\n`;
}
