import type { Place } from '../../../text/place.js';
import { mapSettled } from '../../../value/select.js';
import {
  entryOf,
  placedAt,
  unknown,
  type Reference,
  type Settled,
  type Value,
} from '../../../value/value.js';
import type { Scope } from './frame.js';

/** The attribute of a value. */
export function attributeOf(value: Value, name: string, place: Place, scope: Scope): Value {
  return mapSettled(value, place, (settled) => {
    if (settled.kind === 'map') {
      const entry = entryOf(settled, name);
      return entry === undefined ? missing(name, place) : scope.work.reused(entry.value, place);
    }
    if (settled.kind === 'reference') return attributeOfReference(settled, name, place, scope);
    return settled.kind === 'unknown' ? { ...settled, place } : missing(name, place);
  });
}

/** An item of a list by its number, or an entry of a map by its key. */
export function indexOf(value: Value, key: Value, place: Place, scope: Scope): Value {
  return mapSettled(value, place, (settled) =>
    mapSettled(key, place, (index) => itemAt(settled, index, place, scope)),
  );
}

function itemAt(value: Settled, index: Settled, place: Place, scope: Scope): Value {
  switch (value.kind) {
    case 'unknown':
      return { ...value, place };
    case 'reference':
      // A resource whose instances are not known stands for each of them.
      if (value.attribute === 'Ref') return { ...value, place };
      return { ...value, attribute: `${value.attribute}[${index.kind === 'text' ? index.text : ''}]`, place };
    case 'map':
      return index.kind === 'text'
        ? attributeOf(value, index.text, place, scope)
        : anyOf(
            value.entries.map((entry) => entry.value),
            place,
          );
    case 'list': {
      if (index.kind !== 'text' || !/^\d+$/.test(index.text)) return anyOf(value.items, place);
      const before = value.items.slice(0, Number(index.text));
      if (before.some(({ kind }) => kind === 'choice')) return anyOf([], place);
      const item = value.items[Number(index.text)];
      return item === undefined ? missing(`item ${index.text}`, place) : scope.work.reused(item, place);
    }
    default:
      return missing('item', place);
  }
}

/** One of these, where it is not known which: known only if there is one. */
function anyOf(values: readonly Value[], place: Place): Value {
  const [only] = values;
  if (only !== undefined && values.length === 1) return placedAt(only, place);
  return unknown(place, 'the item', 'it is not known which item it is', 'a literal index');
}

function attributeOfReference(reference: Reference, name: string, place: Place, scope: Scope): Value {
  if (reference.attribute === 'Ref') return scope.attribute(reference, name, place);
  return { ...reference, attribute: `${reference.attribute}.${name}`, place };
}

function missing(name: string, place: Place): Value {
  return {
    ...unknown(place, name, `there is no ${name} in the value`, `a value with ${name}`),
    isError: true,
  };
}

/** What an expression names and the module lacks, which Terraform refuses. */
export function undeclared(what: string, place: Place): Value {
  return unknown(place, what, `${what} is declared nowhere in the module`, `a declaration of ${what}`);
}
