import { readFileSync } from 'node:fs';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** What is wrong with a value by a JSON Schema of draft 2020-12: a line a fault; none if it is valid. */
export function schemaFaults(schemaFile: string | URL): (value: unknown) => string[] {
  // The published schema of SARIF has keywords that Ajv's strict mode takes for mistakes.
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as AnySchemaObject);
  return (value) => {
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath}: ${message ?? 'invalid'}`,
    );
  };
}
