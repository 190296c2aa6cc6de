import type { Expression, FunctionCall, ObjectExpression } from '../../../parse/hcl/expression.js';
import type { MapNode, Node } from '../../../parse/node.js';
import type { Place } from '../../../text/place.js';
import { alternatives } from '../../../value/select.js';
import { unknown, type Entry, type Text, type Value } from '../../../value/value.js';
import { concatenate } from '../../strings.js';
import { attributeOf, indexOf } from './access.js';
import { choose } from './conditions.js';
import { dynamicOf, withDynamic } from './dynamic.js';
import { placeIn, under, type Frame } from './frame.js';
import { functions } from './functions.js';
import { loop, splat } from './loops.js';
import { compute } from './operators.js';

/** The value of a node. What cannot be known becomes an unknown value with its reason. */
export function evaluateNode(node: Node, frame: Frame): Value {
  if (node.kind === 'scalar' && node.expression !== undefined) return evaluate(node.expression, frame);
  const place = placeIn(frame, node.span);
  return frame.scope.work.within(place, () => dataOf(node, frame, place));
}

function dataOf(node: Node, frame: Frame, place: Place): Value {
  if (node.kind === 'scalar') {
    return node.type === 'null' ? { kind: 'absent', place } : textValue(node.text, place, node.type);
  }
  if (node.kind === 'list') {
    const items = node.items.map((item, index) => evaluateNode(item, under(frame, index)));
    return { kind: 'list', items, place };
  }
  return { kind: 'map', entries: entriesOf(node, frame), place };
}

function entriesOf(node: MapNode, frame: Frame): Entry[] {
  const dynamic = dynamicOf(node);
  const entries = node.entries.flatMap((entry): Entry[] => {
    const { key, keySpan, value } = entry;
    // The key of comments in Terraform's JSON syntax.
    if (key === '//' || entry === dynamic) return [];
    const inner = under(frame, key);
    return [{ key, keyPlace: placeIn(inner, keySpan), value: evaluateNode(value, inner) }];
  });
  return dynamic === undefined ? entries : withDynamic(entries, dynamic.value, under(frame, dynamic.key));
}

/** The value of an expression. */
export function evaluate(expression: Expression, frame: Frame): Value {
  const place = placeIn(frame, expression.span);
  return frame.scope.work.within(place, () => valueOf(expression, frame, place));
}

/** A text that is known. */
export function textValue(text: string, place: Place, type: Text['type'] = 'string'): Text {
  return { kind: 'text', text, type, place };
}

function valueOf(expression: Expression, frame: Frame, place: Place): Value {
  switch (expression.kind) {
    case 'literal':
      return expression.type === 'null'
        ? { kind: 'absent', place }
        : textValue(expression.text, place, expression.type);
    case 'template': {
      const parts = expression.parts.map((part) => evaluate(part, frame));
      return concatenate(frame.scope, parts, place);
    }
    case 'variable':
      return bound(expression.name, frame, place);
    case 'attribute':
      return attribute(expression.source, expression.name, frame, place);
    case 'index':
      return indexOf(evaluate(expression.source, frame), evaluate(expression.key, frame), place, frame.scope);
    case 'item':
      return bound('', frame, place);
    case 'splat':
      return splat(expression, frame, place);
    case 'for':
      return loop(expression, frame, place);
    case 'conditional':
      return choose(expression, frame, place);
    case 'unary':
    case 'binary':
      return compute(expression, frame, place);
    case 'tuple': {
      const items = expression.items.map((item, index) => evaluate(item, under(frame, index)));
      return { kind: 'list', items, place };
    }
    case 'object':
      return object(expression, frame, place);
    case 'call':
      return call(expression, frame, place);
  }
}

/** The first two names of a traversal say together what it is about. */
function attribute(source: Expression, name: string, frame: Frame, place: Place): Value {
  const { scope } = frame;
  if (source.kind === 'variable' && !frame.bindings.has(source.name)) {
    switch (source.name) {
      case 'var':
        return scope.variable(name, place);
      case 'local':
        return scope.local(name, place);
      case 'module':
        return scope.moduleCall(name, place);
      case 'each':
      case 'count':
      case 'self':
      case 'path':
      case 'terraform':
        return bound(`${source.name}.${name}`, frame, place);
      default:
        return scope.resource(source.name, name, place);
    }
  }
  if (source.kind === 'attribute' && source.source.kind === 'variable' && source.source.name === 'data')
    return scope.data(source.name, name, place);
  return attributeOf(evaluate(source, frame), name, place, scope);
}

function bound(name: string, frame: Frame, place: Place): Value {
  const value = frame.bindings.get(name);
  if (value !== undefined) return frame.scope.work.reused(value, place);
  return unknown(place, name, `${name} is known only when Terraform runs`, 'a literal value');
}

function object(expression: ObjectExpression, frame: Frame, place: Place): Value {
  const entries = new Map<string, Entry>();
  for (const { key, value } of expression.entries) {
    const name = evaluate(key, frame);
    if (name.kind !== 'text')
      return unknown(place, 'the object', 'a key of it is known only when Terraform runs', 'literal keys');
    const inner = under(frame, name.text);
    const keyPlace = placeIn(inner, key.span);
    entries.set(name.text, { key: name.text, keyPlace, value: evaluate(value, inner) });
  }
  return { kind: 'map', entries: [...entries.values()], place };
}

function call({ name, operands, expands }: FunctionCall, frame: Frame, place: Place): Value {
  const implementation = functions[name];
  if (implementation === undefined)
    return unknown(place, `${name}()`, `the function ${name} is not evaluated`, 'a literal value');
  const values = operands.map((operand) => evaluate(operand, frame));
  const last = values.at(-1);
  if (expands && last !== undefined) {
    values.pop();
    const [only, ...others] = alternatives(last);
    if (only?.value.kind !== 'list' || others.length > 0)
      return unknown(place, `${name}()`, `the operands of ${name} are not known`, 'a literal list');
    values.push(...only.value.items);
  }
  return implementation({ name, operands: values, place, scope: frame.scope });
}
