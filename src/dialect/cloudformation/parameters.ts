import type { Node } from '../../parse/node.js';
import type { Place } from '../../text/place.js';
import { unknown, type Text, type Value } from '../../value/value.js';
import { child, type Evaluator } from './evaluator.js';
import { assertedValues, literalText } from './parameter-rules.js';

/**
 * What a parameter can be: what the parent of a nested stack gives, else the value that the user gives, else one of its allowed values, else its default as an
 * assumption, else unknown.
 * A default is only what a deployment takes when it is told nothing, so what rests on it is possible, not certain.
 */
export function parameterValue(evaluator: Evaluator, name: string, definition: Node, place: Place): Value {
  const type = literalText(child(definition, 'Type')) ?? 'String';
  const what = `parameter ${name}`;
  if (type.startsWith('AWS::SSM::Parameter::Value<'))
    return unknown(place, what, `${what} is read from Parameter Store at deployment`, 'a literal value');
  const isList = type === 'CommaDelimitedList' || type.startsWith('List<');
  const secret = literalText(child(definition, 'NoEcho')) === 'true';
  const inherited = evaluator.neighbours.nested.given(evaluator.file, name, place);
  if (inherited !== undefined) return inherited;
  const given = evaluator.parameters.get(name);
  if (given !== undefined) return written(given.text, isList, secret, place, given.place);
  const allowed = isList ? [] : allowedValues(evaluator, name, definition);
  if (allowed.length === 1 && allowed[0] !== undefined)
    return { kind: 'text', text: allowed[0], type: 'string', place, ...(secret && { secret }) };
  if (allowed.length > 1) return { kind: 'one-of', texts: allowed, source: what, place };
  const fallback = child(definition, 'Default');
  const text = literalText(fallback);
  if (fallback === undefined || text === undefined)
    return unknown(
      place,
      what,
      `${what} has no default and no allowed values`,
      `a Default or AllowedValues of ${what}`,
    );
  const origin = evaluator.placeOf(fallback, {
    parent: { parent: { parent: undefined, key: 'Parameters' }, key: name },
    key: 'Default',
  });
  const value = written(text, isList, secret, place, origin);
  return {
    kind: 'choice',
    arms: [{ when: [{ kind: 'default', declaredAs: 'parameter', scope: evaluator.file, name }], value }],
    place,
  };
}

/** What the parameter itself allows, as far as the template's rules do, too. */
function allowedValues(evaluator: Evaluator, name: string, definition: Node): readonly string[] {
  const own = texts(child(definition, 'AllowedValues'));
  const asserted = assertedValues(evaluator.sections.rules, name);
  if (asserted === undefined) return own;
  const both = own.filter((text) => asserted.includes(text));
  // No deployment passes where nothing is left.
  return own.length === 0 ? asserted : both.length === 0 ? own : both;
}

/** A value as it is written elsewhere; a list is written with commas. */
function written(text: string, isList: boolean, secret: boolean, place: Place, origin: Place): Value {
  const value = (part: string): Text => ({
    kind: 'text',
    text: part,
    type: 'string',
    place,
    origin,
    ...(secret && { secret }),
  });
  return isList
    ? { kind: 'list', items: text.split(',').map((item) => value(item.trim())), place }
    : value(text);
}

function texts(node: Node | undefined): string[] {
  if (node?.kind !== 'list') return [];
  return node.items.flatMap((item) => literalText(item) ?? []);
}
