import type { Place } from '../text/place.js';
import type { Assumptions } from '../value/assumption.js';
import type { KindName } from './kinds.js';
import type { View } from './view.js';

/**
 * What a deployment does to a resource. `released`: it leaves the stack and stays in the account, because of its
 * `DeletionPolicy`.
 */
export type Effect = 'created' | 'updated' | 'perhaps replaced' | 'replaced' | 'deleted' | 'released';

/** What happens to one resource, and the names of the properties that make it so. */
export interface ResourceEffect {
  readonly effect: Effect;
  readonly causes: readonly string[];
}

/** What lies between two versions of a template. */
export interface TemplateChange {
  /** By logical ID; what is not named does not change. */
  readonly resources: ReadonlyMap<string, ResourceEffect>;
  /** How many statements of policies came and went. */
  readonly statements: { readonly added: number; readonly removed: number };
}

/** A resource of a kind on both sides of a change; one that is created or deleted has one side. */
export interface Changed<K extends KindName> extends ResourceEffect {
  readonly before: View<K> | undefined;
  readonly after: View<K> | undefined;
  /** The resource's key; for one that is deleted, where the template declares resources, or where it stood. */
  readonly place: Place;
  readonly when: Assumptions;
}
