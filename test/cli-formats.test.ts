import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { folderWithTemplates } from './cli-folder.js';
import { runCommand } from './command.js';

describe('the command, in its surroundings', () => {
  let folder: string;
  const summary = (): string => readFileSync(path.join(folder, 'summary.md'), 'utf8');
  const run = (...args: string[]) =>
    runCommand(folder, ['bad.yaml', '--context', 'none', ...args], {
      env: { GITHUB_STEP_SUMMARY: 'summary.md' },
    });

  before(() => {
    folder = folderWithTemplates();
    writeFileSync(path.join(folder, 'summary.md'), 'before\n');
  });

  it('adds to the summary of a step of GitHub Actions, with its format only', () => {
    const { status, out, err } = run('-f', 'github');
    expect([status, err]).to.deep.equal([1, '']);
    expect(out).to.match(/^::error file=bad\.yaml,line=9,/);
    expect(summary()).to.match(/^before\n### incident-lint: ✖ 1 finding \(1 error/);
    const after = summary();
    run('-f', 'unix');
    expect(summary()).to.equal(after);
  });

  it('tells of a summary that cannot be written, and has the same result', () => {
    mkdirSync(path.join(folder, 'folder.md'));
    const { status, err } = runCommand(folder, ['bad.yaml', '-f', 'github', '--context=none'], {
      env: { GITHUB_STEP_SUMMARY: 'folder.md' },
    });
    expect([status, err]).to.deep.equal([
      1,
      'folder.md: the summary of the step cannot be written: EISDIR [unwritable-file]\n',
    ]);
  });

  it('names files from the root of the repository where services want it', () => {
    mkdirSync(path.join(folder, '.git'));
    mkdirSync(path.join(folder, 'infra'));
    const from = (format: string): string =>
      runCommand(path.join(folder, 'infra'), ['../bad.yaml', '-f', format, '--context=none']).out;
    expect(from('unix')).to.match(/^\.\.\/bad\.yaml:/);
    expect(from('github')).to.match(/^::error file=bad\.yaml,/);
    expect(from('sarif')).to.include('"uri": "bad.yaml"');
    expect(from('gitlab')).to.include('"path": "bad.yaml"');
  });
});
