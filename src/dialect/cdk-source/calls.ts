import type { TSESTree } from '../../parse/typescript.js';
import type { Path, Place } from '../../text/place.js';
import { listAlternatives } from '../../value/select.js';
import type { Value } from '../../value/value.js';
import { concatenate } from '../strings.js';
import { propertyName } from './bindings.js';
import { referenceTo } from './constructs.js';
import type { Evaluator } from './evaluator.js';

/** A call, and where its value stands. */
interface Call {
  readonly evaluator: Evaluator;
  readonly node: TSESTree.CallExpression;
  readonly path: Path | undefined;
  readonly place: Place;
}

type Reader = (call: Call) => Value | undefined;

/** What is known of CDK's functions, by their full names; undefined for arguments that are not understood. */
const functions: Readonly<Partial<Record<string, Reader>>> = {
  'core.Fn.join': (call) => joined(call, call.node.arguments[0], call.node.arguments[1]),
  'core.Fn.toJsonString': passed,
  'core.Token.asString': passed,
  'core.Token.asList': passed,
  'core.Token.asNumber': passed,
};

/** The value of a call: of a function of CDK's, of `JSON.stringify`, or of `[…].join(…)`. */
export function callValue(
  evaluator: Evaluator,
  node: TSESTree.CallExpression,
  path: Path | undefined,
  place: Place,
): Value {
  const call = { evaluator, node, path, place };
  const { callee } = node;
  const name = evaluator.bindings.nameOf(callee);
  const known = name === undefined ? undefined : functions[name]?.(call);
  if (known !== undefined) return known;
  if (callee.type === 'MemberExpression') {
    const method = propertyName(callee);
    // A policy means the same as an object and as its JSON text, so the object goes on, with all its places.
    if (method === 'stringify' && callee.object.type === 'Identifier' && callee.object.name === 'JSON')
      return passed(call) ?? evaluator.unknownAt(node, place);
    if (method === 'join')
      return joined(call, node.arguments[0], callee.object) ?? evaluator.unknownAt(node, place);
  }
  return evaluator.unknownAt(node, place);
}

/** The value of `new Class(…)`: a construct is what its `Ref` is. */
export function newValue(evaluator: Evaluator, node: TSESTree.NewExpression, place: Place): Value {
  const construct = evaluator.constructs.at(node);
  return construct === undefined
    ? evaluator.unknownAt(node, place)
    : referenceTo(construct, evaluator.file, place);
}

/** The first argument as it is. */
function passed({ evaluator, node, path }: Call): Value | undefined {
  const [argument] = node.arguments;
  return argument && evaluator.evaluate(argument, path);
}

function joined(
  { evaluator, path, place }: Call,
  separator: TSESTree.Node | undefined,
  texts: TSESTree.Node | undefined,
): Value | undefined {
  if (separator === undefined || texts === undefined) return undefined;
  const between = evaluator.evaluate(separator, path, place);
  if (between.kind !== 'text') return undefined;
  const arms = listAlternatives(evaluator.evaluate(texts, path, place)).map(({ value, when }) => {
    const items = value.kind === 'list' ? value.items : [value];
    const parts = items.flatMap((item, index) => (index === 0 ? [item] : [between, item]));
    return { when, value: concatenate(evaluator, parts, place) };
  });
  const [only] = arms;
  return arms.length === 1 && only?.when.length === 0 ? only.value : { kind: 'choice', arms, place };
}
