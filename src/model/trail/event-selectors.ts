import type { Place } from '../../text/place.js';
import { all, any, isDoubt, not, type Doubt, type Tri } from '../../value/tri.js';
import { combinations, type Arm } from '../combinations.js';
import { eventSorts, intersection, uniform, union, type Coverage } from './coverage.js';
import type { Leaf } from '../leaf.js';
import type { Field, Variant, View } from '../view.js';

/** What selectors select of Incident Manager's events, in one arm of the conditions on the way. */
export interface Selection extends Arm {
  readonly coverage: Coverage;
  /** The value that decides it. */
  readonly place: Place;
}

/** Whether a boolean is off: CloudFormation takes `false` and `"false"`, and its YAML is version 1.1 with `no` and `off`. */
export function isOff(text: string): boolean {
  return /^(?:false|no|off)$/i.test(text);
}

type BasicSelector = Items<View<'trail'>['selectors']>;
type AdvancedSelector = Items<View<'trail'>['advancedSelectors']>;
type FieldSelector = Items<AdvancedSelector['conditions']>;
type Items<Group extends { readonly variants: readonly Variant<unknown>[] }> =
  Group['variants'][number]['items'][number];

const tooMany: Doubt = {
  why: 'its event selectors depend on more conditions than are followed',
  settle: 'fewer conditions in the event selectors',
};

const otherField: Doubt = {
  why: 'a field selector may leave out some calls of Incident Manager',
  settle: 'field selectors of eventCategory, eventSource and readOnly only',
};

/** Basic selectors are OR-ed; an event passes one that includes management events and its read or write half. */
export function basicSelections(variant: Variant<BasicSelector>): Selection[] {
  return listSelections(variant, (selector) => {
    const found = combinations<Leaf>(
      [[...selector.managementEvents], [...selector.readWriteType]],
      selector.when,
    );
    return found?.flatMap(({ arms: [included, half], when }): Selection[] => {
      if (included === undefined || half === undefined) return [];
      const isExcluded = included.is(isOff);
      const coverage = eventSorts.map(({ readOnly }) =>
        all(
          not(isExcluded),
          not(half.is((text) => text === (readOnly === 'true' ? 'WriteOnly' : 'ReadOnly'))),
        ),
      );
      return [{ coverage, when, place: isExcluded === false ? half.place : included.place }];
    });
  });
}

/**
 * Advanced selectors are OR-ed, the field selectors of one are AND-ed, and each must have one for `eventCategory`
 * (CloudTrail API reference, AdvancedEventSelector and AdvancedFieldSelector).
 */
export function advancedSelections(variant: Variant<AdvancedSelector>): Selection[] {
  return listSelections(variant, (selector) => {
    const found = selector.conditions.variants.map((conditions) => conditionSelections(conditions));
    return found.every((selections) => selections !== undefined) ? found.flat() : undefined;
  });
}

function listSelections<Selector>(
  variant: Variant<Selector>,
  selectionsOf: (selector: Selector) => Selection[] | undefined,
): Selection[] {
  const { place, when, isEmpty } = variant;
  if (isDoubt(isEmpty)) return [{ coverage: uniform(isEmpty), place, when }];
  const lists = variant.items.map(selectionsOf);
  const found = lists.every((list) => list !== undefined) ? combinations(lists, when) : undefined;
  if (found === undefined) return [{ coverage: uniform(tooMany), place, when }];
  return found.map(({ arms, when: so }) => ({
    coverage: arms.map(({ coverage }) => coverage).reduce(union, uniform(false)),
    place: arms.length === 1 ? (arms[0]?.place ?? place) : place,
    when: so,
  }));
}

function conditionSelections(conditions: Variant<FieldSelector>): Selection[] | undefined {
  const { place, when, isEmpty } = conditions;
  if (isDoubt(isEmpty)) return [{ coverage: uniform(isEmpty), place, when }];
  const hasCategory = any(
    ...conditions.items.flatMap(({ field }) =>
      [...field].map((leaf) => leaf.is((text) => text === 'eventCategory')),
    ),
  );
  const lists = conditions.items.map(fieldSelections);
  const found = lists.every((list) => list !== undefined) ? combinations(lists, when) : undefined;
  return found?.map(({ arms, when: so }) => ({
    coverage: arms.map(({ coverage }) => coverage).reduce(intersection, uniform(hasCategory)),
    place: (find(arms, (answer) => answer === false) ?? find(arms, isDoubt))?.place ?? place,
    when: so,
  }));
}

function find(selections: readonly Selection[], isSuch: (answer: Tri) => boolean): Selection | undefined {
  return selections.find(({ coverage }) => coverage.some(isSuch));
}

const operators = {
  equals: (value: string, operand: string) => value === operand,
  startsWith: (value: string, operand: string) => value.startsWith(operand),
  endsWith: (value: string, operand: string) => value.endsWith(operand),
  notEquals: (value: string, operand: string) => value === operand,
  notStartsWith: (value: string, operand: string) => value.startsWith(operand),
  notEndsWith: (value: string, operand: string) => value.endsWith(operand),
} as const;

type OperatorName = keyof typeof operators;

const operatorNames = Object.keys(operators) as OperatorName[];

interface Operator extends Arm {
  readonly name: OperatorName;
  readonly operands: Variant<Leaf>;
}

/** The operators of one field: one of those that select must match, and none of those that deselect may. */
function fieldSelections(selector: FieldSelector): Selection[] | undefined {
  const lists = operatorNames
    .map((name) => operatorsOf(name, selector[name]))
    .filter((arms) => arms.some(({ operands }) => operands.isEmpty !== true));
  const found = combinations(lists, selector.when);
  return found?.flatMap(({ arms, when }) => {
    const written = arms.filter(({ operands }) => operands.isEmpty !== true);
    return [...selector.field].flatMap((field) => {
      const so = combinations<Arm>([[field]], when)?.[0]?.when;
      if (so === undefined) return [];
      const coverage = eventSorts.map((event) => field.test((name) => passes(event, name, written)));
      return [{ coverage, when: so, place: placeOf(written, selector.place) }];
    });
  });
}

function operatorsOf(name: OperatorName, operands: Field): Operator[] {
  return operands.variants.map((variant) => ({ name, operands: variant, when: variant.when }));
}

function passes(
  event: Readonly<Partial<Record<string, string>>>,
  field: string,
  written: readonly Operator[],
): Tri {
  const value = event[field];
  if (value === undefined) {
    // One name of a call is not every call of Incident Manager.
    const isOneName = field === 'eventName' && written.some(({ name }) => name === 'equals');
    return isOneName ? false : otherField;
  }
  const deselecting = written.filter(({ name }) => name.startsWith('not'));
  const selecting = written.filter((operator) => !deselecting.includes(operator));
  return all(
    selecting.length === 0 ? true : any(...selecting.map((operator) => matches(value, operator))),
    not(any(...deselecting.map((operator) => matches(value, operator)))),
  );
}

function matches(value: string, { name, operands }: Operator): Tri {
  if (isDoubt(operands.isEmpty)) return operands.isEmpty;
  return any(...operands.items.map((leaf) => leaf.is((operand) => operators[name](value, operand))));
}

function placeOf([operator]: readonly Operator[], otherwise: Place): Place {
  if (operator === undefined) return otherwise;
  const [item, ...others] = operator.operands.items;
  return item !== undefined && others.length === 0 ? item.place : operator.operands.place;
}
