import type { Place } from '../../../text/place.js';
import { alternatives, mapSettled } from '../../../value/select.js';
import {
  entryOf,
  unknown,
  withItems,
  type Entry,
  type MapValue,
  type Settled,
  type Value,
} from '../../../value/value.js';
import { textValue } from './evaluate.js';
import { decodedJson } from './text-functions.js';

/** IAM's names of what a statement holds, by the arguments of the data source. */
const names = {
  sid: 'Sid',
  effect: 'Effect',
  actions: 'Action',
  not_actions: 'NotAction',
  resources: 'Resource',
  not_resources: 'NotResource',
} as const;

/**
 * The policy that `data.aws_iam_policy_document` makes, in IAM's own JSON shape: the statements of
 * `source_policy_documents`, then its own, then those of `override_policy_documents`. Each of its own statements and of
 * those that override replaces the one of the same `sid` before it (Terraform AWS provider, aws_iam_policy_document).
 */
export function policyDocument(block: MapValue, place: Place): Value {
  const own: Value[] = listed(argument(block, 'statement')).map((statement) =>
    mapSettled(statement, place, (settled) => {
      // The blocks that a dynamic block makes in one arm of a condition.
      if (settled.kind !== 'list') return ownStatement(settled);
      return withItems(
        settled,
        settled.items.map((item) => mapSettled(item, place, ownStatement)),
      );
    }),
  );
  // Before provider 5, one document stood alone in an argument of its own.
  const sources = statementsOf(
    [argument(block, 'source_json'), argument(block, 'source_policy_documents')],
    place,
  );
  if (!Array.isArray(sources)) return sources;
  const overriding = statementsOf(
    [argument(block, 'override_policy_documents'), argument(block, 'override_json')],
    place,
  );
  if (!Array.isArray(overriding)) return overriding;
  const statements = overridden(sources, [...own, ...overriding]);
  const version = argument(block, 'version') ?? textValue('2012-10-17', place);
  const list: Value = { kind: 'list', items: statements, place };
  return mapOf([entry('Version', version, place), entry('Statement', list, place)], place);
}

/** The statements of documents that are given as JSON; an unknown value where one of them is not known. */
function statementsOf(documents: readonly (Value | undefined)[], place: Place): Value[] | Value {
  const statements: Value[] = [];
  for (const written of documents.flatMap(listed)) {
    const [only, ...others] = alternatives(written);
    if (only === undefined || others.length > 0 || only.when.length > 0)
      return unknown(
        place,
        'the policy',
        'a document that it is merged from depends on conditions',
        'a literal document',
      );
    const decoded = only.value.kind === 'text' ? decodedJson(only.value.text, place) : only.value;
    if (decoded?.kind === 'absent') continue;
    if (decoded?.kind !== 'map')
      return unknown(
        place,
        'the policy',
        'a document that it is merged from is not known',
        'a literal document',
      );
    statements.push(...listed(argument(decoded, 'Statement')));
  }
  return statements;
}

/** The last statement of a `Sid` counts, at the place of the first. */
function overridden(base: readonly Value[], overriding: readonly Value[]): Value[] {
  const statements = [...base];
  const bySid = new Map<string, number>();
  for (const [index, statement] of statements.entries()) {
    const sid = sidOf(statement);
    if (sid !== undefined) bySid.set(sid, index);
  }
  for (const statement of overriding) {
    const sid = sidOf(statement);
    const index = sid === undefined ? undefined : bySid.get(sid);
    if (index !== undefined) statements[index] = statement;
    else {
      if (sid !== undefined) bySid.set(sid, statements.length);
      statements.push(statement);
    }
  }
  return statements;
}

function sidOf(statement: Value): string | undefined {
  const sid = statement.kind === 'map' ? argument(statement, 'Sid') : undefined;
  return sid?.kind === 'text' && sid.text !== '' ? sid.text : undefined;
}

function ownStatement(settled: Settled): Settled {
  return settled.kind === 'map' ? statementOf(settled, settled.place) : settled;
}

