import {
  resourceSchemas,
  type PropertySchema,
  type PropertySchemas,
  type Shape,
} from '../../data/resource-schemas.js';
import type { Resource } from '../../dialect/resource.js';
import { documentedEnums } from './enums.js';
import { snakeCase } from '../kind.js';
import { providerSchemas } from './provider-schemas.js';

/** What a resource may say, in its document's spelling. */
export interface TypeSchema {
  readonly properties: PropertySchemas;
  /** What the document's language calls a property. */
  readonly noun: 'property' | 'argument';
  /** Whether a block that stands once is a list of one. */
  readonly hasBlocks: boolean;
  /** Values that the schema leaves out, by the name of a property. */
  readonly enums: Readonly<Record<string, readonly string[]>>;
}

/** The schema of a resource's type in its document's language; undefined where there is none. */
export function typeSchemaOf({ type, sourceType }: Resource): TypeSchema | undefined {
  if (sourceType === type) {
    const properties = own(resourceSchemas, type);
    const enums = documentedEnums[type] ?? {};
    return properties && { properties, noun: 'property', hasBlocks: false, enums };
  }
  const properties = sourceType.startsWith('awscc_')
    ? inSnakeCase(own(resourceSchemas, type))
    : own(providerSchemas, sourceType);
  if (properties === undefined) return undefined;
  const enums = Object.entries(documentedEnums[type] ?? {}).map(
    ([name, values]) => [snakeCase(name), values] as const,
  );
  return {
    properties,
    noun: 'argument',
    hasBlocks: sourceType.startsWith('aws_'),
    enums: Object.fromEntries(enums),
  };
}

function own<Item>(table: Readonly<Record<string, Item>>, name: string): Item | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

const spelled = new WeakMap<PropertySchemas, PropertySchemas>();

/** CloudFormation's properties in the awscc provider's names; it has an `id` besides. */
function inSnakeCase(schemas: PropertySchemas | undefined): PropertySchemas | undefined {
  if (schemas === undefined) return undefined;
  let found = spelled.get(schemas);
  if (found === undefined) {
    found = { id: { type: 'string' }, ...renamed(schemas) };
    spelled.set(schemas, found);
  }
  return found;
}

function renamed(schemas: PropertySchemas): PropertySchemas {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]): [string, PropertySchema] => [
      snakeCase(name),
      { ...respelled(schema), ...(schema.required && { required: true }) },
    ]),
  );
}

function respelled(shape: Shape): Shape {
  if (shape.type === 'object') return { type: 'object', properties: renamed(shape.properties) };
  if (shape.type === 'list' || shape.type === 'map') return { type: shape.type, of: respelled(shape.of) };
  return shape;
}
