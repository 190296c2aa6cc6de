/** A place in a program as a stack trace names it. */
export interface Frame {
  /** As the machine that synthesised named it, with `/`; mostly absolute. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** A longer line of a trace names no file. */
const longestLine = 4_096;

/** Sources that people write. */
const source = /\.(?:[cm]?[jt]sx?|py|java|kt|scala|go|cs|fs|vb)$/;

/**
 * Reads a line of a stack trace: `new OnCall (/app/lib/oncall.ts:8:5)`, `/app/bin/app.js:3:1`, `fn (C:\app\app.js:1:2)`,
 * `fn (file:///app/app.mjs:1:2)`, `fn (/app/app.py:12)`. Undefined for a line without a source file, and for one of a
 * library or of Node.js.
 */
export function readFrame(line: string): Frame | undefined {
  if (line.length > longestLine) return undefined;
  // Where a frame names no function, as at the top of an ES module, CDK cuts the end off: `app.mjs:29:1` becomes
  // `app.mjs:29 (:)`, and `app.mjs:26:13` becomes `app.mjs:26: (app.mjs:26:1)`. The column is lost.
  const cut = /^(.+?:\d{1,7})(?::\d{0,6})? \(/.exec(line)?.[1];
  const inside = line.endsWith(')')
    ? line.slice(line.lastIndexOf('(') + 1, -1)
    : line.replace(/^\s*(?:at )?(?:async )?/, '');
  const [, name, first, second] = /^(.+?):(\d{1,7})(?::(\d{1,7}))?$/.exec(cut ?? inside.trim()) ?? [];
  if (name === undefined || first === undefined) return undefined;
  const file = sourcePath(name);
  if (!isUsersSource(file)) return undefined;
  return { file, line: Math.max(1, Number(first)), column: Math.max(1, Number(second ?? 1)) };
}

/** Whether a path is that of a source that people write, and not of a library's. */
export function isUsersSource(file: string): boolean {
  return source.test(file) && !/(?:^|\/)(?:node_modules|site-packages)\//.test(file) && !file.includes('\0');
}

/** A path with `/` of what may be a path of Windows or a `file:` URL; empty for a URL that is none. */
export function sourcePath(name: string): string {
  const path = name.replaceAll('\\', '/');
  if (!path.startsWith('file://')) return path;
  try {
    // On Windows, a drive follows the first `/` of the URL's path.
    return decodeURIComponent(new URL(path).pathname).replace(/^\/(?=[A-Za-z]:)/, '');
  } catch {
    return '';
  }
}
