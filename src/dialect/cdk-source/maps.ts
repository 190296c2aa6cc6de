import type { Place } from '../../text/place.js';
import { mapSettled } from '../../value/select.js';
import { entryOf, unknown, type List, type MapValue, type Unknown, type Value } from '../../value/value.js';

/** A map that stands at a place as a whole; what is absent is left out. */
export function mapOf(place: Place, values: Readonly<Record<string, Value | undefined>>): MapValue {
  const entries = Object.entries(values).flatMap(([key, value]) =>
    value === undefined || value.kind === 'absent' ? [] : [{ key, keyPlace: place, value }],
  );
  return { kind: 'map', entries, place };
}

/** What a value holds under a key; unknown where it is no map. */
export function valueUnder(owner: Value, key: string): Value {
  const { place } = owner;
  return mapSettled(owner, place, (settled) => {
    if (settled.kind === 'map')
      return entryOf(settled, key)?.value ?? settled.rest ?? { kind: 'absent', place };
    return settled.kind === 'unknown' || settled.kind === 'absent' ? settled : computed(key, place);
  });
}

/** A value where there is one, otherwise what CDK takes in its place. */
export function orDefault(value: Value, fallback: Value): Value {
  return mapSettled(value, value.place, (settled) => (settled.kind === 'absent' ? fallback : settled));
}

/** The items of a value that is a list, or may be one under a condition; a lone value is an item of its own. */
export function itemsOf(value: Value): readonly Value[] {
  if (value.kind === 'absent') return [];
  return value.kind === 'list' ? value.items : [value];
}

/** A list, or nothing where it has no item. */
export function listOf(place: Place, items: readonly Value[]): List | undefined {
  return items.length === 0 ? undefined : { kind: 'list', items, place };
}

/** What only a run of the program tells. */
export function computed(what: string, place: Place): Unknown {
  return unknown(place, what, `${what} is computed by the program`, 'a literal value');
}
