import { deepestNesting } from '../parse/limits.js';
import type { Place } from '../text/place.js';
import type { Entry, Hole, MapValue, Partial, Settled, Text, Value } from '../value/value.js';

type Part = string | Hole;

/** A gap's stand-in while the text is parsed: its number between two private-use characters, which JSON leaves alone. */
const open = '\uE000';
const close = '\uE001';
const standIn = /\uE000(\d{1,9})\uE001/;

/**
 * The object that a text holds as JSON; its values all stand where the text stands. Undefined for a text that is no
 * JSON object. A text that begins as an object and cannot be parsed, or whose beginning only deployment knows, gives an
 * unknown value.
 *
 * @param what the object is, as a noun without an article.
 */
export function objectIn(
  value: Text | Partial,
  what: string,
): MapValue | Extract<Settled, { kind: 'unknown' }> | undefined {
  const parts: readonly Part[] = value.kind === 'text' ? [value.text] : value.parts;
  const [first] = parts;
  if (typeof first === 'string' && !first.trimStart().startsWith('{')) return undefined;
  const holes: Hole[] = [];
  const text = parts
    .map((part) => (typeof part === 'string' ? part : `${open}${String(holes.push(part) - 1)}${close}`))
    .join('');
  const isSecret = value.kind === 'text' && value.secret === true;
  const object = valueOf(jsonIn(text), { place: value.place, holes, isSecret }, 0);
  if (object?.kind === 'map') return object;
  const [hole] = holes;
  return {
    kind: 'unknown',
    what: `the ${what}`,
    why: hole === undefined ? 'the text is no valid JSON' : `${hole.what} is not known before deployment`,
    settle: hole?.settle ?? `a ${what} that is valid JSON`,
    place: value.place,
  };
}

/** Undefined for what is no JSON. The runtime's parser serves: no place inside a text is ever reported. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the values of an object take from the text that holds it. */
interface Holder {
  readonly place: Place;
  readonly holes: readonly Hole[];
  /** What must not be printed as a whole must not be printed in part. */
  readonly isSecret: boolean;
}

/** Undefined for what is no JSON, or is nested more deeply than any of AWS's documents. */
function valueOf(json: unknown, holder: Holder, depth: number): Value | undefined {
  const { place, holes, isSecret } = holder;
  const secret = isSecret && { secret: true };
  if (json === undefined || depth > deepestNesting) return undefined;
  if (json === null) return { kind: 'absent', place };
  if (Array.isArray(json)) {
    const items = json.map((item) => valueOf(item, holder, depth + 1));
    return items.every((item) => item !== undefined) ? { kind: 'list', items, place } : undefined;
  }
  if (typeof json === 'object') {
    const entries: Entry[] = [];
    for (const [key, inner] of Object.entries(json)) {
      const value = valueOf(inner, holder, depth + 1);
      if (value === undefined) return undefined;
      entries.push({ key, keyPlace: place, value });
    }
    return { kind: 'map', entries, place };
  }
  if (typeof json === 'number' || typeof json === 'boolean')
    return {
      kind: 'text',
      text: String(json),
      type: typeof json === 'number' ? 'number' : 'boolean',
      place,
      ...secret,
    };
  if (typeof json !== 'string') return undefined;
  const parts = partsOf(json, holes);
  if (parts.every((part) => typeof part === 'string'))
    return { kind: 'text', text: parts.join(''), type: 'string', place, ...secret };
  return { kind: 'partial', parts, place };
}

/** Puts the gaps back in place of their stand-ins. */
function partsOf(text: string, holes: readonly Hole[]): Part[] {
  if (!text.includes(open)) return [text];
  return text
    .split(standIn)
    .map((part, index) => (index % 2 === 0 ? part : (holes[Number(part)] ?? part)))
    .filter((part) => part !== '');
}
