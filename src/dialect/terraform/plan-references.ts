import type { Place } from '../../text/place.js';
import { placedAt, type Unknown, type Value } from '../../value/value.js';
import { policyDocument } from './configuration/policy-document.js';
import type { Instance } from './instance.js';
import { valueOf } from './json-value.js';
import { enter, placeOf, type Located } from './located.js';
import type { Plan } from './plan-index.js';
import { referencesOf, type ModuleScope } from './plan-modules.js';
import { longestOf, stepsOf } from './traversal.js';

/** Who asks for the value of an expression. */
export interface Asker {
  readonly plan: Plan;
  readonly scope: ModuleScope;
  /** The index of the resource that has the expression. */
  readonly key: string;
  /** Its `for_each_expression`. */
  readonly loop: Located | undefined;
  /** The argument whose value is asked for. */
  readonly argument: string;
  readonly place: Place;
  /** Whether the expression is one that another one led to, so that its place is not where the value is used. */
  readonly isNested?: boolean;
  /** All that the plan says of another instance. */
  readonly propertiesOf: (instance: Instance) => Value;
  /** How many references may still be followed: those of modules lead on to others. */
  readonly budget: { left: number };
}

/** Arguments that hold whole documents, so that a reference in them is a part of them. */
const documentArgument = /(?:policy|content|pattern|query|document|json)$/;

/** Arguments that hold a list of what they refer to. */
const listArgument = /s$|^chat_channel$|^chatbot_sns$/;

/** References that choose among instances and are no value of their own. */
const index = /^(?:each\.key|count\.index)$/;

/** What is known of an argument that is known only after apply, from what its expression refers to. */
export function expressionValue(expression: Located, asker: Asker): Value {
  const constant = enter(expression, 'constant_value');
  if (constant !== undefined) return valueOf(constant);
  const places = referencesOf(expression);
  asker.budget.left -= places.size + 1;
  if (asker.budget.left < 0) return unknown(asker, 'its expression refers to more than is followed');
  const longest = longestOf(places.keys());
  const others = longest.filter((reference) => !index.test(reference));
  const references = others.length > 0 ? others : longest;
  const [first] = references;
  const values = references.map((reference) => {
    const at = places.get(reference);
    return referenceValue(
      reference,
      asker.isNested || at === undefined ? asker : { ...asker, place: placeOf(at) },
    );
  });
  const [value] = values;
  if (first === undefined || value === undefined) return unknown(asker, 'a function gives it at apply');
  const isDocument = documentArgument.test(asker.argument);
  const isPart = isDocument && (values.length > 1 || value.kind === 'reference');
  if (values.length === 1 && !isPart) return value;
  if (isPart || !listArgument.test(asker.argument))
    return unknown(asker, `it is computed from ${references.slice(0, 3).join(', ')} at apply`);
  return { kind: 'list', items: values, place: asker.place };
}

/** The value of a reference such as `aws_sns_topic.chat.arn`, `module.chat.topic_arn` or `var.topic`. */
export function referenceValue(reference: string, asker: Asker): Value {
  const steps = stepsOf(reference);
  const [root = '', name = ''] = steps;
  if (root === 'var') return variableValue(name, asker);
  if (root === 'module') return outputValue(steps.slice(1), asker);
  if (root === 'each') return loopValue(steps, asker);
  if (root === 'data') return dataValue(steps, asker);
  if (root === 'local' || steps.length < 2) return unknown(asker, `the plan does not show ${reference}`);
  const [key = '', ...rest] = steps.slice(2);
  const hasKey = key.startsWith('[');
  const base = inModule(asker.scope, `${root}.${name}`);
  const instance = instanceAt(base, hasKey ? key : undefined, asker);
  if (instance === undefined)
    return unknown(asker, `the plan does not tell which instance of ${base} is meant`);
  const [attribute = 'id', ...deeper] = hasKey || key === '' ? rest : [key, ...rest];
  return attributeValue(instance, attribute, deeper, asker);
}

function instanceAt(base: string, key: string | undefined, { plan, key: own }: Asker): Instance | undefined {
  if (key !== undefined) return plan.managed.get(base + key);
  const only = plan.byBase.get(base);
  return plan.managed.get(base) ?? plan.managed.get(base + own) ?? (only?.length === 1 ? only[0] : undefined);
}

