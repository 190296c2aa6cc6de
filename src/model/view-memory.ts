import type { Resource } from '../dialect/resource.js';
import type { Template } from '../dialect/template.js';
import type { Reference } from '../value/value.js';
import type { KindSpec } from './kind.js';
import { kindNamesOf, kinds, type KindName } from './kinds.js';
import { viewOf, type View } from './view.js';

const none: ReadonlyMap<KindName, unknown> = new Map();

type TypeOf = (reference: Reference) => string | undefined;

/**
 * Keeps the views of resources from one workspace to the next one that has the same templates among others. Only one
 * workspace at a time is seen through it.
 */
export class ViewMemory {
  readonly #views = new WeakMap<Resource, ReadonlyMap<KindName, unknown>>();
  readonly #ofTemplates = new WeakMap<Template, ReadonlyMap<KindName, readonly unknown[]>>();
  readonly #byName = new WeakMap<Template, ReadonlyMap<string, Resource>>();
  #typeOf: TypeOf = () => undefined;

  /** Lets views ask the latest workspace, so that none keeps an earlier one from being forgotten. */
  attach(typeOf: TypeOf): void {
    this.#typeOf = typeOf;
  }

  /** The views of a template's resources by their kinds, those of a kind in their order. */
  viewsIn(template: Template): ReadonlyMap<KindName, readonly unknown[]> {
    let byKind = this.#ofTemplates.get(template);
    if (byKind === undefined) this.#ofTemplates.set(template, (byKind = this.allIn(template)));
    return byKind;
  }

  /** A resource seen through a kind; undefined where it is not of that kind. */
  view<K extends KindName>(resource: Resource, kind: K): View<K> | undefined {
    // The map holds under each kind only views of that kind.
    return this.viewsOf(resource).get(kind) as View<K> | undefined;
  }

  private allIn({ resources }: Template): ReadonlyMap<KindName, readonly unknown[]> {
    const byKind = new Map<KindName, unknown[]>();
    for (const resource of resources)
      for (const [kind, view] of this.viewsOf(resource)) {
        const same = byKind.get(kind);
        if (same === undefined) byKind.set(kind, [view]);
        else same.push(view);
      }
    return byKind;
  }

  /** A resource through every kind that it is of. Most resources are of none, and leave nothing behind. */
  private viewsOf(resource: Resource): ReadonlyMap<KindName, unknown> {
    const names = kindNamesOf(resource);
    if (names.length === 0) return none;
    let views = this.#views.get(resource);
    if (views === undefined) {
      const around = { typeOf: (reference: Reference) => this.#typeOf(reference) };
      views = new Map(
        names.map((kind) => [kind, viewOf(kind, kinds[kind] as KindSpec, resource, around)] as const),
      );
      this.#views.set(resource, views);
    }
    return views;
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
