import type { Place } from '../text/place.js';
import type { Assumptions } from '../value/assumption.js';
import { alternatives } from '../value/select.js';
import { unknown, type Hole, type OneOf, type Reference, type Settled, type Value } from '../value/value.js';

/** A text that must never be printed. */
interface Hidden {
  readonly hidden: string;
}

type Part = string | Hole | OneOf | Hidden;

interface Row {
  readonly parts: Part[];
  readonly when: Assumptions;
}

/** More texts than this are not told apart: their number doubles with each condition inside one string. */
const mostRows = 64;

/** A longer text, in UTF-16 units, is not put together: CloudFormation's own limit for a template is 1 MB. */
const longestText = 1_000_000;

/** A text with more gaps and pieces is not put together either: texts made of texts would double them step by step. */
const mostParts = 10_000;

/** Who knows what references stand for. */
export interface ReferenceReader {
  /** Whether a reference may stand for any text at all, wildcards included. */
  isOpaque(reference: Reference): boolean;
}

/** Puts values together to one text; a lone value stays what it is. */
export function concatenate(reader: ReferenceReader, values: readonly Value[], place: Place): Value {
  if (values.length > mostParts) return tooLong(place);
  let rows: Row[] = [{ parts: [], when: [] }];
  for (const value of values) {
    rows = rows.flatMap((row) => continued(reader, row, value));
    if (rows.length > mostRows)
      return unknown(
        place,
        'the text',
        'it depends on more conditions than are followed',
        'fewer conditions in one text',
      );
    if (rows.some(({ parts }) => parts.length > mostParts)) return tooLong(place);
  }
  if (rows.some(({ parts }) => lengthOf(parts) > longestText)) return tooLong(place);
  const lone = values.length === 1 ? values[0] : undefined;
  if (lone !== undefined && (lone.kind === 'reference' || lone.kind === 'unknown')) return { ...lone, place };
  const [first] = rows;
  if (first !== undefined && rows.length === 1 && first.when.length === 0) return textOf(first, place);
  return { kind: 'choice', arms: rows.map((row) => ({ when: row.when, value: textOf(row, place) })), place };
}

/** The row with a value at its end, once for each way in which the value can turn out. */
function continued(reader: ReferenceReader, { parts, when }: Row, value: Value): Row[] {
  const found = alternatives(value, when);
  return found.map((alternative, index) => {
    // The last way takes the row over: copying it for each value would take quadratic time.
    const own = index === found.length - 1 ? parts : [...parts];
    own.push(...partsOf(reader, alternative.value));
    return { parts: own, when: alternative.when };
  });
}

function tooLong(place: Place): Value {
  return unknown(place, 'the text', 'it is longer than a template can be', 'a shorter text');
}

/** What a value adds to a text. */
function partsOf(reader: ReferenceReader, value: Settled): readonly Part[] {
  switch (value.kind) {
    case 'text':
      return [value.secret === true ? { hidden: value.text } : value.text];
    case 'partial':
      return value.parts;
    case 'one-of':
      return [value];
    case 'absent':
      return [];
    case 'unknown':
      return [{ what: value.what, literal: false, settle: value.settle }];
    case 'reference': {
      const { target, attribute } = value;
      const what = attribute === 'Ref' ? target.name : `${target.name}.${attribute}`;
      return [{ what, literal: !reader.isOpaque(value), target, settle: 'a literal value' }];
    }
    case 'list':
    case 'map':
      return [{ what: `a ${value.kind}`, literal: false, settle: 'a text' }];
  }
}

function lengthOf(parts: readonly Part[]): number {
  const length = (part: Part): number =>
    typeof part === 'string' ? part.length : 'hidden' in part ? part.hidden.length : 1;
  return parts.reduce((sum, part) => sum + length(part), 0);
}

function textOf({ parts: written, when }: Row, place: Place): Settled {
  const isHidden = written.some((part) => typeof part === 'object' && 'hidden' in part);
  const isWhole = written.every((part) => typeof part === 'string' || 'hidden' in part);
  // Beside a gap, what is hidden is a gap of its own, so that the text around it can be told.
  if (isHidden && !isWhole) return textOf({ parts: written.map(covered), when }, place);
  const parts = written.map((part) => (typeof part === 'object' && 'hidden' in part ? part.hidden : part));
  const sources = new Set(
    parts.flatMap((part) => (typeof part === 'object' && 'kind' in part ? [part.source] : [])),
  );
  const choice = parts.find((part): part is OneOf => typeof part === 'object' && 'kind' in part);
  const whole = (text: string): string =>
    parts.map((part) => (typeof part === 'string' ? part : 'kind' in part ? text : '')).join('');
  const hasHoles = parts.some((part) => typeof part === 'object' && 'what' in part);
  if (choice !== undefined && sources.size === 1 && !hasHoles)
    return { kind: 'one-of', texts: choice.texts.map(whole), source: choice.source, place };
  if (choice === undefined && !hasHoles)
    return { kind: 'text', text: whole(''), type: 'string', place, ...(isHidden && { secret: true }) };
  const merged: (string | Hole)[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    const plain = typeof part === 'object' && 'kind' in part ? holeOf(part) : part;
    if (typeof plain === 'string' && typeof last === 'string') merged[merged.length - 1] = last + plain;
    else if (plain !== '') merged.push(plain);
  }
  return { kind: 'partial', parts: merged, place };
}

/** A hidden text as a gap that some literal fills. */
function covered(part: Part): Part {
  if (typeof part === 'string' || !('hidden' in part)) return part;
  return { what: 'a hidden value', literal: !/[*?]/.test(part.hidden), settle: 'a value that is not hidden' };
}

function holeOf(choice: OneOf): Hole {
  return { what: choice.source, literal: false, settle: `one value of ${choice.source}` };
}
