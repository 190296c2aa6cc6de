import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'chai';
import { pathOf, type FieldSpecs, type KindSpec } from '../../../src/model/kind.js';
import { kinds } from '../../../src/model/kinds.js';
import { source } from './source.js';

const require = createRequire(import.meta.url);

/** CDK has no module of the serverless transform under its service's name. */
const types = new Set(
  Object.values(kinds).flatMap(({ cloudformation }): readonly string[] => cloudformation),
);

/** The keys that a kind's fields ask of CDK's properties, down to where a policy or a text stands. */
function keysOf(fields: FieldSpecs, type: string): string[] {
  return Object.values(fields).flatMap((field) => {
    const path = pathOf(field, { type, sourceType: 'aws-cdk-lib/x' }) ?? [];
    const keys = path.filter((key) => !key.startsWith('['));
    return field.fields === undefined ? keys : [...keys, ...keysOf(field.fields, type)];
  });
}

describe('constructs of a CDK app', () => {
  for (const type of types) {
    const [, service = '', name = ''] = type.split('::');
    const module = `aws-${service.toLowerCase()}`;

    it(`are read as ${type}, which CDK makes of them`, () => {
      const { resources } = source(
        `import * as module from 'aws-cdk-lib/${module}'; new module.Cfn${name}(stack, 'It', {});`,
      );
      expect(resources.map((resource) => resource.type)).to.deep.equal([type]);
      const classes = require(`aws-cdk-lib/${module}`) as Record<string, { CFN_RESOURCE_TYPE_NAME?: string }>;
      expect(classes[`Cfn${name}`]?.CFN_RESOURCE_TYPE_NAME).to.equal(type);
    });

    it(`of ${type} have their properties under CDK's names`, () => {
      const entry = require.resolve(`aws-cdk-lib/${module}`);
      const file = entry.replace(/index\.js$/, `lib/${service.toLowerCase()}.generated.d.ts`);
      const tags = require.resolve('aws-cdk-lib/core').replace(/index\.js$/, 'lib/cfn-tag.d.ts');
      const declarations = readFileSync(file, 'utf8') + readFileSync(tags, 'utf8');
      const keys = Object.values<KindSpec>(kinds)
        .filter(({ cloudformation }) => cloudformation.includes(type))
        .flatMap(({ fields }) => keysOf(fields, type));
      const missing = keys.filter((key) => !new RegExp(`readonly ${key}\\??:`).test(declarations));
      expect(missing).to.deep.equal([]);
    });
  }
});
