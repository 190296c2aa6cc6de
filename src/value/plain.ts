import type { Value } from './value.js';

/** A value without its places: as JSON has it, with every scalar as text. Undefined where any of it is not a literal. */
export function plainOf(value: Value): unknown {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'list': {
      const items = value.items.map(plainOf);
      return items.includes(undefined) ? undefined : items;
    }
    case 'map': {
      const entries = value.entries.map(({ key, value: inner }) => [key, plainOf(inner)] as const);
      return entries.some(([, inner]) => inner === undefined) ? undefined : Object.fromEntries(entries);
    }
    default:
      return undefined;
  }
}
