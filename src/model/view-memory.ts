import type { Resource } from '../dialect/resource.js';
import type { Template } from '../dialect/template.js';
import type { Reference } from '../value/value.js';
import { isOfKind, type KindSpec } from './kind.js';
import { kinds, type KindName } from './kinds.js';
import { viewOf, type View } from './view.js';

type TypeOf = (reference: Reference) => string | undefined;

/**
 * Keeps the views of resources from one workspace to the next one that has the same templates among others. Only one
 * workspace at a time is seen through it.
 */
export class ViewMemory {
  readonly #views = new WeakMap<Resource, Map<KindName, unknown>>();
  readonly #ofTemplates = new WeakMap<Template, Map<KindName, readonly unknown[]>>();
  readonly #byName = new WeakMap<Template, ReadonlyMap<string, Resource>>();
  #typeOf: TypeOf = () => undefined;

  /** Lets views ask the latest workspace, so that none keeps an earlier one from being forgotten. */
  attach(typeOf: TypeOf): void {
    this.#typeOf = typeOf;
  }

  /** The views of a kind of a template's resources, in their order. */
  viewsIn<K extends KindName>(template: Template, kind: K): readonly View<K>[] {
    let byKind = this.#ofTemplates.get(template);
    if (byKind === undefined) {
      byKind = new Map<KindName, readonly unknown[]>();
      this.#ofTemplates.set(template, byKind);
    }
    // The map holds under each kind only views of that kind.
    let views = byKind.get(kind) as readonly View<K>[] | undefined;
    if (views === undefined) {
      views = template.resources.flatMap((resource) => this.view(resource, kind) ?? []);
      byKind.set(kind, views);
    }
    return views;
  }

  /** A resource seen through a kind; undefined where it is not of that kind. */
  view<K extends KindName>(resource: Resource, kind: K): View<K> | undefined {
    let byKind = this.#views.get(resource);
    if (byKind === undefined) {
      byKind = new Map<KindName, unknown>();
      this.#views.set(resource, byKind);
    }
    // As in viewsIn.
    let view = byKind.get(kind) as View<K> | undefined;
    if (view === undefined && !byKind.has(kind)) {
      const spec: KindSpec = kinds[kind];
      const around = { typeOf: (reference: Reference) => this.#typeOf(reference) };
      view = isOfKind(spec, resource) ? viewOf(kind, spec, resource, around) : undefined;
      byKind.set(kind, view);
    }
    return view;
  }

  /** A template's resources by their names. */
  byName(template: Template): ReadonlyMap<string, Resource> {
    let byName = this.#byName.get(template);
    if (byName === undefined) {
      byName = new Map(template.resources.map((resource) => [resource.name, resource]));
      this.#byName.set(template, byName);
    }
    return byName;
  }
}
