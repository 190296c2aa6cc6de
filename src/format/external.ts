import { mask } from '../text/mask.js';

/** What exists elsewhere by the configuration: each key with the reference that proves it, in one order. */
export type ExternalReferences = Readonly<Record<string, string>>;

/** The references that are there, without personal data; undefined where there are none. */
export function referencesOf(
  external: Readonly<Record<string, string | undefined>>,
): ExternalReferences | undefined {
  const declared = Object.entries(external).flatMap(([key, reference]): [string, string][] =>
    reference === undefined ? [] : [[key, mask(reference)]],
  );
  if (declared.length === 0) return undefined;
  return Object.fromEntries(declared.toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

/** The references in a line without its line break. */
export function externalLine(external: ExternalReferences): string {
  const references = Object.entries(external).map(([key, reference]) => `${key} (${reference})`);
  return `not looked for, because the configuration declares it: ${references.join(', ')}`;
}
