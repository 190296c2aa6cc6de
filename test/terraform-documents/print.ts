import { Marked } from './argument.js';

/** The same without marks, for the parts of a document where nothing is reported. */
export function unmarked(value: unknown): unknown {
  if (value instanceof Marked) return unmarked(value.value);
  if (typeof value === 'string') return value.replaceAll(/«[~?]?|»/g, '');
  if (Array.isArray(value)) return value.map((item: unknown) => unmarked(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unmarked(inner)]));
}

/** Marks stand around quotes, not inside of them. */
export function print(document: unknown): string {
  const values: unknown[] = [];
  const text = JSON.stringify(
    document,
    (_, value: unknown) => (value instanceof Marked ? `\u0001${String(values.push(value) - 1)}` : value),
    2,
  );
  return text
    .replaceAll(/"(«[~?]?)((?:[^"\\»]|\\.)*)»"/g, '$1"$2"»')
    .replaceAll(/"\\u0001(\d+)"/g, (_, index: string) => {
      const value = values[Number(index)];
      return value instanceof Marked ? `${value.mark}${JSON.stringify(value.value)}»` : '';
    });
}
