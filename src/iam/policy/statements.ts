import type { Leaf } from '../../model/leaf.js';
import type { Assumptions } from '../../value/assumption.js';
import { alternatives } from '../../value/select.js';
import type { Doubt, Tri } from '../../value/tri.js';
import { entryOf, type MapValue, type Settled, type Unknown, type Value } from '../../value/value.js';
import { policyIn } from './policy-text.js';
import { unknownStatement, type Condition, type Principal, type Statement } from './statement.js';
import { waysOf } from './ways.js';

const known = new WeakMap<Leaf, readonly Statement[]>();

/**
 * The statements of a policy document: an object, or JSON text with or without gaps. A lone statement in place of a
 * list and a lone text in place of a list count as lists of one (IAM JSON policy grammar). What is no document, such
 * as a managed policy's name in a SAM function, has no statements.
 *
 * @returns the same array for the same leaf.
 */
export function statementsOf(document: Leaf): readonly Statement[] {
  let statements = known.get(document);
  if (statements === undefined) {
    statements = statementsIn(document);
    known.set(document, statements);
  }
  return statements;
}

function statementsIn(document: Leaf): Statement[] {
  const policy = policyOf(document.value);
  if (policy === undefined) return [];
  if (policy.kind === 'unknown') return [unreadStatement(document, policy, document.when)];
  const entry = entryOf(policy, 'Statement');
  if (entry !== undefined) return statementsAt(document, entry.value, document.when);
  return entryOf(policy, 'Effect') === undefined ? [] : statementsAt(document, policy, document.when);
}

function policyOf(value: Settled): MapValue | Unknown | undefined {
  switch (value.kind) {
    case 'map':
    case 'unknown':
      return value;
    case 'text':
    case 'partial':
      return policyIn(value);
    case 'one-of': {
      const isPolicy = value.texts.some((text) => text.trimStart().startsWith('{'));
      return isPolicy ? unread(value, `${value.source} allows several policies`, 'one policy') : undefined;
    }
    case 'reference': {
      // What a resource is called is no policy; what its own code returns may be one.
      const what = `${value.target.name}.${value.attribute}`;
      return value.attribute === 'Ref'
        ? undefined
        : unread(value, `${what} is known only after deployment`, 'a literal policy');
    }
    case 'list':
    case 'absent':
      return undefined;
  }
}

function unread({ place }: Settled, why: string, settle: string): Unknown {
  return { kind: 'unknown', what: 'the policy', why, settle, place };
}

function unreadStatement(document: Leaf, value: Unknown, when: Assumptions): Statement {
  return unknownStatement(document.inner(value, when), { why: value.why, settle: value.settle });
}

function statementsAt(document: Leaf, value: Value, when: Assumptions): Statement[] {
  return alternatives(value, when).flatMap(({ value: settled, when: so }): Statement[] => {
    if (settled.kind === 'list') return settled.items.flatMap((item) => statementsAt(document, item, so));
    if (settled.kind === 'unknown') return [unreadStatement(document, settled, so)];
    return settled.kind === 'map' ? armsOf(document, settled, so) : [];
  });
}

/** The elements that decide by all of their parts together; of the others each item is a leaf under its own arm. */
const wholes: readonly string[] = ['Effect', 'NotAction', 'NotResource', 'NotPrincipal', 'Condition'];

function armsOf(document: Leaf, map: MapValue, when: Assumptions): Statement[] {
  const entries = map.entries.filter(({ key }) => wholes.includes(key));
  return waysOf({ kind: 'map', entries, place: map.place }, when).flatMap((way): Statement[] => {
    if (way.value.kind === 'unknown') return [unreadStatement(document, way.value, way.when)];
    return way.value.kind === 'map' ? [statementOf(document, map, way.value, way.when)] : [];
  });
}

function statementOf(document: Leaf, map: MapValue, settled: MapValue, when: Assumptions): Statement {
  const leaves = (from: MapValue, key: string): Leaf[] => leavesOf(document, entryOf(from, key)?.value, when);
  const [effect] = leaves(settled, 'Effect');
  const isEffect = (name: string): Tri => effect?.is((text) => text === name) ?? false;
  const sid = entryOf(map, 'Sid')?.value;
  const isOpen = document.value.kind === 'map' && entryOf(map, 'Condition') === undefined;
  return {
    allows: isEffect('Allow'),
    denies: isEffect('Deny'),
    sid: sid?.kind === 'text' ? sid.text : undefined,
    actions: leaves(map, 'Action'),
    notActions: leaves(settled, 'NotAction'),
    resources: leaves(map, 'Resource'),
    notResources: leaves(settled, 'NotResource'),
    principals: principalsOf(document, entryOf(map, 'Principal')?.value, when),
    notPrincipals: principalsOf(document, entryOf(settled, 'NotPrincipal')?.value, when),
    ...conditionsOf(document, entryOf(settled, 'Condition')?.value, when),
    conditionSlot: isOpen ? { map, key: 'Condition' } : undefined,
    place: map.place,
    when,
  };
}

/** The scalars of a list, or of a lone value, each under its own arm. */
function leavesOf(document: Leaf, value: Value | undefined, when: Assumptions): Leaf[] {
  if (value === undefined) return [];
  return alternatives(value, when).flatMap(({ value: settled, when: so }): Leaf[] => {
    if (settled.kind === 'list') return settled.items.flatMap((item) => leavesOf(document, item, so));
    return settled.kind === 'absent' ? [] : [document.inner(settled, so)];
  });
}

function principalsOf(document: Leaf, value: Value | undefined, when: Assumptions): Principal[] {
  if (value === undefined) return [];
  return alternatives(value, when).flatMap(({ value: settled, when: so }): Principal[] => {
    if (settled.kind === 'map')
      return settled.entries.flatMap(({ key, value: named }) =>
        leavesOf(document, named, so).map((leaf) => ({ type: key, leaf })),
      );
    const type = settled.kind === 'unknown' ? undefined : 'AWS';
    return leavesOf(document, settled, so).map((leaf) => ({ type, leaf }));
  });
}

interface Conditions {
  readonly conditions: readonly Condition[];
  readonly unreadConditions: Doubt | undefined;
}

/** @param block operators, each with keys and their values, without any choice. */
function conditionsOf(document: Leaf, block: Value | undefined, when: Assumptions): Conditions {
  const conditions: Condition[] = [];
  let unreadConditions: Doubt | undefined;
  const entriesOf = (value: Value | undefined): MapValue['entries'] => {
    if (value === undefined || value.kind === 'map') return value?.entries ?? [];
    if (value.kind === 'unknown') unreadConditions ??= { why: value.why, settle: value.settle };
    return [];
  };
  for (const { key: operator, value: keys } of entriesOf(block))
    for (const { key, value } of entriesOf(keys))
      conditions.push({ operator, key, values: leavesOf(document, value, when) });
  return { conditions, unreadConditions };
}
