import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rules } from '../rules/index.js';
import { runCommand } from './command.js';
import { temporaryFolder } from './temporary-folder.js';

const samples = fileURLToPath(new URL('../samples/', import.meta.url));

/** As a user in the folder of the sample would run it; `expected.txt` there is what it printed. */
const commandLine = ['--context', 'none', '--undecided'];

describe('the samples', () => {
  const statuses: Readonly<Record<string, number>> = {
    'cdk/on-call': 1,
    'cloudformation/clean': 0,
    'cloudformation/four-faults': 1,
    'cloudformation/larger-forms': 1,
    'cloudformation/many-faults': 1,
    'cloudformation/several-stacks': 1,
    'terraform/native': 1,
    'terraform/plan': 1,
    'terraform/state': 1,
  };

  it('are these', () => {
    const folders = ['cdk', 'cloudformation', 'terraform'].flatMap((dialect) =>
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

  it('hold what CDK synthesises from the source beside it', () => {
    const app = `${samples}cdk/on-call`;
    const out = path.join(temporaryFolder(), 'cdk.out');
    const { context } = JSON.parse(readFileSync(`${app}/cdk.json`, 'utf8')) as { readonly context: object };
    execFileSync(process.execPath, ['--import', 'tsx', `${app}/bin/app.ts`], {
      env: { ...process.env, CDK_OUTDIR: out, CDK_CONTEXT_JSON: JSON.stringify(context) },
    });
    const templatesIn = (folder: string): unknown[] =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.template.json'))
        .map((name) => [name, JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as unknown]);
    expect(templatesIn(`${app}/cdk.out`)).to.deep.equal(templatesIn(out));
  });

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
