import type { MapNode, Node } from '../../../parse/node.js';
import type { Place } from '../../../text/place.js';
import { mapSettled } from '../../../value/select.js';
import type { Entry, Value } from '../../../value/value.js';
import { evaluateNode } from './evaluate.js';
import { binding, placeIn, under, type Frame } from './frame.js';
import { turnsOf } from './loops.js';

/** The `dynamic` blocks of a block; undefined where it has none. A map called so of another sort has no `content`. */
export function dynamicOf(node: MapNode): MapNode['entries'][number] | undefined {
  const written = node.entries.find(({ key }) => key === 'dynamic');
  return written !== undefined && within(written.value, 4).includes('content') ? written : undefined;
}

/**
 * The entries of a block with its `dynamic` blocks as what they stand for: an item for each turn, after the blocks that
 * are written out. What they go over may be unknown; then one block stands for all.
 */
export function withDynamic(written: readonly Entry[], dynamic: Node, frame: Frame): Entry[] {
  const entries = new Map(written.map((entry) => [entry.key, entry]));
  for (const labels of mapsIn(dynamic, frame))
    for (const { key, keySpan, value } of labels.node.entries) {
      const home = under(labels.frame, key);
      const keyPlace = placeIn(home, keySpan);
      const made = mapsIn(value, home).map((block) => blocksOf(block.node, key, block.frame));
      entries.set(key, joined(entries.get(key), key, made, keyPlace));
    }
  return [...entries.values()];
}

interface Placed {
  readonly node: MapNode;
  readonly frame: Frame;
}

/** A map as it stands, or the maps of a list. */
function mapsIn(node: Node, frame: Frame): Placed[] {
  if (node.kind === 'map') return [{ node, frame }];
  if (node.kind !== 'list') return [];
  return node.items.flatMap((item, index) => mapsIn(item, under(frame, index)));
}

/** The keys of a node and of what is in it, so many levels down. */
function within(node: Node, levels: number): string[] {
  if (levels === 0 || node.kind === 'scalar') return [];
  if (node.kind === 'list') return node.items.flatMap((item) => within(item, levels - 1));
  return node.entries.flatMap(({ key, value }) => [key, ...within(value, levels - 1)]);
}

/** What one `dynamic` block stands for: a list, or a list in each arm of a condition. */
function blocksOf(block: MapNode, label: string, frame: Frame): Value {
  const find = (name: string): Node | undefined => block.entries.find(({ key }) => key === name)?.value;
  const source = find('for_each');
  const content = find('content');
  const place: Place = placeIn(frame, block.span);
  if (source === undefined || content === undefined) return { kind: 'absent', place };
  const iterator = find('iterator');
  const name = iterator?.kind === 'scalar' ? (nameIn(iterator) ?? label) : label;
  const inside = under(frame, 'content');
  return mapSettled(evaluateNode(source, under(frame, 'for_each')), place, (settled) => {
    const turns = turnsOf(settled) ?? [
      { key: notKnown(name, place), value: notKnown(name, place), label: '' },
    ];
    const items = turns.flatMap(({ key, value, label: turn }) => {
      const bound: Value = {
        kind: 'map',
        place,
        entries: [
          {
            key: 'key',
            keyPlace: place,
            value: key.kind === 'text' && settled.kind === 'list' ? value : key,
          },
          { key: 'value', keyPlace: place, value },
        ],
      };
      return mapsIn(content, inside).map((body) =>
        evaluateNode(body.node, binding(body.frame, { [name]: bound }, turn)),
      );
    });
    return { kind: 'list', items, place };
  });
}

function nameIn(node: Extract<Node, { kind: 'scalar' }>): string | undefined {
  if (node.expression === undefined) return node.text;
  return node.expression.kind === 'variable' ? node.expression.name : undefined;
}

function notKnown(name: string, place: Place): Value {
  return {
    kind: 'unknown',
    what: `${name}.value`,
    why: `what the dynamic block ${name} goes over is known only when Terraform runs`,
    settle: 'a literal for_each',
    place,
  };
}

/** The blocks that are written out, and those that are made; lists in the list are taken apart. */
function joined(written: Entry | undefined, key: string, made: readonly Value[], keyPlace: Place): Entry {
  const items = [...(written === undefined ? [] : [written.value]), ...made];
  const value: Value = {
    kind: 'list',
    items: items.flatMap((item) => (item.kind === 'list' ? item.items : [item])),
    place: keyPlace,
  };
  return { key, keyPlace: written?.keyPlace ?? keyPlace, value };
}
