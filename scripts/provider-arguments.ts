import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { awsccType } from '../src/dialect/terraform/cloudformation-type.js';
import type { KindSpec } from '../src/model/kind.js';
import { kinds } from '../src/model/kinds.js';

/** The arguments, attributes and blocks of a resource type; an argument has nothing in it. */
interface Arguments {
  [name: string]: Arguments;
}

const [aws, awscc] = process.argv.slice(2);
if (aws === undefined || awscc === undefined)
  throw new Error(
    'usage: npx tsx scripts/provider-arguments.ts AWS AWSCC, where AWS is the unpacked npm package @cdktf/provider-aws, and AWSCC a checkout of github.com/hashicorp/terraform-provider-awscc',
  );

const specs = Object.values<KindSpec>(kinds);
const output = path.join(import.meta.dirname, '../test/model/provider-arguments.json');
const found = {
  aws: {
    source: awsSource(aws),
    types: byType(
      specs.flatMap(({ terraform = [] }) => terraform),
      awsArguments,
    ),
  },
  awscc: {
    source: `the documentation of hashicorp/terraform-provider-awscc ${awsccVersion(awscc)}`,
    types: byType(
      specs.flatMap(({ cloudformation }) => cloudformation.map(awsccType)),
      awsccArguments,
    ),
  },
};
const options = await resolveConfig(output);
writeFileSync(output, await format(JSON.stringify(found), { ...options, parser: 'json' }));

function byType(
  types: readonly string[],
  read: (type: string) => Arguments | undefined,
): Record<string, Arguments> {
  return Object.fromEntries(
    [...new Set(types)].sort().flatMap((type) => {
      const known = read(type);
      return known === undefined ? [] : [[type, known] as const];
    }),
  );
}

/** `hashicorp/terraform-provider-aws 6.25.0, by way of @cdktf/provider-aws 21.22.1` */
function awsSource(folder: string): string {
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');
  const provider = /provider version ([\d.]+)/.exec(readme)?.[1] ?? 'of an unknown version';
  return `hashicorp/terraform-provider-aws ${provider}, by way of @cdktf/provider-aws ${version}`;
}

function awsccVersion(folder: string): string {
  return (
    /^## ([\d.]+) \((?!Unreleased)/m.exec(readFileSync(path.join(folder, 'CHANGELOG.md'), 'utf8'))?.[1] ?? ''
  );
}

/** What the class that CDK for Terraform made of a type writes, block by block, and what it only reads. */
function awsArguments(type: string): Arguments | undefined {
  const folder = path.join(aws ?? '', 'lib', type.replace(/^aws_/, '').replaceAll('_', '-'));
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.js'));
  } catch {
    return undefined;
  }
  const text = names.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n');
  const structs = new Map(
    [...text.matchAll(/^function (\w+)ToHclTerraform\(struct\) \{([^]*?)^\}/gm)].map(
      ([, name = '', body = '']) => [name.toLowerCase(), body],
    ),
  );
  const written = (body: string): Arguments =>
    Object.fromEntries(
      [
        ...body.matchAll(
          /^ {8,12}(\w+): \{\n\s*value: .*,\n\s*isBlock: (\w+),\n\s*type: "\w+",\n\s*storageClassType: "(\w+)"/gm,
        ),
      ].map(([, name = '', isBlock, struct = '']) => [
        name,
        isBlock === 'true' ? written(structs.get(struct.replace(/List$/, '').toLowerCase()) ?? '') : {},
      ]),
    );
  const resource = text.slice(text.search(/extends cdktf\.TerraformResource/));
  const own = /synthesizeHclAttributes\(\) \{([^]*?)^ {4}\}/m.exec(resource)?.[1] ?? '';
  const computed = [
    ...resource.matchAll(/this\.get\w+Attribute\('(\w+)'\)|new cdktf\.\w+\(this, ['"](\w+)['"]/g),
  ];
  return {
    ...Object.fromEntries(computed.map(([, name, list = '']) => [name ?? list, {}])),
    ...written(own),
  };
}

/** The schema at the end of a type's page: a list of names for the type, and one for each nested object. */
function awsccArguments(type: string): Arguments | undefined {
  let page: string;
  try {
    page = readFileSync(path.join(awscc ?? '', `docs/resources/${type.replace('awscc_', '')}.md`), 'utf8');
  } catch {
    return undefined;
  }
  const schema = page.split(/^## /m).find((part) => part.startsWith('Schema')) ?? '';
  const all: Arguments = {};
  let at = all;
  for (const line of schema.split('\n')) {
    const nested = /nested schema for `([^`]+)`/i.exec(line)?.[1];
    if (nested !== undefined) {
      at = all;
      for (const step of nested.split('.')) at = at[step] ??= {};
    }
    const name = /^- `(\w+)`/.exec(line)?.[1];
    if (name !== undefined) at[name] ??= {};
  }
  return all;
}
