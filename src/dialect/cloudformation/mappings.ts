import type { MapNode, Node } from '../../parse/node.js';
import type { Path, Place } from '../../text/place.js';
import { mapSettled } from '../../value/select.js';
import { placedAt, unknown, type Settled, type Value } from '../../value/value.js';
import { child } from './evaluator.js';
import { malformed, operandsOf, type Invocation } from './functions.js';

/** `Fn::FindInMap`, with the `DefaultValue` of the language extensions. A key that is not known leaves every row possible. */
export function findInMap(invocation: Invocation): Value {
  const { evaluator, call, place } = invocation;
  const [mapName, first, second, options] = operandsOf(invocation, 3, 4);
  if (mapName?.kind !== 'text' || first === undefined || second === undefined)
    return malformed(place, call.name);
  const mapping = child(evaluator.sections.mappings, mapName.text);
  const root: Path = { parent: { parent: undefined, key: 'Mappings' }, key: mapName.text };
  const fallback =
    options?.kind === 'map' ? options.entries.find(({ key }) => key === 'DefaultValue')?.value : undefined;
  const find = (row: Settled): Value =>
    mapSettled(second, place, (column) => {
      const found = rowsOf(mapping, root, row)
        .flatMap(({ node, path }) => rowsOf(node, path, column))
        .map(({ node, path }) => evaluator.evaluate(node, path));
      const values =
        row.kind === 'text' && column.kind === 'text'
          ? found
          : [...found, ...(fallback === undefined ? [] : [fallback])];
      if (values.length === 0 && fallback !== undefined) return placedAt(fallback, place);
      return together(values, mapName.text, place);
    });
  // A mapping holds literals only; where one refers to itself all the same, the circle ends here.
  return evaluator.guarded(`mapping ${mapName.text}`, place, () => mapSettled(first, place, find));
}

interface Row {
  readonly node: Node;
  readonly path: Path;
}

function rowsOf(mapping: Node | undefined, path: Path, key: Settled): Row[] {
  const entries: MapNode['entries'] = mapping?.kind === 'map' ? mapping.entries : [];
  const wanted = key.kind === 'text' ? entries.filter((entry) => entry.key === key.text) : entries;
  return wanted.map((entry) => ({ node: entry.value, path: { parent: path, key: entry.key } }));
}

function together(values: readonly Value[], mapping: string, place: Place): Value {
  const what = `mapping ${mapping}`;
  const [first] = values;
  if (first === undefined) return unknown(place, what, `${what} has no such key`, `the key in ${what}`);
  if (values.length === 1) return placedAt(first, place);
  const texts = values.map((value) => (value.kind === 'text' ? value.text : undefined));
  const known = [...new Set(texts)].filter((text) => text !== undefined);
  if (texts.includes(undefined))
    return unknown(place, what, `the row of ${what} is not known before deployment`, 'a literal key');
  return known.length === 1 && first.kind === 'text'
    ? placedAt(first, place)
    : { kind: 'one-of', texts: known, source: what, place };
}
