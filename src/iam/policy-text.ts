import type { Node } from '../parse/node.js';
import { parseJson } from '../parse/json.js';
import { SourceFile } from '../text/source-file.js';
import type { Place } from '../text/place.js';
import type { Entry, Hole, MapValue, Partial, Settled, Text, Value } from '../value/value.js';

type Part = string | Hole;

/** A gap's stand-in while the text is parsed: its number between two private-use characters, which JSON leaves alone. */
const open = '\uE000';
const close = '\uE001';
const standIn = /\uE000(\d{1,9})\uE001/;

/**
 * The policy that a text holds as JSON; its values all stand where the text stands. Undefined for a text that is no
 * JSON object, such as a managed policy's name. A text that begins as an object and cannot be parsed, or whose
 * beginning only deployment knows, gives an unknown value.
 */
export function policyIn(
  value: Text | Partial,
): MapValue | Extract<Settled, { kind: 'unknown' }> | undefined {
  const parts: readonly Part[] = value.kind === 'text' ? [value.text] : value.parts;
  const [first] = parts;
  if (typeof first === 'string' && !first.trimStart().startsWith('{')) return undefined;
  const holes: Hole[] = [];
  const text = parts
    .map((part) => (typeof part === 'string' ? part : `${open}${String(holes.push(part) - 1)}${close}`))
    .join('');
  const { root } = parseJson(new SourceFile(value.place.file.path, text));
  if (root?.kind === 'map') return mapOf(root, value.place, holes);
  const [hole] = holes;
  return {
    kind: 'unknown',
    what: 'the policy',
    why: hole === undefined ? 'the text is no valid JSON' : `${hole.what} is not known before deployment`,
    settle: hole?.settle ?? 'a policy that is valid JSON',
    place: value.place,
  };
}

function valueOf(node: Node, place: Place, holes: readonly Hole[]): Value {
  if (node.kind === 'map') return mapOf(node, place, holes);
  if (node.kind === 'list')
    return { kind: 'list', items: node.items.map((item) => valueOf(item, place, holes)), place };
  if (node.type === 'null') return { kind: 'absent', place };
  const parts = partsOf(node.text, holes);
  if (parts.every((part) => typeof part === 'string'))
    return { kind: 'text', text: parts.join(''), type: node.type, place };
  return { kind: 'partial', parts, place };
}

function mapOf(node: Extract<Node, { kind: 'map' }>, place: Place, holes: readonly Hole[]): MapValue {
  const entries = node.entries.map(({ key, value }): Entry => ({
    key,
    keyPlace: place,
    value: valueOf(value, place, holes),
  }));
  return { kind: 'map', entries, place };
}

/** Puts the gaps back in place of their stand-ins. */
function partsOf(text: string, holes: readonly Hole[]): Part[] {
  if (!text.includes(open)) return [text];
  return text
    .split(standIn)
    .map((part, index) => (index % 2 === 0 ? part : (holes[Number(part)] ?? part)))
    .filter((part) => part !== '');
}
