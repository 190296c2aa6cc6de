import type { TSESTree } from '../../parse/typescript.js';
import { mask } from '../../text/mask.js';
import type { Path, Place } from '../../text/place.js';
import { printable } from '../../text/printable.js';
import type { SourceFile } from '../../text/source-file.js';
import { mapSettled } from '../../value/select.js';
import { unknown, withEntries, type Unknown, type Value } from '../../value/value.js';
import type { Resource } from '../resource.js';
import type { Template } from '../template.js';
import { assumptionsAround } from './around.js';
import { Bindings, type SourceCode } from './bindings.js';
import { Constructs, type Construct } from './constructs.js';
import { Evaluator, type TextsOf } from './evaluator.js';
import { addedPolicies, loosePolicies } from './l2/attached.js';
import { higherConstructs } from './l2/index.js';
import { making } from './l2/making.js';
import { itemsOf, mapOf, valueUnder } from './maps.js';
import { MethodCalls } from './method-calls.js';
import { overridden } from './overrides.js';
import { survey } from './survey.js';

/** What resources of a source file have for a type, before the name of their class. */
const library = 'aws-cdk-lib';

/**
 * Reads which resources a source file of a CDK app makes, as far as it stands in the file.
 *
 * @param types the CloudFormation types whose constructs are read.
 * @param textsOf what the types of expressions tell, where there are types.
 */
export function readCdkSource(
  code: SourceCode,
  file: SourceFile,
  types: Iterable<string>,
  textsOf?: TextsOf,
): Template {
  const bindings = new Bindings(code);
  const found = survey(code, bindings);
  const typeOf = new Map([...types].map((type) => [className(type), type]));
  const constructs = new Constructs();
  const evaluator = new Evaluator(file, bindings, constructs, new MethodCalls(found, bindings), textsOf);
  const names = new Map<string, number>();
  for (const node of found.created) {
    const name = bindings.nameOf(node.callee);
    const [scope, id, props] = node.arguments;
    if (name === undefined || !isConstruct(name) || scope === undefined || id === undefined) continue;
    constructs.add({
      node,
      className: name,
      name: unique(idOf(id, evaluator) ?? name.slice(name.indexOf('.') + 1), names),
      props,
      isRead: typeOf.has(name) || name in higherConstructs,
    });
  }
  const resources = [...constructs.all].flatMap((construct) => {
    const type = typeOf.get(construct.className);
    if (type !== undefined) return [resourceOf(construct, type, evaluator)];
    const [first, ...others] = higherConstructs[construct.className]?.(making(evaluator, construct)) ?? [];
    if (first === undefined) return [];
    return [{ ...first, properties: overridden(evaluator, construct.node, first.properties) }, ...others];
  });
  resources.push(...addedPolicies(evaluator));
  // What no policy has asked for by now is part of none.
  resources.push(...loosePolicies(evaluator, found.created));
  return { file, resources, suppressions: [], problems: [], isUnread: false };
}

/** `AWS::SSMContacts::ContactChannel` is `CfnContactChannel` of the module `aws-ssmcontacts`. */
function className(type: string): string {
  const [, service = '', name = ''] = type.split('::');
  return `aws-${service.toLowerCase()}.Cfn${name}`;
}

/** Whether a class of CDK's modules may be a construct: principals and statements are none, though some take as many arguments. */
function isConstruct(name: string): boolean {
  return /^aws-[^.]+\.[^.]+$/.test(name) && !/(?:Principal|PolicyStatement|PolicyDocument)$/.test(name);
}

function resourceOf(construct: Construct, type: string, evaluator: Evaluator): Resource {
  const { node, name, props } = construct;
  const path: Path = { parent: undefined, key: name };
  const place = evaluator.placeOf(node, path);
  const written: Value = props === undefined ? { kind: 'absent', place } : evaluator.evaluate(props, path);
  const properties = overridden(evaluator, node, written);
  return {
    type,
    sourceType: `${library}/${construct.className}`,
    name,
    place,
    when: assumptionsAround(evaluator, node),
    properties: taggable.has(type) ? tagged(properties) : properties,
    attributes: { kind: 'map', entries: [], rest: elsewhere(place), place },
  };
}

/** The types of Incident Manager that take tags (CloudFormation schemas, `tagging`). */
const taggable = new Set([
  'AWS::SSMContacts::Contact',
  'AWS::SSMContacts::Rotation',
  'AWS::SSMIncidents::ReplicationSet',
  'AWS::SSMIncidents::ResponsePlan',
]);

/** The properties with tags that are open: `Tags.of(scope).add(…)` tags whatever stands in a scope, from anywhere. */
function tagged(properties: Value): Value {
  const { place } = properties;
  return mapSettled(properties, place, (settled) => {
    if (settled.kind !== 'map' && settled.kind !== 'absent') return settled;
    const map = settled.kind === 'map' ? settled : mapOf(place, {});
    const others = map.entries.filter(({ key }) => key !== 'tags');
    const added = unknown(
      place,
      'the tags',
      'the program may tag the construct elsewhere',
      'the synthesised template',
    );
    const items = [...itemsOf(valueUnder(map, 'tags')), added];
    const value: Value = { kind: 'list', items, place };
    return withEntries(map, [...others, { key: 'tags', keyPlace: place, value }]);
  });
}

/** What a construct depends on, and its other attributes, are methods that any part of the program may call. */
function elsewhere(place: Place): Unknown {
  return unknown(
    place,
    'the attributes',
    'the program may say elsewhere what the construct depends on',
    'the synthesised template',
  );
}

/** The ID of a construct as far as it is known; what is computed is named. */
function idOf(node: TSESTree.Node, evaluator: Evaluator): string | undefined {
  const value = evaluator.evaluate(node, undefined);
  if (value.kind !== 'text' && value.kind !== 'partial') return undefined;
  const parts = value.kind === 'text' ? [value.text] : value.parts;
  // Names of resources are shown in messages, and an ID may be any text.
  return printable(
    mask(parts.map((part) => (typeof part === 'string' ? part : `\${${part.what}}`)).join('')),
  );
}

/** A name that is not taken yet: the second `Sms` is called `Sms (2)`. */
function unique(name: string, taken: Map<string, number>): string {
  const count = (taken.get(name) ?? 0) + 1;
  taken.set(name, count);
  return count === 1 ? name : unique(`${name} (${String(count)})`, taken);
}
