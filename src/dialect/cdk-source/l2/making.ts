import type { TSESTree } from '../../../parse/typescript.js';
import type { Path, Place } from '../../../text/place.js';
import type { Value } from '../../../value/value.js';
import type { Resource } from '../../resource.js';
import { assumptionsAround } from '../around.js';
import { referenceTo, type Construct } from '../constructs.js';
import type { Evaluator } from '../evaluator.js';
import { mapOf, valueUnder } from '../maps.js';

/** A construct of a higher level while the resources are told that it makes. */
export interface Making {
  readonly evaluator: Evaluator;
  readonly construct: Construct;
  /** The `new` expression. */
  readonly place: Place;
  /** The construct as others refer to it. */
  readonly self: Value;
  /** One of the construct's properties. */
  readonly prop: (name: string) => Value;
}

/** What resources of a source file have for a type, before the name of their class. */
const library = 'aws-cdk-lib';

/** Opens a construct. */
export function making(evaluator: Evaluator, construct: Construct): Making {
  const { node, name, props: written } = construct;
  const path: Path = { parent: undefined, key: name };
  const place = evaluator.placeOf(node, path);
  const props = written === undefined ? mapOf(place, {}) : evaluator.evaluate(written, path);
  return {
    evaluator,
    construct,
    place,
    self: referenceTo(construct, evaluator.file, place),
    prop: (key) => valueUnder(props, key),
  };
}

/**
 * A resource that a construct makes, with its properties by CDK's names.
 *
 * @param node the expression that makes it.
 * @param className the L1 class of it: `aws-iam.CfnRole`.
 */
export function resource(
  evaluator: Evaluator,
  node: TSESTree.Node,
  name: string,
  className: string,
  type: string,
  properties: Readonly<Record<string, Value | undefined>>,
): Resource {
  const place = evaluator.placeOf(node, { parent: undefined, key: name });
  return {
    type,
    sourceType: `${library}/${className}`,
    name,
    place,
    when: assumptionsAround(evaluator, node),
    properties: mapOf(place, properties),
    attributes: { kind: 'map', entries: [], place },
  };
}
