/** A JSON object whose fields are not known to be of any type. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The value as an object; undefined for anything else. */
export function objectOf(value: unknown): JsonObject | undefined {
  // JSON.parse gives plain objects, and own keys alone are looked up in them.
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

/** The entries of an object; none for anything else. */
export function entriesOf(value: unknown): [string, unknown][] {
  return Object.entries(objectOf(value) ?? {});
}

/** A field of an object that is a text. */
export function textAt(value: unknown, key: string): string | undefined {
  const object = objectOf(value);
  const field = object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof field === 'string' ? field : undefined;
}

/** A field of an object. */
export function fieldAt(value: unknown, key: string): unknown {
  const object = objectOf(value);
  return object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The texts of a list; none for anything else. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
