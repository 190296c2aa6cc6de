import type { Expression, ObjectExpression } from '../../../parse/hcl/expression.js';
import { mapSettled } from '../../../value/select.js';
import {
  entryOf,
  withEntries,
  withItems,
  withValue,
  type Entry,
  type MapValue,
  type Value,
} from '../../../value/value.js';
import { evaluate } from './evaluate.js';
import type { Block } from './folder.js';
import type { Scope } from './frame.js';

/**
 * What a variable holds once its type constraint has filled in the attributes that may be left out
 * (`optional(TYPE, DEFAULT)`): with their defaults, else with null.
 */
export function completed(value: Value, block: Block, scope: Scope): Value {
  const type = block.arguments.get('type')?.node;
  const constraint = type?.kind === 'scalar' ? type.expression : undefined;
  return constraint === undefined ? value : complete(value, constraint, block, scope);
}

function complete(value: Value, type: Expression, block: Block, scope: Scope): Value {
  if (type.kind !== 'call') return value;
  const [inner] = type.operands;
  if (inner === undefined) return value;
  switch (type.name) {
    case 'optional':
      return complete(value, inner, block, scope);
    case 'object':
      if (inner.kind !== 'object') return value;
      return mapSettled(value, value.place, (settled) =>
        settled.kind === 'map' ? completeObject(settled, inner, block, scope) : settled,
      );
    case 'map':
    case 'list':
    case 'set':
      return mapSettled(value, value.place, (settled) => {
        const each = (item: Value): Value => complete(item, inner, block, scope);
        if (settled.kind === 'list') return withItems(settled, settled.items.map(each));
        if (settled.kind !== 'map') return settled;
        return withEntries(
          settled,
          settled.entries.map((entry) => withValue(entry, each(entry.value))),
        );
      });
    default:
      return value;
  }
}

function completeObject(map: MapValue, { entries }: ObjectExpression, block: Block, scope: Scope): MapValue {
  const types = new Map(entries.map(({ key, value }) => [key.kind === 'literal' ? key.text : '', value]));
  const given = map.entries.map((entry): Entry => {
    const type = types.get(entry.key);
    return type === undefined ? entry : withValue(entry, complete(entry.value, type, block, scope));
  });
  const missing = [...types].flatMap(([key, type]): Entry[] => {
    if (entryOf(map, key) !== undefined || type.kind !== 'call' || type.name !== 'optional') return [];
    const [inner, fallback] = type.operands;
    const { place } = map;
    if (inner === undefined || fallback === undefined)
      return [{ key, keyPlace: place, value: { kind: 'absent', place } }];
    const frame = { scope, file: block.file, path: block.path, bindings: new Map(), label: '' };
    return [{ key, keyPlace: place, value: complete(evaluate(fallback, frame), inner, block, scope) }];
  });
  return withEntries(map, [...given, ...missing]);
}
