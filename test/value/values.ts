import { SourceFile } from '../../src/text/source-file.js';
import type { Place } from '../../src/text/place.js';
import type { Assumption } from '../../src/value/assumption.js';
import type { Choice, List, MapValue, Text, Value } from '../../src/value/value.js';

const file = new SourceFile('template.yaml', '');

/** Values by hand, all at the start of an empty file. */
export const place: Place = { file, span: { start: 0, end: 0 }, path: undefined };

export function text(written: string): Text {
  return { kind: 'text', text: written, type: 'string', place };
}

export function list(...items: Value[]): List {
  return { kind: 'list', items, place };
}

export function map(entries: Record<string, Value>): MapValue {
  return {
    kind: 'map',
    entries: Object.entries(entries).map(([key, value]) => ({ key, keyPlace: place, value })),
    place,
  };
}

export const absent: Value = { kind: 'absent', place };

export function condition(name: string, holds = true): Assumption {
  return { kind: 'condition', scope: file, name, holds };
}

/** `Fn::If`. */
export function either(name: string, yes: Value, no: Value): Choice {
  return {
    kind: 'choice',
    arms: [
      { when: [condition(name)], value: yes },
      { when: [condition(name, false)], value: no },
    ],
    place,
  };
}
