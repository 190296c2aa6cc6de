import type { Value } from '../../value/value.js';
import { child } from './evaluator.js';
import { literal, malformed, type Invocation } from './functions.js';
import { concatenate } from '../strings.js';

/** `Fn::Sub`: `${Name}`, `${Resource.Attribute}` and the names of its own map; `${!Name}` stays as `${Name}`. */
export function substitute({ evaluator, call, place }: Invocation): Value {
  const { argument } = call;
  const [textNode, variables] = argument.kind === 'list' ? argument.items : [argument];
  const text = literal(textNode);
  if (text === undefined) return malformed(place, call.name);
  const parts: Value[] = [];
  const add = (written: string): void => {
    if (written !== '') parts.push({ kind: 'text', text: written, type: 'string', place });
  };
  let end = 0;
  // A name with blanks is no name: CloudFormation leaves such a text as it is.
  for (const match of text.matchAll(/\$\{([^{}\s]+)\}/g)) {
    add(text.slice(end, match.index));
    end = match.index + match[0].length;
    const name = match[1] ?? '';
    if (name.startsWith('!')) add(`\${${name.slice(1)}}`);
    else parts.push(valueOf(name));
  }
  add(text.slice(end));
  return parts.length === 0
    ? { kind: 'text', text: '', type: 'string', place }
    : concatenate(evaluator, parts, place);

  function valueOf(name: string): Value {
    const own = child(variables, name);
    if (own !== undefined)
      return evaluator.evaluate(own, { parent: { parent: call.path, key: 1 }, key: name });
    const dot = name.indexOf('.');
    return dot === -1
      ? evaluator.reference(name, place)
      : evaluator.attribute(name.slice(0, dot), name.slice(dot + 1), place);
  }
}
