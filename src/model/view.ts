import type { Resource } from '../dialect/resource.js';
import type { Place } from '../text/place.js';
import type { Assumptions } from '../value/assumption.js';
import { listAlternatives, select } from '../value/select.js';
import type { Tri } from '../value/tri.js';
import type { MapValue, Reference, Settled, Value } from '../value/value.js';
import { defaultOf, isFixed, pathOf, type FieldSpec, type FieldSpecs, type KindSpec } from './kind.js';
import type { KindName, Kinds } from './kinds.js';
import { Leaf } from './leaf.js';

/** A list as it turns out under some arms of conditions. */
export interface Variant<Item> {
  readonly items: readonly Item[];
  /** True where the list was not written or has no items; a doubt where it is not known. */
  readonly isEmpty: Tri;
  readonly when: Assumptions;
  /** The list, or the resource's key where there is none. */
  readonly place: Place;
}

/** Where a value of a field is written, or can be: under a key of a map that stands in the document. */
export interface Slot {
  readonly map: MapValue;
  readonly key: string;
}

/** A field of scalars: iterating gives every leaf in every arm; a scalar that is missing gives one absent leaf. */
export interface Field extends Iterable<Leaf> {
  /** Undefined where the map around it depends on a condition, or is not known. */
  readonly slot: Slot | undefined;
  /** Every way the whole list can turn out (for a path that ends in `[]`). */
  readonly variants: readonly Variant<Leaf>[];
}

/** A field of maps: iterating gives a part for each map in every arm. */
export interface Group<F extends FieldSpecs> extends Iterable<Part<F>> {
  readonly variants: readonly Variant<Part<F>>[];
}

type FieldsOf<F extends FieldSpecs> = {
  readonly [N in keyof F]: F[N] extends { readonly fields: infer G extends FieldSpecs } ? Group<G> : Field;
};

/** A map inside a resource, seen through a kind's fields. */
export type Part<F extends FieldSpecs> = FieldsOf<F> & { readonly place: Place; readonly when: Assumptions };

/** A resource seen through a kind. `place` is its key. */
export type View<K extends KindName> = Part<Kinds[K]['fields']> & {
  readonly resource: Resource;
  readonly kind: K;
};

/** What a view needs to know of the resources around it. */
export interface Surroundings {
  typeOf(reference: Reference): string | undefined;
}

interface Root {
  readonly resource: Resource;
  readonly value: Value;
  readonly when: Assumptions;
  readonly place: Place;
}

/** Sees a resource through a kind. */
export function viewOf<K extends KindName>(
  kind: K,
  spec: KindSpec,
  resource: Resource,
  around: Surroundings,
): View<K> {
  const { when, place } = resource;
  const root = {
    resource,
    when,
    place,
    // Many a view is made and never looked into, and evaluating properties is what costs.
    get value() {
      return resource.properties;
    },
  };
  // The object is built from the very table that the type is computed from.
  return Object.assign(partOf(spec.fields, root, around), { resource, kind }) as View<K>;
}

function partOf(specs: FieldSpecs, root: Root, around: Surroundings): object {
  const part = { place: root.place, when: root.when };
  for (const [name, spec] of Object.entries(specs)) {
    let field: Field | Group<FieldSpecs> | undefined;
    Object.defineProperty(part, name, {
      enumerable: true,
      get: () =>
        (field ??=
          spec.fields === undefined ? fieldOf(spec, root, around) : groupOf(spec, spec.fields, root, around)),
    });
  }
  return part;
}

function fieldOf(spec: FieldSpec, root: Root, around: Surroundings): Field {
  const path = pathOf(spec, root.resource);
  const fallback = defaultOf(spec, root.resource);
  const leafOf = (value: Settled, when: Assumptions): Leaf =>
    new Leaf(value, when, value.kind === 'absent' ? root.place : value.place, fallback, (ref) =>
      around.typeOf(ref),
    );
  const fixed = isFixed(spec, root.resource)
    ? [leafOf({ kind: 'absent', place: root.place }, root.when)]
    : [];
  let leaves: Leaf[] | undefined;
  let variants: readonly Variant<Leaf>[] | undefined;
  const [key, ...rest] = path ?? [];
  return {
    slot:
      key !== undefined && (rest.length === 0 || rest.join() === '[]') && root.value.kind === 'map'
        ? { map: root.value, key }
        : undefined,
    get variants() {
      return (variants ??=
        path === undefined ? [] : variantsOf(path, root, (value, when) => leafOf(value, when)));
    },
    [Symbol.iterator]() {
      leaves ??=
        path === undefined
          ? fixed
          : select(root.value, path, root.when).map(({ value, when }) => leafOf(value, when));
      return leaves[Symbol.iterator]();
    },
  };
}

function groupOf(spec: FieldSpec, fields: FieldSpecs, root: Root, around: Surroundings): Group<FieldSpecs> {
  const path = pathOf(spec, root.resource);
  const partAt = (value: Settled, when: Assumptions): Part<FieldSpecs> =>
    // As in viewOf: the object is built from the table of the type.
    partOf(fields, { resource: root.resource, value, when, place: value.place }, around) as Part<FieldSpecs>;
  let variants: readonly Variant<Part<FieldSpecs>>[] | undefined;
  let parts: Part<FieldSpecs>[] | undefined;
  return {
    get variants() {
      return (variants ??= path === undefined ? [] : variantsOf(path, root, partAt));
    },
    [Symbol.iterator]() {
      parts ??=
        path === undefined
          ? []
          : select(root.value, path, root.when).map(({ value, when }) => partAt(value, when));
      return parts[Symbol.iterator]();
    },
  };
}

/** The whole list at a path, in every way it can turn out; a last step `[]` is what makes it a list. */
function variantsOf<Item>(
  path: readonly string[],
  root: Root,
  itemOf: (value: Settled, when: Assumptions) => Item,
): Variant<Item>[] {
  const whole = path.at(-1) === '[]' ? path.slice(0, -1) : path;
  return select(root.value, whole, root.when)
    .flatMap(({ value, when }) => listAlternatives(value, when))
    .map(({ value, when }): Variant<Item> => {
      if (value.kind === 'unknown')
        return { items: [], isEmpty: { why: value.why, settle: value.settle }, when, place: value.place };
      if (value.kind !== 'list') return { items: [], isEmpty: true, when, place: root.place };
      const items = value.items.flatMap((item) => (item.kind === 'choice' ? [] : [itemOf(item, when)]));
      return { items, isEmpty: items.length === 0, when, place: value.place };
    });
}
