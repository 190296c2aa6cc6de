import type { Edit, Finding } from '../report/finding.js';
import type { SourceFile } from '../text/source-file.js';

/** The texts of files after their fixes; files without one are left out. Of fixes that overlap the first is applied. */
export function applyFixes(
  findings: readonly Finding[],
  sources: ReadonlyMap<string, SourceFile>,
  withUnsafe: boolean,
): Map<string, string> {
  const byFile = new Map<string, Edit[][]>();
  for (const { file, fix } of findings) {
    if (fix === undefined || (!fix.isSafe && !withUnsafe)) continue;
    const same = byFile.get(file);
    if (same === undefined) byFile.set(file, [[...fix.edits]]);
    else same.push([...fix.edits]);
  }
  const texts = new Map<string, string>();
  for (const [name, fixes] of byFile) {
    const source = sources.get(name);
    if (source !== undefined) texts.set(name, edited(source, fixes));
  }
  return texts;
}

interface Placed {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function edited(source: SourceFile, fixes: readonly (readonly Edit[])[]): string {
  const placed = fixes
    .map((edits) => edits.map((edit) => placedIn(source, edit)))
    .toSorted((left, right) => startOf(left) - startOf(right));
  const parts: string[] = [];
  let end = -1;
  for (const edits of placed) {
    // Edits that touch may depend on each other: the second fix waits for the next round.
    if (edits.some(({ start }) => start <= end)) continue;
    for (const edit of edits) {
      parts.push(source.text.slice(Math.max(end, 0), edit.start), edit.text);
      end = edit.end;
    }
  }
  return parts.join('') + source.text.slice(Math.max(end, 0));
}

function placedIn(source: SourceFile, { range, text }: Edit): Placed {
  return { start: source.offsetAt(range.start), end: source.offsetAt(range.end), text };
}

function startOf([first]: readonly Placed[]): number {
  return first?.start ?? 0;
}
