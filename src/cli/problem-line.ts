import type { Problem } from '../report/problem.js';
import { printable } from '../text/printable.js';

/** A problem as a line for standard error: `file:line:column: warning: message [code]`, as far as it has a file and a range. */
export function problemLine({ file, range, message, code, severity }: Problem): string {
  const place = range === undefined ? '' : `:${String(range.start.line)}:${String(range.start.column)}`;
  const grade = severity === undefined ? '' : `${severity}: `;
  return `${printable(file ?? 'incident-lint')}${place}: ${grade}${printable(message)} [${code}]\n`;
}
