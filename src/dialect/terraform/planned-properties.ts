import type { Place } from '../../text/place.js';
import type { Entry, MapValue } from '../../value/value.js';
import type { Instance } from './instance.js';
import { valueOf } from './json-value.js';
import { enter, isTrue, placeOf } from './located.js';
import type { Plan } from './plan-index.js';
import { isOpen, plannedProperties } from './plan-values.js';

/**
 * What a plan says of an instance, as `plannedProperties` gives it: read when somebody asks, and one by one where a value is
 * known. Most of a plan is of no rule's interest.
 */
export class PlannedProperties implements MapValue {
  readonly kind = 'map';
  #entries: readonly Entry[] | undefined;

  constructor(
    private readonly instance: Instance,
    private readonly plan: Plan,
  ) {}

  get place(): Place {
    const { values, place } = this.instance;
    return values === undefined ? place : placeOf(values);
  }

  get entries(): readonly Entry[] {
    if (this.#entries === undefined) {
      const whole = plannedProperties(this.instance, this.plan);
      this.#entries = whole.kind === 'map' ? whole.entries : [];
    }
    return this.#entries;
  }

  entryAt(key: string): Entry | undefined {
    const { values, sensitive, address } = this.instance;
    const unknown = enter(this.plan.changes.get(address), 'after_unknown', key);
    if (unknown !== undefined && isOpen(unknown.node)) return this.entries.find((entry) => entry.key === key);
    const written = enter(values, key);
    if (written === undefined) return undefined;
    const value = valueOf(written, isTrue(sensitive) ? sensitive : enter(sensitive, key));
    return { key, keyPlace: value.place, value };
  }
}
