import { deepestNesting } from '../../../parse/limits.js';
import type { Place } from '../../../text/place.js';
import { mapSettled } from '../../../value/select.js';
import type { Entry, Settled, Text, Value } from '../../../value/value.js';
import { textValue } from './evaluate.js';
import { hidden } from './secret.js';
import { undetermined, type FunctionTable, type Invocation, type TerraformFunction } from './functions.js';

/** The functions that make texts, and JSON. */
export const textFunctions: FunctionTable = {
  // A policy means the same as an object and as its JSON text, so the object goes on, with all its places.
  jsonencode: ({ operands: [value], place }) =>
    value?.kind === 'text'
      ? { ...value, text: value.type === 'string' ? JSON.stringify(value.text) : value.text, place }
      : (value ?? { kind: 'absent', place }),
  // All that is encoded is scripts, and a script means the same as the text that it is.
  base64encode: same,
  jsondecode: (invocation) =>
    eachText(invocation, (text) => {
      const decoded = decodedJson(text, invocation.place);
      return decoded ?? undetermined(invocation, 'the text is no valid JSON', 'valid JSON');
    }),
  split: (invocation) => {
    const [separator, text] = invocation.operands;
    if (separator?.kind !== 'text' || text === undefined) return notKnown(invocation);
    return eachText({ ...invocation, operands: [text] }, (whole) => ({
      kind: 'list',
      place: invocation.place,
      items: (separator.text === '' ? Array.from(whole) : whole.split(separator.text)).map((part) =>
        textValue(part, invocation.place),
      ),
    }));
  },
  replace: (invocation) => {
    const [text, from, to] = invocation.operands;
    // Between slashes it is a regular expression, and a stranger's may take for ever.
    if (text === undefined || from?.kind !== 'text' || to?.kind !== 'text' || /^\/.*\/$/s.test(from.text))
      return notKnown(invocation);
    return eachText({ ...invocation, operands: [text] }, (whole) =>
      textValue(
        whole.replaceAll(from.text, () => to.text),
        invocation.place,
      ),
    );
  },
  lower: ofText((text) => text.toLowerCase()),
  upper: ofText((text) => text.toUpperCase()),
  title: ofText((text) => text.replace(/(?<!\S)\S/g, (letter) => letter.toUpperCase())),
  trimspace: ofText((text) => text.trim()),
  chomp: ofText((text) => text.slice(0, lengthWithout('\r\n', text))),
  trimprefix: ofText((text, prefix) => (text.startsWith(prefix) ? text.slice(prefix.length) : text)),
  trimsuffix: ofText((text, suffix) =>
    suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
  ),
  trim: ofText((text, characters) => {
    let start = 0;
    while (start < text.length && characters.includes(text.charAt(start))) start += 1;
    return text.slice(start, Math.max(start, lengthWithout(characters, text)));
  }),
  substr: (invocation) => {
    const [text, start, length] = invocation.operands;
    const [from = Number.NaN, number = Number.NaN] = [start, length].map((operand) =>
      operand?.kind === 'text' ? Number(operand.text) : Number.NaN,
    );
    if (text === undefined || !Number.isInteger(from) || !Number.isInteger(number))
      return notKnown(invocation);
    return eachText({ ...invocation, operands: [text] }, (whole) => {
      const characters = Array.from(whole).slice(from);
      return textValue(characters.slice(0, number < 0 ? undefined : number).join(''), invocation.place);
    });
  },
  startswith: ofTruth((text, start) => text.startsWith(start)),
  endswith: ofTruth((text, end) => text.endsWith(end)),
  strcontains: ofTruth((text, part) => text.includes(part)),
  tostring: typed('string'),
  tonumber: typed('number'),
  tobool: typed('boolean'),
  nonsensitive: same,
  sensitive: ({ operands: [value], place }) =>
    value === undefined ? { kind: 'absent', place } : hidden(value),
};

function same({ operands: [value], place }: Invocation): Value {
  return value ?? { kind: 'absent', place };
}

/** The same text as one of another type. */
function typed(type: Text['type']): TerraformFunction {
  return (invocation) => {
    const value = same(invocation);
    return value.kind === 'text' ? { ...value, type } : value;
  };
}

/** How long a text is without the characters at its end. */
function lengthWithout(characters: string, text: string): number {
  let { length } = text;
  while (length > 0 && characters.includes(text.charAt(length - 1))) length -= 1;
  return length;
}

function notKnown(invocation: Invocation): Value {
  return undetermined(invocation, `an operand of ${invocation.name} is known only when Terraform runs`);
}

/** Applies a function to every text that the first operand can be; what is unknown or null stays so. */
function eachText(invocation: Invocation, apply: (text: string) => Value): Value {
  const [value] = invocation.operands;
  if (value === undefined) return notKnown(invocation);
  return mapSettled(value, invocation.place, (settled) => {
    if (settled.kind === 'text') return apply(settled.text);
    if (settled.kind === 'unknown') return { ...settled, place: invocation.place };
    // What was encoded in the same configuration is decoded already.
    if (invocation.name === 'jsondecode' && (settled.kind === 'map' || settled.kind === 'list'))
      return settled;
    return notKnown(invocation);
  });
}

function ofText(apply: (text: string, option: string) => string): TerraformFunction {
  return (invocation) => {
    const [, option] = invocation.operands;
    if (option !== undefined && option.kind !== 'text') return notKnown(invocation);
    return eachText(invocation, (text) => textValue(apply(text, option?.text ?? ''), invocation.place));
  };
}

function ofTruth(apply: (text: string, option: string) => boolean): TerraformFunction {
  return (invocation) => {
    const [, option] = invocation.operands;
    if (option?.kind !== 'text') return notKnown(invocation);
    return eachText(invocation, (text) =>
      textValue(String(apply(text, option.text)), invocation.place, 'boolean'),
    );
  };
}

/** What JSON stands for, all of it at one place; undefined for what is no JSON. */
export function decodedJson(text: string, place: Place): Value | undefined {
  try {
    return valueOfJson(JSON.parse(text), place, 0);
  } catch {
    return undefined;
  }
}

function valueOfJson(json: unknown, place: Place, depth: number): Settled | undefined {
  if (depth > deepestNesting) return undefined;
  if (json === null) return { kind: 'absent', place };
  if (typeof json === 'string') return textValue(json, place);
  if (typeof json === 'number') return textValue(String(json), place, 'number');
  if (typeof json === 'boolean') return textValue(String(json), place, 'boolean');
  const entries: Entry[] = [];
  for (const [key, inner] of Object.entries(json as object)) {
    const value = valueOfJson(inner, place, depth + 1);
    if (value === undefined) return undefined;
    entries.push({ key, keyPlace: place, value });
  }
  return Array.isArray(json)
    ? { kind: 'list', items: entries.map(({ value }) => value), place }
    : { kind: 'map', entries, place };
}
