import type { Place } from '../../../text/place.js';
import { placedAt, unknown, type Value } from '../../../value/value.js';

/** So many steps are taken for all configurations of a run, and so many values copied. */
const mostSteps = 1_000_000;

/** So many instances are made of blocks with `count` and `for_each`, all in all. */
const mostInstances = 10_000;

/** A value of more parts than this, each counted as often as it stands in it, is not followed. */
const heaviest = 100_000;

/** Evaluations within evaluations beyond this depth are not followed, so that no stack overflows. */
const deepest = 120;

/**
 * What evaluating may cost. References and loops let a few lines stand for any number of values, so that steps, the
 * weight of values and depth are bounded; what lies beyond is unknown.
 */
export class Work {
  #steps = 0;
  #depth = 0;
  #instances = 0;
  readonly #weights = new WeakMap<Value, number>();

  /** Whether so many more steps may be taken. */
  spend(steps: number): boolean {
    this.#steps += steps;
    return this.#steps <= mostSteps;
  }

  /** Whether so many more instances may be made; those that may not take nothing from the others. */
  mayMake(instances: number): boolean {
    if (this.#instances + instances > mostInstances) return false;
    this.#instances += instances;
    return true;
  }

  /** Takes a step that holds others. */
  within(place: Place, evaluation: () => Value): Value {
    if (!this.spend(1)) return tooMuch(place);
    if (this.#depth >= deepest)
      return unknown(place, 'the value', 'it is reached through too many references', 'a shorter way to it');
    this.#depth += 1;
    try {
      return evaluation();
    } finally {
      this.#depth -= 1;
    }
  }

  /** A value, unless it is too heavy to be looked through. */
  bounded(value: Value): Value {
    return this.weightOf(value) > heaviest ? tooMuch(value.place) : value;
  }

  /** A value at the place that refers to it. */
  reused(value: Value, place: Place): Value {
    const weight = this.weightOf(value);
    return weight <= heaviest && this.spend(weight) ? placedAt(value, place) : tooMuch(place);
  }

  private weightOf(value: Value): number {
    const known = this.#weights.get(value);
    if (known !== undefined) return known;
    const weight = partsOf(value).reduce((sum, part) => sum + this.weightOf(part), ownWeight(value));
    this.#weights.set(value, weight);
    return weight;
  }
}

function partsOf(value: Value): readonly Value[] {
  if (value.kind === 'list') return value.items;
  if (value.kind === 'map') return value.entries.map(({ value: inner }) => inner);
  return value.kind === 'choice' ? value.arms.map(({ value: arm }) => arm) : [];
}

/** Long texts count for more, because joining copies them. */
function ownWeight(value: Value): number {
  if (value.kind === 'text') return 1 + value.text.length / 64;
  return value.kind === 'partial' ? value.parts.length : 1;
}

function tooMuch(place: Place): Value {
  return unknown(
    place,
    'the value',
    'the configuration stands for more values than are followed',
    'a smaller configuration',
  );
}
