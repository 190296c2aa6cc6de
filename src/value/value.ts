import type { Place } from '../text/place.js';
import type { SourceFile } from '../text/source-file.js';
import type { Assumption } from './assumption.js';
import type { Doubt } from './tri.js';

/** What a scalar was before it became text; CloudFormation takes `"true"` and `true` alike. */
export type ScalarType = 'string' | 'number' | 'boolean';

/** A resource as values name it. */
export interface Target {
  readonly scope: SourceFile;
  readonly name: string;
}

/** A scalar whose text is known. */
export interface Text {
  readonly kind: 'text';
  readonly text: string;
  readonly type: ScalarType;
  readonly place: Place;
  /** True for values that must never be printed (`NoEcho`). */
  readonly secret?: boolean;
  /** Where the text was written, when it reached this place by a reference. */
  readonly origin?: Place;
}

/** One of several texts, without a condition that would tell which: a parameter's allowed values, a mapping's rows. */
export interface OneOf {
  readonly kind: 'one-of';
  readonly texts: readonly string[];
  /** What the texts come from, as users name it: `parameter Stage`, `mapping Channels`. */
  readonly source: string;
  readonly place: Place;
}

/** A gap in a text. */
export interface Hole {
  /** What fills it, as users name it: `AWS::Region`, `parameter Team`. */
  readonly what: string;
  /** Whether it is some literal without wildcards: an account, a Region, a resource's name or ARN. */
  readonly literal: boolean;
  /** The resource it names, when it names one. */
  readonly target?: Target;
  readonly settle: string;
}

/** A text with gaps. */
export interface Partial {
  readonly kind: 'partial';
  readonly parts: readonly (string | Hole)[];
  readonly place: Place;
}

/** The identity (`Ref`) or an attribute of a resource. */
export interface Reference {
  readonly kind: 'reference';
  readonly target: Target;
  /** `Ref`, or the attribute's name. */
  readonly attribute: string;
  readonly place: Place;
}

/**
 * A list; its items may be evaluated when asked for. It is declared as a class, so that the linter refuses to spread it:
 * what a getter gives would be lost.
 */
export declare abstract class List {
  readonly kind: 'list';
  readonly items: readonly Value[];
  readonly place: Place;
}

/** An entry of a map. A class for the same reason as a list. */
export declare abstract class Entry {
  readonly key: string;
  /** The key's own place. */
  readonly keyPlace: Place;
  readonly value: Value;
}

/** A map; its entries may be evaluated when asked for. A class for the same reason as a list. */
export declare abstract class MapValue {
  readonly kind: 'map';
  readonly entries: readonly Entry[];
  /** The entry of a key, for a map that can tell without evaluating all of them. */
  entryAt?(key: string): Entry | undefined;
  /** What any other key may hold, where more may be written than is known: `{ ...others }` in a program. */
  readonly rest?: Unknown;
  readonly place: Place;
}

/** One of several values, each under its assumption: the arms of `Fn::If`. */
export interface Choice {
  readonly kind: 'choice';
  readonly arms: readonly { readonly when: readonly Assumption[]; readonly value: Value }[];
  readonly place: Place;
}

/** No value: not written, `AWS::NoValue` or null. */
export interface Absent {
  readonly kind: 'absent';
  readonly place: Place;
}

/** A value that cannot be known from the templates. */
export interface Unknown extends Doubt {
  readonly kind: 'unknown';
  /** What it is, as users name it: `parameter Team`, `Fn::GetAZs`. */
  readonly what: string;
  readonly place: Place;
  /** Whether evaluating it is an error, such as asking a map for a key that it lacks. */
  readonly isError?: true;
}

export type Value = Text | OneOf | Partial | Reference | List | MapValue | Choice | Absent | Unknown;

/** A value that is no choice any more. */
export type Settled = Exclude<Value, Choice>;

/** Looks a key up; a map without it gives undefined. */
export function entryOf(map: MapValue, key: string): Entry | undefined {
  return map.entryAt === undefined ? map.entries.find((entry) => entry.key === key) : map.entryAt(key);
}

/** The same list with other items. */
export function withItems({ place }: List, items: readonly Value[]): List {
  return { kind: 'list', items, place };
}

/** The same map with other entries. */
export function withEntries({ rest, place }: MapValue, entries: readonly Entry[]): MapValue {
  return { kind: 'map', entries, ...(rest && { rest }), place };
}

/** The same entry with another value. */
export function withValue({ key, keyPlace }: Entry, value: Value): Entry {
  return { key, keyPlace, value };
}

/** The same value as seen from another place: a reference shows what it refers to, but stands where it is written. */
export function placedAt(value: Unknown, place: Place): Unknown;
export function placedAt(value: Value, place: Place): Value;
export function placedAt(value: Value, place: Place): Value {
  switch (value.kind) {
    case 'text':
      return { ...value, place, origin: value.origin ?? value.place };
    case 'list':
      return { kind: 'list', items: value.items.map((item) => placedAt(item, place)), place };
    case 'map':
      return { kind: 'map', entries: value.entries, ...(value.rest && { rest: value.rest }), place };
    case 'choice':
      return {
        kind: 'choice',
        arms: value.arms.map((arm) => ({ ...arm, value: placedAt(arm.value, place) })),
        place,
      };
    default:
      return { ...value, place };
  }
}

/** A value that cannot be known. */
export function unknown(place: Place, what: string, why: string, settle: string): Unknown {
  return { kind: 'unknown', what, why, settle, place };
}
