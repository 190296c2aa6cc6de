import type { TSESTree } from '../../parse/typescript.js';
import type { Assumptions } from '../../value/assumption.js';
import { mapSettled } from '../../value/select.js';
import { withEntries, type Entry, type MapValue, type Value } from '../../value/value.js';
import { assumptionsAround } from './around.js';
import type { Evaluator } from './evaluator.js';
import { computed, mapOf } from './maps.js';

/** A property that gets another value after its construct was made. */
interface Override {
  readonly node: TSESTree.Node;
  /** The keys to it, the first of them by CDK's name. */
  readonly keys: readonly string[];
  /** The new value; undefined for none any more. */
  readonly value: TSESTree.Node | undefined;
}

/** The L1 construct of a construct of a higher level, where its properties can be set. */
const escapeHatch = 'node.defaultChild.';

/**
 * The properties of a construct with what is assigned to them later, and with its overrides. What goes deeper than a
 * property leaves the whole property unknown.
 */
export function overridden(evaluator: Evaluator, node: TSESTree.NewExpression, properties: Value): Value {
  const overrides = overridesOf(evaluator, node);
  if (overrides.length === 0) return properties;
  return mapSettled(properties, properties.place, (settled) => {
    if (settled.kind !== 'map' && settled.kind !== 'absent') return settled;
    const map = settled.kind === 'map' ? settled : mapOf(settled.place, {});
    const entries = new Map(map.entries.map((entry) => [entry.key, entry]));
    for (const override of overrides) apply(evaluator, entries, map, override);
    return withEntries(map, [...entries.values()]);
  });
}

function overridesOf({ calls }: Evaluator, node: TSESTree.NewExpression): Override[] {
  const assigned = calls.assignmentsTo(node).map(({ node: assignment, keys, isVague }): Override => {
    const [first = '', ...rest] = keys.join('.').replace(escapeHatch, '').split('.');
    const isPlain = assignment.operator === '=' && !isVague;
    return { node: assignment, keys: isPlain ? [first, ...rest] : [first, '?'], value: assignment.right };
  });
  const called = calls.on(node).flatMap(({ node: call, method }): Override[] => {
    const [path, value] = call.arguments;
    const isProperty = method === 'addPropertyOverride' || method === 'addPropertyDeletionOverride';
    if (!isProperty && method !== 'addOverride' && method !== 'addDeletionOverride') return [];
    if (path?.type !== 'Literal' || typeof path.value !== 'string') return [];
    const [first = '', ...rest] = path.value.replace(isProperty ? '' : /^Properties\./, '').split('.');
    if (!isProperty && !path.value.startsWith('Properties.')) return [];
    return [
      {
        node: call,
        keys: [camelCase(first), ...rest],
        value: method.includes('Deletion') ? undefined : value,
      },
    ];
  });
  return [...assigned, ...called].sort((left, right) => left.node.range[0] - right.node.range[0]);
}

function apply(
  evaluator: Evaluator,
  entries: Map<string, Entry>,
  { place: around, rest: unwritten }: MapValue,
  { node, keys, value: written }: Override,
): void {
  const [key = '', ...rest] = keys;
  const place = evaluator.placeOf(node, { parent: around.path, key });
  const absent = { kind: 'absent', place } as const;
  const own = written === undefined ? absent : evaluator.evaluate(written, place.path);
  const before = entries.get(key)?.value ?? unwritten ?? absent;
  const value = where(
    assumptionsAround(evaluator, node),
    rest.length > 0 ? computed(key, place) : own,
    before,
  );
  entries.set(key, { key, keyPlace: place, value });
}

/** One value where all assumptions hold, and another where one does not. */
function where(when: Assumptions, value: Value, otherwise: Value): Value {
  if (when.length === 0) return value;
  const failing = when.flatMap((assumption, index) =>
    assumption.kind === 'condition'
      ? [{ when: [...when.slice(0, index), { ...assumption, holds: !assumption.holds }], value: otherwise }]
      : [],
  );
  return { kind: 'choice', arms: [{ when, value }, ...failing], place: value.place };
}

/** CDK's name of a property by CloudFormation's, as overrides have it: `KMSKeyId` is `kmsKeyId`. */
function camelCase(name: string): string {
  return name.replace(/^(?:[A-Z]+(?=[A-Z][a-z])|[A-Z]+$|[A-Z])/, (start) => start.toLowerCase());
}