function statementOf(block: MapValue, place: Place): Settled {
  const entries = block.entries.flatMap(({ key, keyPlace, value }): Entry[] => {
    const name = Object.hasOwn(names, key) ? names[key as keyof typeof names] : undefined;
    if (name === undefined || value.kind === 'absent') return [];
    if (value.kind === 'list' && value.items.length === 0) return [];
    return [{ key: name, keyPlace, value: name.endsWith('Resource') ? withVariables(value) : value }];
  });
  if (!entries.some(({ key }) => key === 'Effect'))
    entries.push(entry('Effect', textValue('Allow', place), place));
  for (const [key, name] of [
    ['principals', 'Principal'],
    ['not_principals', 'NotPrincipal'],
  ] as const) {
    const blocks = listed(argument(block, key));
    if (blocks.length > 0) entries.push(entry(name, principalOf(blocks, place), place));
  }
  const conditions = listed(argument(block, 'condition'));
  if (conditions.length > 0) entries.push(entry('Condition', conditionOf(conditions, place), place));
  return mapOf(entries, place);
}

/** Blocks of one type are put together; `*` of type `*` is everybody. */
function principalOf(blocks: readonly Value[], place: Place): Value {
  const byType = new Map<string, Value[]>();
  for (const block of blocks) {
    const type = block.kind === 'map' ? argument(block, 'type') : undefined;
    const identifiers = block.kind === 'map' ? argument(block, 'identifiers') : undefined;
    if (type?.kind !== 'text' || identifiers === undefined)
      return unknown(
        place,
        'the principal',
        'a principal is known only when Terraform runs',
        'literal principals',
      );
    addTo(byType, type.text, listed(identifiers).map(withVariables));
  }
  const everybody = byType.get('*');
  const [only] = everybody ?? [];
  if (byType.size === 1 && everybody?.length === 1 && only !== undefined) return only;
  return mapOf(
    [...byType].map(([type, items]) => entry(type, { kind: 'list', items, place }, place)),
    place,
  );
}

/** Blocks of one test and one variable are put together. */
function conditionOf(blocks: readonly Value[], place: Place): Value {
  const byTest = new Map<string, Map<string, Value[]>>();
  for (const block of blocks) {
    const [test, variable, values] = ['test', 'variable', 'values'].map((key) =>
      block.kind === 'map' ? argument(block, key) : undefined,
    );
    if (test?.kind !== 'text' || variable?.kind !== 'text')
      return unknown(
        place,
        'the condition',
        'a condition is known only when Terraform runs',
        'literal conditions',
      );
    const byVariable = byTest.get(test.text) ?? new Map<string, Value[]>();
    byTest.set(test.text, byVariable);
    addTo(byVariable, variable.text, listed(values).map(withVariables));
  }
  return mapOf(
    [...byTest].map(([test, byVariable]) => {
      const inner = [...byVariable].map(([variable, items]) =>
        entry(variable, { kind: 'list', items, place }, place),
      );
      return entry(test, mapOf(inner, place), place);
    }),
    place,
  );
}

/** `&{…}` stands for the policy variable that `${…}` is in IAM, because Terraform has another use for that. */
function withVariables(value: Value): Value {
  const replaced = (text: string): string => text.replaceAll('&{', '${');
  switch (value.kind) {
    case 'text':
      return value.text.includes('&{') ? { ...value, text: replaced(value.text) } : value;
    case 'partial':
      return {
        ...value,
        parts: value.parts.map((part) => (typeof part === 'string' ? replaced(part) : part)),
      };
    case 'list':
      return withItems(value, value.items.map(withVariables));
    case 'choice':
      return { ...value, arms: value.arms.map((arm) => ({ ...arm, value: withVariables(arm.value) })) };
    default:
      return value;
  }
}

function addTo(lists: Map<string, Value[]>, key: string, items: readonly Value[]): void {
  const known = lists.get(key) ?? [];
  lists.set(key, known);
  for (const item of items) known.push(item);
}

function argument(map: MapValue, key: string): Value | undefined {
  return entryOf(map, key)?.value;
}

/** A list's items; a lone value, such as a block of Terraform's JSON syntax that stands once, is a list of one. */
function listed(value: Value | undefined): readonly Value[] {
  if (value === undefined || value.kind === 'absent') return [];
  return value.kind === 'list' ? value.items : [value];
}

function entry(key: string, value: Value, keyPlace: Place): Entry {
  return { key, keyPlace, value };
}

function mapOf(entries: readonly Entry[], place: Place): MapValue {
  return { kind: 'map', entries, place };
}