function attributeValue(
  instance: Instance,
  attribute: string,
  deeper: readonly string[],
  asker: Asker,
): Value {
  const known = enter(instance.values, attribute);
  if (known !== undefined && deeper.length === 0)
    return placedAt(valueOf(known, enter(instance.sensitive, attribute)), asker.place);
  const target = { scope: asker.plan.file, name: instance.address };
  return { kind: 'reference', target, attribute: [attribute, ...deeper].join('.'), place: asker.place };
}

function dataValue(steps: readonly string[], asker: Asker): Value {
  const [, type = '', name = '', ...rest] = steps;
  const key = rest[0]?.startsWith('[') === true ? rest[0] : '';
  const base = inModule(asker.scope, `data.${type}.${name}`);
  const { data } = asker.plan;
  const instance = data.get(base + key) ?? data.get(base + asker.key);
  const attribute = rest[key === '' ? 0 : 1] ?? 'id';
  const known = enter(instance?.values, attribute);
  if (instance !== undefined && known !== undefined)
    return placedAt(valueOf(known, enter(instance.sensitive, attribute)), asker.place);
  const isPolicy = type === 'aws_iam_policy_document' && /^(?:minified_)?json$/.test(attribute);
  const block = isPolicy && instance !== undefined ? asker.propertiesOf(instance) : undefined;
  if (block?.kind === 'map') return policyDocument(block, asker.place);
  return unknown(asker, `${base} is read only at apply`);
}

function variableValue(name: string, asker: Asker): Value {
  const { scope, plan } = asker;
  const declared = enter(scope.configuration, 'variables', name);
  if (scope.parent === undefined) {
    const value = enter(plan.variables, name, 'value') ?? enter(declared, 'default');
    if (value === undefined) return unknown(asker, `variable ${name} has no value in the plan`);
    // The flag of the variable marks its whole value.
    return placedAt(valueOf(value, enter(declared, 'sensitive')), asker.place);
  }
  const given = enter(scope.call, 'expressions', name);
  if (given !== undefined) {
    const loop = enter(scope.call, 'for_each_expression');
    return expressionValue(given, { ...asker, scope: scope.parent, key: scope.key, loop, isNested: true });
  }
  const fallback = enter(declared, 'default');
  return fallback === undefined
    ? unknown(asker, `variable ${name} has no value in the plan`)
    : placedAt(valueOf(fallback), asker.place);
}

function outputValue([name = '', ...rest]: readonly string[], asker: Asker): Value {
  const [first = ''] = rest;
  const key = first.startsWith('[') ? first : '';
  const output = rest[key === '' ? 0 : 1] ?? '';
  const scope = asker.plan.modules.inner(asker.scope, name, key);
  const expression = enter(scope.configuration, 'outputs', output, 'expression');
  if (expression === undefined) return unknown(asker, `the plan does not show module.${name}.${output}`);
  return expressionValue(expression, { ...asker, scope, key: '', loop: undefined, isNested: true });
}

/** Under `for_each = aws_sns_topic.t`, `each.value.arn` is the one of the instance with the same index. */
function loopValue([, part = '', ...rest]: readonly string[], asker: Asker): Value {
  const [over, ...others] = longestOf(referencesOf(asker.loop).keys());
  asker.budget.left -= 1;
  if (part !== 'value' || over === undefined || others.length > 0 || asker.budget.left < 0)
    return unknown(asker, `the plan does not show each.${part}`);
  return referenceValue([over + asker.key, ...rest].join('.'), { ...asker, loop: undefined });
}

function inModule({ address }: ModuleScope, name: string): string {
  return address === '' ? name : `${address}.${name}`;
}

/** A value that the plan leaves open. */
export function unknown({ argument, place }: Pick<Asker, 'argument' | 'place'>, why: string): Unknown {
  const settle = 'a plan that is made once this is known, or a literal value';
  return { kind: 'unknown', what: argument, why, settle, place };
}

/** Where an expression is seen: at the first of what it refers to. */
export function expressionPlace(expression: Located): Place {
  const [first = expression] = referencesOf(expression).values();
  return placeOf(first);
}
