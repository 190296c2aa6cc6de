import { expect } from 'chai';
import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';
import { pathOf, type FieldSpecs, type KindSpec } from '../../src/model/kind.js';
import { kinds } from '../../src/model/kinds.js';

type Database = Awaited<ReturnType<typeof loadAwsServiceSpec>>;

/** What the specification's property types have, as far as a walk needs it. */
interface SpecType {
  readonly type: string;
  readonly element?: SpecType | undefined;
  readonly types?: readonly SpecType[] | undefined;
  readonly reference?: { readonly $ref: string } | undefined;
}

/** A property's own name when it has no such step, otherwise the types that the step leads to. */
function step(database: Database, type: SpecType, name: string): SpecType[] {
  if (type.type === 'json' || type.type === 'map') return [{ type: 'json' }];
  // The specification's own word for an object of Key and Value.
  if (type.type === 'tag') return ['Key', 'Value'].includes(name) ? [{ type: 'string' }] : [];
  if (type.types !== undefined) return type.types.flatMap((one) => step(database, one, name));
  if (name === '[]') return type.element === undefined ? [] : [type.element];
  if (type.reference === undefined) return [];
  const property = database.get('typeDefinition', type.reference.$ref).properties[name];
  return property === undefined ? [] : [property.type];
}

/** The paths of a kind's fields that a resource type does not have. */
function faults(
  database: Database,
  type: string,
  fields: FieldSpecs,
  starts: SpecType[] | undefined,
): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const path = pathOf(field, { type, sourceType: type });
    if (path === undefined) return [];
    const [first, ...rest] = path;
    let types = starts;
    let steps = path;
    if (types === undefined) {
      const resource = database.lookup('resource', 'cloudFormationType', 'equals', type).only();
      const property = resource.properties[first ?? ''];
      types = property === undefined ? [] : [property.type];
      steps = rest;
    }
    for (const one of steps) types = types.flatMap((at) => step(database, at, one));
    if (types.length === 0) return [`${type}: ${name}: ${path.join('.')}`];
    return field.fields === undefined ? [] : faults(database, type, field.fields, types);
  });
}

describe('the table of kinds', () => {
  let database: Database;
  before(async () => {
    database = await loadAwsServiceSpec();
  });

  for (const [name, spec] of Object.entries<KindSpec>(kinds))
    it(`spells the fields of ${name} as CloudFormation does`, () => {
      const found = spec.cloudformation.flatMap((type) => faults(database, type, spec.fields, undefined));
      expect(found).to.deep.equal([]);
    });

  it('would notice a field that does not exist', () => {
    const fields = { wrong: { cloudformation: 'ChatChannel.ChatbotSnS[]' } };
    expect(faults(database, 'AWS::SSMIncidents::ResponsePlan', fields, undefined)).to.have.lengthOf(1);
  });
});
