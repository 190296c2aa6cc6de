import { readConfiguration } from '../../../src/dialect/terraform/configuration.js';
import type { Resource } from '../../../src/dialect/resource.js';
import { parseHcl } from '../../../src/parse/hcl.js';
import { parseJson } from '../../../src/parse/json.js';
import type { Template } from '../../../src/dialect/template.js';
import { SourceFile } from '../../../src/text/source-file.js';
import { describe as describeAssumptions } from '../../../src/value/assumption.js';
import { entryOf, withEntries, type Value } from '../../../src/value/value.js';
import { show } from '../show.js';

/** Reads files of configurations by their names; a name that ends in `.json` is JSON. */
export function templatesOf(files: Readonly<Record<string, string>>): Template[] {
  return readConfiguration(
    Object.entries(files).map(([name, text]) => {
      const file = new SourceFile(name, text);
      return name.endsWith('.json') ? parseJson(file) : parseHcl(file);
    }),
  );
}

/** Every resource of the files. */
export function resourcesOf(files: Readonly<Record<string, string>>): Resource[] {
  return templatesOf(files).flatMap(({ resources }) => resources);
}

/** A resource as `address (when): properties`, without the ARN that every resource has. */
export function shown({ name, when, properties }: Resource): string {
  const condition = describeAssumptions(when);
  return `${name}${condition === undefined ? '' : ` (${condition})`}: ${show(written(properties))}`;
}

function written(properties: Value): Value {
  if (properties.kind !== 'map') return properties;
  return withEntries(
    properties,
    properties.entries.filter(({ key }) => key !== 'arn'),
  );
}

/** The argument `value` of the resource `aws_x.probe` among the files. */
export function probed(files: Readonly<Record<string, string>>): Value {
  const probe = resourcesOf(files).find(({ name }) => name.endsWith('aws_x.probe'));
  const value = probe?.properties.kind === 'map' ? entryOf(probe.properties, 'value')?.value : undefined;
  if (value === undefined) throw new Error('the files have no aws_x.probe with a value');
  return value;
}

/** What an expression is, beside other blocks of the same file. */
export function evaluated(expression: string, blocks = ''): string {
  return show(probed({ 'main.tf': `resource "aws_x" "probe" {\n  value = ${expression}\n}\n${blocks}` }));
}
