import type { PropertySchema, PropertySchemas, Shape } from '../../data/resource-schemas.js';
import { isConfigurationFile } from '../../dialect/terraform/configuration.js';
import type { Resource } from '../../dialect/resource.js';
import { nearest } from '../../text/nearest.js';
import type { Place } from '../../text/place.js';
import type { Assumptions } from '../../value/assumption.js';
import { alternatives } from '../../value/select.js';
import type { Tri } from '../../value/tri.js';
import type { MapValue, Settled, Value } from '../../value/value.js';
import { Leaf } from '../leaf.js';
import { isUnknownType, nearestType } from './resource-type.js';
import { logicalIdIn, referenceIn, takesArn, type Siblings } from './sibling-arns.js';
import { typeSchemaOf, type TypeSchema } from './type-schema.js';

/** Where a resource departs from the schema of its type. */
export interface SchemaFault {
  /** True, or a doubt where a parameter allows right and wrong values. */
  readonly verdict: Tri;
  readonly place: Place;
  readonly when: Assumptions;
  /** What is wrong, as the clause of a sentence. It repeats no value, only names. */
  readonly what: string;
  /** What most likely belongs there: a name, or an expression such as `!Ref Alice`. */
  readonly suggestion?: string;
}

interface Walk {
  readonly schema: TypeSchema;
  readonly siblings: Siblings;
  readonly faults: SchemaFault[];
}

/** A value on the walk: the name of its property, and where something that is missing from it is reported. */
interface Spot {
  readonly name: string;
  readonly place: Place;
  readonly when: Assumptions;
}

/**
 * Compares a resource of Incident Manager or Chatbot, in CloudFormation or in a configuration of Terraform, with its
 * type's schema: unknown types and properties, missing required properties, wrong enumerated values, logical IDs in place
 * of ARNs, and objects, lists and texts in each other's place. What is not known before deployment is passed over, because
 * AWS validates it; numbers and booleans as text, and a text in place of a list, are what CloudFormation takes.
 */
export function schemaFaults(resource: Resource, siblings: Siblings): SchemaFault[] {
  const { sourceType: type, place, when } = resource;
  // A provider has taken what a plan or a state holds, and CDK's arguments are compared by the compiler.
  if (!type.startsWith('AWS::') && !isConfigurationFile(place.file.path)) return [];
  if (isUnknownType(type)) {
    const suggestion = nearestType(type);
    return [
      fault({ name: type, place, when }, `the resource type ${shown(type)} does not exist`, suggestion),
    ];
  }
  const schema = typeSchemaOf(resource);
  if (schema === undefined) return [];
  const { properties: schemas } = schema;
  const walk: Walk = { schema, siblings, faults: [] };
  for (const { value, when: so } of alternatives(resource.properties, when)) {
    const spot: Spot = { name: 'Properties', place, when: so };
    if (value.kind === 'absent') checkMap({ kind: 'map', entries: [], place }, schemas, spot, walk);
    else checkObject(value, schemas, spot, walk);
  }
  return walk.faults;
}

function fault({ place, when }: Spot, what: string, suggestion?: string, verdict: Tri = true): SchemaFault {
  return { verdict, place, when, what, ...(suggestion === undefined ? {} : { suggestion }) };
}

function check(value: Value, shape: Shape, spot: Spot, walk: Walk): void {
  for (const { value: settled, when } of alternatives(value, spot.when)) {
    if (settled.kind === 'absent' || settled.kind === 'unknown') continue;
    const here: Spot = { name: spot.name, place: settled.place, when };
    if (shape.type === 'list') checkList(settled, shape.of, here, walk);
    else if (shape.type === 'map') checkEntries(settled, shape.of, here, walk);
    else if (shape.type === 'object') checkObject(settled, shape.properties, here, walk);
    else if (shape.type !== 'json') checkScalar(settled, shape, here, walk);
  }
}

function checkList(value: Settled, of: Shape, spot: Spot, walk: Walk): void {
  if (value.kind === 'list') {
    for (const item of value.items)
      for (const arm of alternatives(item, spot.when)) {
        // An arm of a condition inside a list may be a list of its own, whose items then count one by one.
        const items = item.kind === 'choice' && arm.value.kind === 'list' ? arm.value.items : [arm.value];
        for (const one of items) check(one, of, { ...spot, when: arm.when }, walk);
      }
    return;
  }
  if (value.kind === 'map' && !walk.schema.hasBlocks)
    walk.faults.push(fault(spot, `${spot.name} is an object, where a list belongs`));
  check(value, of, spot, walk);
}

function checkEntries(value: Settled, of: Shape, spot: Spot, walk: Walk): void {
  if (value.kind === 'map') for (const entry of value.entries) check(entry.value, of, spot, walk);
  else checkIsNoData(value, 'an object', spot, walk);
}

