import type { Resource } from '../dialect/resource.js';
import type { Place } from '../text/place.js';
import type { Assumptions } from '../value/assumption.js';
import type { Tri } from '../value/tri.js';
import type { MapValue, Reference } from '../value/value.js';
import type { FieldSpecs } from './kind.js';
import type { KindName, Kinds } from './kinds.js';
import type { Leaf } from './leaf.js';

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
