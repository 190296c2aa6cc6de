import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { parse } from 'yaml';
import { bad } from './cli-folder.js';
import { runCommand } from './command.js';
import { temporaryFolder } from './temporary-folder.js';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files?: string;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const hooks = parse(readFileSync(`${root}.pre-commit-hooks.yaml`, 'utf8')) as Hook[];

describe('the hooks of pre-commit', () => {
  it('are one for what changed and one for everything', () => {
    expect(hooks.map(({ id, language }) => [id, language])).to.deep.equal([
      ['incident-lint', 'node'],
      ['incident-lint-all', 'node'],
    ]);
  });

  it('name options that exist, and pass over what is no template', () => {
    const folder = temporaryFolder({
      'package.json': '{ "name": "x" }',
      'bad.yaml': bad,
      'values.yaml': 'a: 1\n',
    });
    for (const { entry } of hooks) {
      const [, ...options] = entry.split(' ');
      const { status, err } = runCommand(folder, [...options, '--context', 'none', 'bad.yaml']);
      expect([status, err]).to.deep.equal([1, '']);
    }
    const names = ['package.json', 'values.yaml', 'bad.yaml'];
    const { status, err } = runCommand(folder, ['--skip-non-templates', ...names]);
    expect([status, err]).to.deep.equal([1, '']);
    expect(runCommand(folder, ['--skip-non-templates', 'package.json']).status).to.equal(0);
    expect(runCommand(folder, names).status).to.equal(2);
  });

  it('match the files that can be templates', () => {
    const files = new RegExp(hooks[0]?.files ?? '');
    const names = ['a.yaml', 'a.yml', 'b/c.json', 'x.template', 'main.tf', 'terraform.tfstate'];
    expect(names.filter((name) => !files.test(name))).to.deep.equal([]);
    expect(files.test('readme.md')).to.equal(false);
  });
});
