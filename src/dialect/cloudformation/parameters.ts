import type { Node } from '../../parse/node.js';
import type { Place } from '../../text/place.js';
import { unknown, type Text, type Value } from '../../value/value.js';
import { child, type Evaluator } from './evaluator.js';

/**
 * What a parameter can be: one of its allowed values, else its default as an assumption, else unknown.
 * A default is only what a deployment takes when it is told nothing, so what rests on it is possible, not certain.
 */
export function parameterValue(evaluator: Evaluator, name: string, definition: Node, place: Place): Value {
  const type = textOf(child(definition, 'Type')) ?? 'String';
  const what = `parameter ${name}`;
  if (type.startsWith('AWS::SSM::Parameter::Value<'))
    return unknown(place, what, `${what} is read from Parameter Store at deployment`, 'a literal value');
  const isList = type === 'CommaDelimitedList' || type.startsWith('List<');
  const secret = textOf(child(definition, 'NoEcho')) === 'true';
  const allowed = isList ? [] : texts(child(definition, 'AllowedValues'));
  if (allowed.length === 1 && allowed[0] !== undefined) return text(allowed[0], secret, place);
  if (allowed.length > 1) return { kind: 'one-of', texts: allowed, source: what, place };
  const fallback = child(definition, 'Default');
  const written = textOf(fallback);
  if (fallback === undefined || written === undefined)
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
  const value: Value = isList
    ? {
        kind: 'list',
        items: written.split(',').map((item) => ({ ...text(item.trim(), secret, place), origin })),
        place,
      }
    : { ...text(written, secret, place), origin };
  return {
    kind: 'choice',
    arms: [{ when: [{ kind: 'default', declaredAs: 'parameter', scope: evaluator.file, name }], value }],
    place,
  };
}

function text(written: string, secret: boolean, place: Place): Text {
  return { kind: 'text', text: written, type: 'string', place, ...(secret && { secret }) };
}

function texts(node: Node | undefined): string[] {
  if (node?.kind !== 'list') return [];
  return node.items.flatMap((item) => textOf(item) ?? []);
}

function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && node.tag === undefined && node.type !== 'null' ? node.text : undefined;
}
