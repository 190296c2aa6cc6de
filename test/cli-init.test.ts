import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { runCommand } from './command.js';
import { temporaryFolder } from './temporary-folder.js';

const names = ['incident-lint.yaml', '.pre-commit-config.yaml', '.github/workflows/incident-lint.yml'];

describe('init', () => {
  const read = (folder: string, name: string): string => readFileSync(path.join(folder, name), 'utf8');

  it('writes a configuration that is valid, a pre-commit entry and a workflow', () => {
    const folder = temporaryFolder({ 't.yaml': 'Resources: { T: { Type: AWS::SNS::Topic } }\n' });
    expect(runCommand(folder, ['init'])).to.deep.equal({
      status: 0,
      out: names.map((name) => `${name} is written\n`).join(''),
      err: '',
    });
    const { status, err } = runCommand(folder, ['t.yaml']);
    expect([status, err]).to.deep.equal([0, '']);
  });

  it('writes a configuration whose commented keys are valid, too', () => {
    const folder = temporaryFolder({ 't.yaml': 'Resources: { T: { Type: AWS::SNS::Topic } }\n' });
    runCommand(folder, ['init']);
    const commented = read(folder, 'incident-lint.yaml').replace(/^# (?= *[a-zA-Z-]+:(?: |$))/gm, '');
    expect(commented).to.match(/^rules:$/m);
    writeFileSync(path.join(folder, 'incident-lint.yaml'), commented);
    const { status, err } = runCommand(folder, ['t.yaml']);
    expect([status, err]).to.deep.equal([0, '']);
  });

  it('leaves alone what exists, also a link that leads nowhere, and prints what it could hold', () => {
    const folder = temporaryFolder({ 'incident-lint.yaml': 'profile: strict\n' });
    symlinkSync('/nowhere', path.join(folder, '.pre-commit-config.yaml'));
    const { status, out } = runCommand(folder, ['init']);
    expect(status).to.equal(0);
    expect(read(folder, 'incident-lint.yaml')).to.equal('profile: strict\n');
    expect(existsSync('/nowhere')).to.equal(false);
    expect(out).to.include('incident-lint.yaml exists and is left alone');
    expect(out).to.include('        - id: incident-lint\n');
  });

  it('overwrites with --force', () => {
    const folder = temporaryFolder({ 'incident-lint.yaml': 'profile: strict\n' });
    runCommand(folder, ['init', '--force']);
    expect(read(folder, 'incident-lint.yaml')).to.match(/^profile: recommended$/m);
  });

  it('takes no path', () => {
    expect(runCommand(temporaryFolder(), ['init', 'x']).status).to.equal(2);
  });
});
