import { readFileSync } from 'node:fs';
import { Ajv, type AnySchemaObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** What is wrong with a value by a JSON Schema in a file: a line a fault; none if it is valid. */
export function schemaFaults(schemaFile: string | URL): (value: unknown) => string[] {
  return faultsBy(JSON.parse(readFileSync(schemaFile, 'utf8')) as AnySchemaObject);
}

/** What is wrong with a value by a JSON Schema of draft 7 or 2020-12. */
export function faultsBy(schema: AnySchemaObject): (value: unknown) => string[] {
  const is2020 = schema.$schema === 'https://json-schema.org/draft/2020-12/schema';
  // The published schema of SARIF has keywords that Ajv's strict mode takes for mistakes.
  const ajv = is2020 ? new Ajv2020({ allErrors: true, strict: false }) : new Ajv({ allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return (value) => {
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath}: ${message ?? 'invalid'}`,
    );
  };
}
