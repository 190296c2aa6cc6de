import type { Resource } from '../dialect/resource.js';
import type { Template } from '../dialect/template.js';
import type { Reference } from '../value/value.js';
import type { KindSpec } from './kind.js';
import { kindNamesOf, kinds, type KindName } from './kinds.js';
import { viewOf } from './read-view.js';
import type { Surroundings, View } from './view.js';

/** A view of whichever kind. */
export interface Viewed {
  readonly resource: Resource;
}

type Views = ReadonlyMap<KindName, Viewed>;

const none: Views = new Map();

/** A resource with its views. Most resources are of no kind. */
export class SeenResource {
  #views: Views | undefined;

  constructor(
    readonly resource: Resource,
    private readonly around: Surroundings,
  ) {}

  /** Seen through every kind that it is of. */
  get views(): Views {
    return (this.#views ??= this.allViews());
  }

  /** Seen through a kind; undefined where it is not of that kind. */
  as<K extends KindName>(kind: K): View<K> | undefined {
    // The map holds under each kind only views of that kind.
    return this.views.get(kind) as View<K> | undefined;
  }

  private allViews(): Views {
    const { resource, around } = this;
    const names = kindNamesOf(resource);
    if (names.length === 0) return none;
    return new Map(names.map((kind) => [kind, viewOf(kind, kinds[kind] as KindSpec, resource, around)]));
  }
}

/** A template's resources, found by their kinds and by their names. */
interface SeenTemplate {
  /** The views of each kind in the order of the resources. */
  readonly byKind: ReadonlyMap<KindName, readonly Viewed[]>;
  readonly byName: ReadonlyMap<string, SeenResource>;
}

type TypeOf = (reference: Reference) => string | undefined;

/**
 * Keeps the views of resources from one workspace to the next one that has the same templates among others. Only one
 * workspace at a time is seen through it.
 */
export class ViewMemory {
  readonly #resources = new WeakMap<Resource, SeenResource>();
  readonly #templates = new WeakMap<Template, SeenTemplate>();
  #typeOf: TypeOf = () => undefined;
  readonly #around = { typeOf: (reference: Reference) => this.#typeOf(reference) };

  /** Lets views ask the latest workspace, so that none keeps an earlier one from being forgotten. */
  attach(typeOf: TypeOf): void {
    this.#typeOf = typeOf;
  }

  template(template: Template): SeenTemplate {
    let seen = this.#templates.get(template);
    if (seen === undefined) this.#templates.set(template, (seen = this.see(template)));
    return seen;
  }

  resource(resource: Resource): SeenResource {
    let seen = this.#resources.get(resource);
    if (seen === undefined) this.#resources.set(resource, (seen = new SeenResource(resource, this.#around)));
    return seen;
  }

  /** The views of resources by their kinds, those of a kind in the order of the resources. */
  byKind(resources: readonly Resource[]): ReadonlyMap<KindName, readonly Viewed[]> {
    const byKind = new Map<KindName, Viewed[]>();
    for (const resource of resources)
      for (const [kind, view] of this.resource(resource).views) {
        const same = byKind.get(kind);
        if (same === undefined) byKind.set(kind, [view]);
        else same.push(view);
      }
    return byKind;
  }

  private see({ resources }: Template): SeenTemplate {
    const byName = new Map(resources.map((resource) => [resource.name, this.resource(resource)]));
    return { byKind: this.byKind(resources), byName };
  }
}
