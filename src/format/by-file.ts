/** Entries by their files, in the order of the files' names and then their own. */
export function byFile<T extends { readonly file: string }>(
  entries: readonly T[],
): Map<string, readonly T[]> {
  const files = new Map<string, T[]>();
  for (const entry of entries) {
    const same = files.get(entry.file);
    if (same === undefined) files.set(entry.file, [entry]);
    else same.push(entry);
  }
  return new Map([...files].toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
