import type { Resource } from '../dialect/resource.js';
import type { Place } from '../text/place.js';
import type { Assumptions } from '../value/assumption.js';
import { listAlternatives, select } from '../value/select.js';
import type { Settled, Value } from '../value/value.js';
import { defaultOf, isFixed, pathOf, type FieldSpec, type FieldSpecs, type KindSpec } from './kind.js';
import type { KindName } from './kinds.js';
import { Leaf } from './leaf.js';
import type { Field, Group, Part, Slot, Surroundings, Variant, View } from './view.js';

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
  const part = new (partClassOf(spec.fields))(new WholeResource(resource), around);
  // The object is built from the very table that the type is computed from.
  return Object.assign(part, { resource, kind }) as unknown as View<K>;
}

/** Many a view is made and never looked into, and evaluating properties is what costs. */
class WholeResource implements Root {
  readonly when: Assumptions;
  readonly place: Place;

  constructor(readonly resource: Resource) {
    this.when = resource.when;
    this.place = resource.place;
  }

  get value(): Value {
    return this.resource.properties;
  }
}

/** What all parts have; a class of its own for each table of fields adds these. */
class Fields {
  readonly place: Place;
  readonly when: Assumptions;
  readonly #read: (Field | Group<FieldSpecs>)[] = [];
  readonly #root: Root;
  readonly #around: Surroundings;

  constructor(root: Root, around: Surroundings) {
    this.place = root.place;
    this.when = root.when;
    this.#root = root;
    this.#around = around;
  }

  /** No method, because a field can have any name. */
  static fieldOf(part: Fields, index: number, spec: FieldSpec): Field | Group<FieldSpecs> {
    return (part.#read[index] ??=
      spec.fields === undefined
        ? new ScalarField(spec, part.#root, part.#around)
        : new MapField(spec, spec.fields, part.#root, part.#around));
  }
}

const partClasses = new WeakMap<FieldSpecs, typeof Fields>();

function partClassOf(specs: FieldSpecs): typeof Fields {
  let known = partClasses.get(specs);
  if (known === undefined) {
    known = class extends Fields {};
    for (const [index, [name, spec]] of Object.entries(specs).entries())
      Object.defineProperty(known.prototype, name, {
        get(this: Fields) {
          return Fields.fieldOf(this, index, spec);
        },
      });
    partClasses.set(specs, known);
  }
  return known;
}

class ScalarField implements Field {
  readonly #path: readonly string[] | undefined;
  readonly #fallback: string | undefined;
  #leaves: readonly Leaf[] | undefined;
  #variants: readonly Variant<Leaf>[] | undefined;

  constructor(
    private readonly spec: FieldSpec,
    private readonly root: Root,
    private readonly around: Surroundings,
  ) {
    this.#path = pathOf(spec, root.resource);
    this.#fallback = defaultOf(spec, root.resource);
  }

  get slot(): Slot | undefined {
    const { value } = this.root;
    const [key, ...rest] = this.#path ?? [];
    const isDirect = rest.length === 0 || rest.join() === '[]';
    return key !== undefined && isDirect && value.kind === 'map' ? { map: value, key } : undefined;
  }

  get variants(): readonly Variant<Leaf>[] {
    this.#variants ??=
      this.#path === undefined
        ? []
        : variantsOf(this.#path, this.root, (value, when) => this.leafOf(value, when));
    return this.#variants;
  }

  [Symbol.iterator](): Iterator<Leaf> {
    return (this.#leaves ??= this.leaves())[Symbol.iterator]();
  }

  private leaves(): readonly Leaf[] {
    const { root, spec } = this;
    if (this.#path !== undefined)
      return select(root.value, this.#path, root.when).map(({ value, when }) => this.leafOf(value, when));
    return isFixed(spec, root.resource)
      ? [this.leafOf({ kind: 'absent', place: root.place }, root.when)]
      : [];
  }

  private leafOf(value: Settled, when: Assumptions): Leaf {
    const place = value.kind === 'absent' ? this.root.place : value.place;
    return new Leaf(value, when, place, this.#fallback, (reference) => this.around.typeOf(reference));
  }
}

class MapField implements Group<FieldSpecs> {
  readonly #path: readonly string[] | undefined;
  #parts: readonly Part<FieldSpecs>[] | undefined;
  #variants: readonly Variant<Part<FieldSpecs>>[] | undefined;

  constructor(
    spec: FieldSpec,
    private readonly fields: FieldSpecs,
    private readonly root: Root,
    private readonly around: Surroundings,
  ) {
    this.#path = pathOf(spec, root.resource);
  }

  get variants(): readonly Variant<Part<FieldSpecs>>[] {
    this.#variants ??=
      this.#path === undefined
        ? []
        : variantsOf(this.#path, this.root, (value, when) => this.partAt(value, when));
    return this.#variants;
  }

  [Symbol.iterator](): Iterator<Part<FieldSpecs>> {
    return (this.#parts ??= this.parts())[Symbol.iterator]();
  }

  private parts(): readonly Part<FieldSpecs>[] {
    if (this.#path === undefined) return [];
    const { value, when } = this.root;
    return select(value, this.#path, when).map((found) => this.partAt(found.value, found.when));
  }

  private partAt(value: Settled, when: Assumptions): Part<FieldSpecs> {
    const root = { resource: this.root.resource, value, when, place: value.place };
    // As in viewOf: the object is built from the table of the type.
    return new (partClassOf(this.fields))(root, this.around) as unknown as Part<FieldSpecs>;
  }
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