function checkObject(value: Settled, schemas: PropertySchemas, spot: Spot, walk: Walk): void {
  if (value.kind === 'map') checkMap(value, schemas, spot, walk);
  else checkIsNoData(value, 'an object', spot, walk);
}

function checkMap(map: MapValue, schemas: PropertySchemas, spot: Spot, walk: Walk): void {
  let isComplete = true;
  const written = new Set<string>();
  for (const entry of map.entries) {
    const { key } = entry;
    const schema = Object.hasOwn(schemas, key) ? schemas[key] : undefined;
    written.add(key);
    if (schema !== undefined) checkProperty(entry.value, schema, { ...spot, name: key }, walk);
    // Fn::Transform and Fn::ForEach add entries that only deployment knows.
    else if (key.startsWith('Fn::')) isComplete = false;
    else walk.faults.push(unknownProperty(key, schemas, { ...spot, place: entry.keyPlace }, walk));
  }
  if (!isComplete) return;
  for (const [name, { required }] of Object.entries(schemas))
    if (required === true && !written.has(name)) walk.faults.push(missing(name, spot, walk));
}

function checkProperty(value: Value, schema: PropertySchema, spot: Spot, walk: Walk): void {
  if (schema.required === true)
    for (const arm of alternatives(value, spot.when))
      if (arm.value.kind === 'absent')
        walk.faults.push(missing(spot.name, { ...spot, when: arm.when }, walk));
  check(value, schema, spot, walk);
}

function missing(name: string, spot: Spot, { schema }: Walk): SchemaFault {
  return fault(spot, `the required ${schema.noun} ${name} is missing`);
}

function unknownProperty(key: string, schemas: PropertySchemas, spot: Spot, { schema }: Walk): SchemaFault {
  const names = Object.keys(schemas);
  // Terraform says contact_channel_id where CloudFormation says ChannelId.
  const suggestion =
    nearest(key, names) ??
    names.find((name) => key.endsWith(name) || name.endsWith(`_${key}`)) ??
    insideOf(key, schemas);
  return fault(spot, `the ${schema.noun} ${shown(key)} does not exist`, suggestion);
}

/** What stands beside the object or block that it belongs into, which is the commonest mistake in engagement plans. */
function insideOf(key: string, schemas: PropertySchemas): string | undefined {
  const holders = Object.entries(schemas).filter(([, shape]) => {
    const held = shape.type === 'list' ? shape.of : shape;
    return held.type === 'object' && Object.hasOwn(held.properties, key);
  });
  const [[holder] = []] = holders;
  return holder === undefined ? undefined : `${holder} { ${key} }`;
}

function checkScalar(value: Settled, shape: Shape, spot: Spot, walk: Walk): void {
  if (value.kind === 'list' || value.kind === 'map') {
    const found = value.kind === 'list' ? 'a list' : 'an object';
    walk.faults.push(fault(spot, `${spot.name} is ${found}, where a ${textOf(shape)} belongs`));
    return;
  }
  checkEnum(value, shape, spot, walk);
  if (value.kind !== 'text' || !takesArn(spot.name)) return;
  const misnamed =
    walk.schema.noun === 'argument' ? referenceIn(value.text) : logicalIdIn(value.text, walk.siblings);
  if (misnamed === undefined) return;
  const { what, expression } = misnamed;
  walk.faults.push(fault(spot, `${spot.name} is ${what} as a text, where an ARN belongs`, expression));
}

function checkEnum(value: Settled, shape: Shape, spot: Spot, walk: Walk): void {
  const values = (shape.type === 'string' ? shape.oneOf : undefined) ?? walk.schema.enums[spot.name];
  if (values === undefined || (value.kind !== 'text' && value.kind !== 'one-of')) return;
  const verdict = new Leaf(value, spot.when, spot.place).is((text) => !values.includes(text));
  if (verdict === false) return;
  const suggestion = value.kind === 'text' ? nearest(value.text, values) : undefined;
  walk.faults.push(fault(spot, `${spot.name} is none of ${values.join(', ')}`, suggestion, verdict));
}

function checkIsNoData(value: Settled, expected: string, spot: Spot, walk: Walk): void {
  if (value.kind !== 'text' && value.kind !== 'list') return;
  const found = value.kind === 'list' ? 'a list' : 'a text';
  walk.faults.push(fault(spot, `${spot.name} is ${found}, where ${expected} belongs`));
}

function textOf(shape: Shape): string {
  return shape.type === 'string' ? 'text' : shape.type;
}

/** A name as a message may repeat it: what does not look like one may be anybody's address. */
function shown(name: string): string {
  return /^[\w:.-]{1,80}$/.test(name) ? `"${name}"` : 'written here';
}
