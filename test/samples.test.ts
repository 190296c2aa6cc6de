import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rules } from '../rules/index.js';
import { runCommand } from './command.js';

const samples = fileURLToPath(new URL('../samples/', import.meta.url));

/** As a user in the folder of the sample would run it; `expected.txt` there is what it printed. */
const commandLine = ['--context', 'none', '--undecided'];

describe('the samples', () => {
  const statuses: Readonly<Record<string, number>> = {
    'cloudformation/clean': 0,
    'cloudformation/many-faults': 1,
    'cloudformation/several-stacks': 1,
    'terraform/native': 1,
    'terraform/plan': 1,
    'terraform/state': 1,
  };

  it('are these', () => {
    const folders = ['cloudformation', 'terraform'].flatMap((dialect) =>
      readdirSync(`${samples}${dialect}`).map((name) => `${dialect}/${name}`),
    );
    expect(folders).to.have.members(Object.keys(statuses));
  });

  for (const [name, status] of Object.entries(statuses)) {
    it(`${name} gives what its expected.txt holds`, () => {
      const ran = runCommand(`${samples}${name}`, commandLine);
      expect(ran.err).to.equal('');
      expect(ran.out).to.equal(readFileSync(`${samples}${name}/expected.txt`, 'utf8'));
      expect(ran.status).to.equal(status);
    });
  }

  it('show the rules of every practice at work', () => {
    const printed = Object.keys(statuses)
      .map(
        (name) =>
          runCommand(`${samples}${name}`, [...commandLine, '--profile', 'strict', '--format', 'unix']).out,
      )
      .join('');
    const found = new Set([...printed.matchAll(/\[([\w-]+)\]$/gm)].map(([, id]) => id));
    const practices = new Set(rules.map(({ practice }) => practice));
    const shown = new Set(rules.filter(({ id }) => found.has(id)).map(({ practice }) => practice));
    expect([...practices].filter((practice) => !shown.has(practice))).to.deep.equal([]);
  });
});
