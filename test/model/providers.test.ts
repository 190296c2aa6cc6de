import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { awsccType, cloudFormationType } from '../../src/dialect/terraform/cloudformation-type.js';
import { pathOf, type FieldSpecs, type KindSpec } from '../../src/model/kind.js';
import { kinds } from '../../src/model/kinds.js';
import type { PropertySchemas } from '../../src/data/resource-schemas.js';
import { providerSchemas } from '../../src/model/schema/provider-schemas.js';

/** Arguments, attributes and blocks; an argument has nothing in it. */
interface Arguments {
  readonly [name: string]: Arguments;
}

interface Provider {
  readonly types: Readonly<Record<string, Arguments>>;
}

const text = readFileSync(path.join(import.meta.dirname, 'provider-arguments.json'), 'utf8');
/** What the providers take, as they say themselves (`scripts/provider-arguments.ts`). */
const providers = JSON.parse(text) as { readonly aws: Provider; readonly awscc: Provider };

/** What the aws provider's documentation (`website/docs/r`) lists since. */
const newer: Readonly<Record<string, Arguments>> = {
  aws_ssmcontacts_contact: { rotation_ids: {} },
  aws_notifications_managed_notification_account_contact_association: { contact_identifier: {} },
};

/** Types of CloudFormation that the awscc provider has no resource for. */
const withoutAwscc: readonly string[] = [
  'awscc_codebuild_project',
  'awscc_iam_policy',
  'awscc_sns_topic_policy',
];

/** The paths of a kind's fields that a type does not have. */
function faults(sourceType: string, fields: FieldSpecs, start: Arguments): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const steps = pathOf(field, { type: cloudFormationType(sourceType), sourceType });
    if (steps === undefined) return [];
    const end = steps
      .filter((step) => !step.startsWith('['))
      .reduce<Arguments | undefined>((at, step) => at?.[step], start);
    if (end === undefined) return [`${sourceType}: ${name}: ${steps.join('.')}`];
    return field.fields === undefined ? [] : faults(sourceType, field.fields, end);
  });
}

function argumentsOf(type: string): Arguments | undefined {
  const { types } = type.startsWith('awscc_') ? providers.awscc : providers.aws;
  return types[type] === undefined ? newer[type] : { ...types[type], ...newer[type] };
}

/** What a type takes and its schema lacks: each would be a false alarm. What is in a map is the user's. */
function unheld(address: string, taken: Arguments, schemas: PropertySchemas): string[] {
  return Object.entries(taken).flatMap(([name, inner]) => {
    const shape = schemas[name];
    if (shape === undefined) return [`${address}.${name}`];
    const held = shape.type === 'list' ? shape.of : shape;
    return held.type === 'object' ? unheld(`${address}.${name}`, inner, held.properties) : [];
  });
}

describe('the table of kinds, in Terraform’s providers', () => {
  for (const [name, { cloudformation, terraform = [], fields }] of Object.entries<KindSpec>(kinds)) {
    const awscc = cloudformation.map(awsccType).filter((type) => !withoutAwscc.includes(type));
    it(`spells the fields of ${name} as the providers do`, () => {
      const types = [...terraform, ...awscc];
      expect(types.filter((type) => argumentsOf(type) === undefined)).to.deep.equal([]);
      expect(types.flatMap((type) => faults(type, fields, argumentsOf(type) ?? {}))).to.deep.equal([]);
    });
  }

  it('knows for each provider what it lacks', () => {
    expect(withoutAwscc.filter((type) => argumentsOf(type) !== undefined)).to.deep.equal([]);
    const known = Object.entries(newer).flatMap(([type, names]) =>
      Object.keys(names).filter((name) => providers.aws.types[type]?.[name] !== undefined),
    );
    expect(known).to.deep.equal([]);
  });

  for (const type of Object.keys(providerSchemas)) {
    it(`is joined by a schema that holds all that ${type} takes`, () => {
      expect(unheld(type, argumentsOf(type) ?? {}, providerSchemas[type] ?? {})).to.deep.equal([]);
    });
  }

  it('would notice an argument that does not exist', () => {
    const wrong = {
      wrong: { terraform: 'stage[].target[].contact_channel_id', cloudformation: 'Stages[].Wrong' },
    };
    for (const type of ['aws_ssmcontacts_plan', 'awscc_ssmcontacts_plan'])
      expect(faults(type, wrong, argumentsOf(type) ?? {})).to.have.length(1);
  });
});
