import type { Place } from '../text/place.js';
import type { Entry, List, MapValue, Value } from './value.js';

// Classes, because V8 keeps an object that was written with a getter of its own as a hash table, which is larger and slower.

/** A list whose items are evaluated once, when they are first asked for. */
export class LazyList implements List {
  readonly kind = 'list';
  #items: readonly Value[] | undefined;
  readonly #evaluate: () => readonly Value[];

  constructor(
    readonly place: Place,
    evaluate: () => readonly Value[],
  ) {
    this.#evaluate = evaluate;
  }

  get items(): readonly Value[] {
    return (this.#items ??= this.#evaluate());
  }
}

/** A map whose entries are evaluated once, when they are first asked for. */
export class LazyMap implements MapValue {
  readonly kind = 'map';
  #entries: readonly Entry[] | undefined;
  readonly #evaluate: () => readonly Entry[];

  constructor(
    readonly place: Place,
    evaluate: () => readonly Entry[],
  ) {
    this.#evaluate = evaluate;
  }

  get entries(): readonly Entry[] {
    return (this.#entries ??= this.#evaluate());
  }
}

/** An entry whose value is evaluated once, when it is first asked for. */
export class LazyEntry implements Entry {
  #value: Value | undefined;
  readonly #evaluate: () => Value;

  constructor(
    readonly key: string,
    readonly keyPlace: Place,
    evaluate: () => Value,
  ) {
    this.#evaluate = evaluate;
  }

  get value(): Value {
    return (this.#value ??= this.#evaluate());
  }
}
