import type { Place } from '../../text/place.js';
import { alternatives } from '../../value/select.js';
import { entryOf, type Settled, type Value } from '../../value/value.js';
import type { Resource } from '../../dialect/resource.js';
import { kindNamesOf, kinds } from '../kinds.js';
import { pathOf, type FieldSpec, type FieldSpecs } from '../kind.js';

/** A value of a sort that its field never takes, such as a list for a policy. */
export interface Misfit {
  readonly place: Place;
  /** A sentence that says what stands there and what belongs there. */
  readonly message: string;
}

/** The values of a resource that cannot be read as its kinds' fields. A text where a list is meant is no misfit. */
export function misfitsOf(resource: Resource): Misfit[] {
  const all = kindNamesOf(resource).flatMap((name) =>
    misfitsIn(kinds[name].fields, resource.properties, resource),
  );
  // Two fields of a kind, or two kinds of a type, can meet the same misfit on their way.
  const byStart = new Map(
    all.map((misfit) => [`${String(misfit.place.span.start)} ${misfit.message}`, misfit]),
  );
  return [...byStart.values()];
}

function misfitsIn(fields: FieldSpecs, value: Value, resource: Resource): Misfit[] {
  return Object.values(fields).flatMap((field) => {
    const path = pathOf(field, resource);
    return path === undefined || field.shape === 'any' ? [] : misfitsAt(value, path, field, resource, '');
  });
}

function misfitsAt(
  value: Value,
  path: readonly string[],
  field: FieldSpec,
  resource: Resource,
  name: string,
): Misfit[] {
  const [step, ...rest] = path;
  return alternatives(value).flatMap(({ value: settled }): Misfit[] => {
    if (settled.kind === 'absent' || settled.kind === 'unknown') return [];
    if (step === '[]' || step === '[0]') {
      const items = settled.kind === 'list' ? settled.items : [settled];
      return items.flatMap(spliced).flatMap((item) => misfitsAt(item, rest, field, resource, name));
    }
    if (step !== undefined) {
      if (settled.kind === 'map') {
        const entry = entryOf(settled, step);
        return entry === undefined ? [] : misfitsAt(entry.value, rest, field, resource, step);
      }
      return isData(settled) ? [misfit(settled, name, 'an object')] : [];
    }
    return misfitsAtEnd(settled, field, resource, name);
  });
}

/** An arm of a condition that is a list adds its items one by one, as a dynamic block of Terraform's does. */
function spliced(item: Value): readonly Value[] {
  if (item.kind !== 'choice') return [item];
  return alternatives(item).flatMap(({ value }) => (value.kind === 'list' ? value.items : [value]));
}

function misfitsAtEnd(settled: Settled, field: FieldSpec, resource: Resource, name: string): Misfit[] {
  if (field.fields !== undefined)
    return settled.kind === 'map'
      ? misfitsIn(field.fields, settled, resource)
      : isData(settled)
        ? [misfit(settled, name, 'an object')]
        : [];
  if (field.shape === 'policy') {
    const isPolicy = settled.kind === 'map' || (settled.kind === 'text' && settled.type === 'string');
    return isPolicy || !isData(settled) ? [] : [misfit(settled, name, 'a policy')];
  }
  if (field.shape === 'map')
    return settled.kind === 'map' || !isData(settled) ? [] : [misfit(settled, name, 'an object')];
  return settled.kind === 'list' || settled.kind === 'map' ? [misfit(settled, name, 'a text')] : [];
}

/** Whether a value was written as it is, and is no reference or text with gaps that deployment may turn into another. */
function isData({ kind }: Settled): boolean {
  return kind === 'text' || kind === 'list' || kind === 'map';
}

function misfit(settled: Settled, name: string, expected: string): Misfit {
  const found =
    settled.kind === 'list' ? 'a list' : settled.kind === 'map' ? 'an object' : `a ${typeName(settled)}`;
  return { place: settled.place, message: `${name} is ${found}, where ${expected} belongs` };
}

function typeName(settled: Settled): string {
  return settled.kind === 'text' && settled.type !== 'string' ? settled.type : 'text';
}
