import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { bad } from './cli-folder.js';
import { temporaryFolder } from './temporary-folder.js';

// Run by `npm run test:pre-commit`: it needs pre-commit, the npm registry and a minute.

const root = fileURLToPath(new URL('..', import.meta.url));

function run(cwd: string, command: string, ...args: string[]): { status: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  return { status, out: `${stdout}${stderr}` };
}

function git(cwd: string, ...args: string[]): void {
  const { status, out } = run(cwd, 'git', '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args);
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${out}`);
}

describe('the hooks of this repository', () => {
  it('work in pre-commit', function () {
    this.timeout(600_000);
    const source = temporaryFolder();
    const listed = run(root, 'git', 'ls-files', '--cached', '--others', '--exclude-standard').out.split('\n');
    for (const name of listed.filter((file) => file !== '' && !/^(?:test|samples|editors)\//.test(file)))
      cpSync(path.join(root, name), path.join(source, name), { recursive: true });
    git(source, 'init', '--quiet');
    git(source, 'add', '--all', '--force');
    git(source, 'commit', '--quiet', '-m', 'x');

    const folder = temporaryFolder({
      'bad.yaml': bad,
      'package.json': '{ "name": "x" }',
      '.pre-commit-config.yaml': `repos:\n  - repo: ${source}\n    rev: HEAD\n    hooks: [{ id: incident-lint }]\n`,
    });
    git(folder, 'init', '--quiet');
    git(folder, 'add', '--all');
    const revision = run(source, 'git', 'rev-parse', 'HEAD').out.trim();
    const configuration = path.join(folder, '.pre-commit-config.yaml');
    writeFileSync(configuration, readFileSync(configuration, 'utf8').replace('HEAD', revision));
    git(folder, 'add', '--all');
    const { status, out } = run(folder, 'pre-commit', 'run');
    expect(out, out).to.match(/incident-lint\.+Failed/);
    expect(out).to.include('bad.yaml:9:24: error: Channel "AliceSms" is created inactive');
    expect(out).not.to.include('package.json');
    expect(status).to.equal(1);
  });
});
