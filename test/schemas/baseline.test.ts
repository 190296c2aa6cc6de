import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { readBaseline } from '../../src/engine/baseline.js';
import { bad } from '../cli-folder.js';
import { runCommand } from '../command.js';
import { schemaFaults } from '../format/valid.js';
import { temporaryFolder } from '../temporary-folder.js';

const faults = schemaFaults(path.join(import.meta.dirname, '../../schemas/baseline.schema.json'));

describe('the schema of the baseline', () => {
  it('describes what --update-baseline writes', () => {
    const folder = temporaryFolder({ 'bad.yaml': bad });
    runCommand(folder, ['--context', 'none', '--baseline', 'baseline.json', '--update-baseline']);
    const written = JSON.parse(readFileSync(path.join(folder, 'baseline.json'), 'utf8')) as {
      readonly findings: readonly unknown[];
    };
    expect(written.findings).not.to.deep.equal([]);
    expect(faults(written)).to.deep.equal([]);
  });

  const entry = { ruleId: 'trail-missing', file: 't.yaml', fingerprint: 'f', count: 1 };
  for (const [name, content] of Object.entries({
    'another version': { version: 2, findings: [entry] },
    'a finding without a fingerprint': { version: 1, findings: [{ ...entry, fingerprint: undefined }] },
    'a finding that occurs no time': { version: 1, findings: [{ ...entry, count: 0 }] },
    'half a count': { version: 1, findings: [{ ...entry, count: 1.5 }] },
    'a list': [entry],
  }))
    it(`refuses ${name}, as the command does`, () => {
      const text = JSON.stringify(content);
      expect(faults(JSON.parse(text))).not.to.deep.equal([]);
      expect(readBaseline(text, 'baseline.json')).to.have.property('problem');
    });
});
