import type { Place } from '../../../text/place.js';
import type { Assumption } from '../../../value/assumption.js';
import { mapSettled } from '../../../value/select.js';
import type { Settled, Unknown, Value } from '../../../value/value.js';
import { textValue } from './evaluate.js';
import { undetermined, type FunctionTable, type Invocation } from './functions.js';

/** More operands than this are not looked through: each may have arms of its own. */
const mostOperands = 10;

/** The functions that go on to another value where the first is nothing. */
export const fallbackFunctions: FunctionTable = {
  coalesce: (invocation) => firstOf(invocation, isEmptyText),
  coalescelist: (invocation) =>
    firstOf(invocation, (value) => value.kind === 'list' && value.items.length === 0),
  try: (invocation) =>
    firstOf(
      invocation,
      (value) => value.kind === 'unknown' && value.isError === true,
      (value, rest) => (value.kind === 'unknown' ? perhaps(value, rest, invocation.place) : value),
    ),
  can: ({ operands: [operand], place }) =>
    operand === undefined
      ? { kind: 'absent', place }
      : mapSettled(operand, place, (value) =>
          value.kind === 'unknown' && value.isError !== true
            ? value
            : textValue(String(value.kind !== 'unknown'), place, 'boolean'),
        ),
};

/** The first operand that is not passed over. For all functions but `try`, null is passed over. */
function firstOf(
  invocation: Invocation,
  isPassed: (value: Settled) => boolean,
  taken: (value: Settled, rest: () => Value) => Value = (value) => value,
): Value {
  const { name, operands, place } = invocation;
  const from = (rest: readonly Value[]): Value => {
    const [next, ...others] = rest;
    if (next === undefined)
      return name === 'try'
        ? undetermined(invocation, 'no operand of try is known')
        : { kind: 'absent', place };
    return mapSettled(next, place, (value) =>
      isPassed(value) || (value.kind === 'absent' && name !== 'try')
        ? from(others)
        : taken(value, () => from(others)),
    );
  };
  return operands.length > mostOperands
    ? undetermined(invocation, `${name} has more operands than are followed`)
    : from(operands);
}

/** What is not known may be there or not, and then the next operand counts. */
function perhaps(value: Unknown, rest: () => Value, place: Place): Value {
  const { line, column } = place.file.positionAt(place.span.start);
  const name = `try in line ${String(line)}, column ${String(column)} finds ${value.what}`;
  const assume = (holds: boolean): Assumption => ({ kind: 'condition', scope: place.file, name, holds });
  return {
    kind: 'choice',
    arms: [
      { when: [assume(true)], value },
      { when: [assume(false)], value: rest() },
    ],
    place,
  };
}

function isEmptyText(value: Settled): boolean {
  return value.kind === 'text' && value.text === '';
}
