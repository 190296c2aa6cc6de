import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AnySchemaObject } from 'ajv';
import { expect } from 'chai';
import { json } from '../../src/format/json.js';
import { runCommand } from '../command.js';
import { fullReport } from '../format/full.js';
import { faultsBy, schemaFaults } from '../format/valid.js';

const root = path.join(import.meta.dirname, '../..');
const file = path.join(root, 'schemas/report.schema.json');
const faults = schemaFaults(file);

/** The schema is open, because fields may be added; what is printed today it must know. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const parts = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in schema && schema.properties !== null && 'type' in schema
    ? { ...parts, additionalProperties: false }
    : parts;
}

const strangeness = faultsBy(closed(JSON.parse(readFileSync(file, 'utf8'))) as AnySchemaObject);

describe('the schema of the report', () => {
  const samples = readdirSync(path.join(root, 'samples'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(path.join(root, 'samples', name)).map((sample) => `${name}/${sample}`))
    .filter((name) => /^(?:cloudformation|cdk|terraform)\//.test(name));

  for (const name of samples)
    it(`describes the report on ${name}`, () => {
      const { out } = runCommand(path.join(root, 'samples', name), [
        ...['--format=json', '--context=none', '--profile=strict'],
      ]);
      expect(strangeness(JSON.parse(out))).to.deep.equal([]);
    });

  it('describes a report with a base, evidence, references, problems and warnings', () => {
    expect(strangeness(JSON.parse(json(fullReport)))).to.deep.equal([]);
    expect(fullReport).to.include.keys('change', 'evidence', 'external', 'warnings');
  });

  it('refuses what is no report, and takes fields that are added later', () => {
    const report = JSON.parse(json(fullReport)) as Record<string, unknown>;
    expect(faults({ ...report, version: 2 })).to.deep.equal(['/version: must be equal to constant']);
    expect(faults({ ...report, findings: [{}] })).not.to.deep.equal([]);
    expect(faults({ ...report, graph: {} })).to.deep.equal([]);
    expect(strangeness({ ...report, graph: {} })).not.to.deep.equal([]);
  });
});
