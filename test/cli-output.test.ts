import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { bad, folderWithTemplates } from './cli-folder.js';
import { bin, runCommand, type Ran } from './command.js';

interface JsonReport {
  readonly version: number;
  readonly summary: Readonly<Record<string, number>>;
  readonly findings: readonly { readonly ruleId: string; readonly severity: string }[];
  readonly errors: readonly { readonly code: string }[];
}

const parse = (text: string): JsonReport => JSON.parse(text) as JsonReport;

describe('the command', () => {
  let folder: string;
  const run = (...args: string[]): Ran => runCommand(folder, args);

  before(() => {
    folder = folderWithTemplates();
  });

  describe('output', () => {
    it('shows the source without addresses', () => {
      const { out } = run('bad.yaml', '--context', 'none');
      expect(out).to.include('    9 |       DeferActivation: true # for ••••••••••••••••••\n');
      expect(out).to.include('      |                        ^^^^\n');
      expect(out).to.match(/✖ 1 finding \(1 error, 0 warnings, 0 infos\).* in 1 file\n$/);
    });

    it('has problems in the JSON report and on standard error', () => {
      const { status, out, err } = run('malformed.yaml', 'bad.yaml', '--format=json');
      expect(status).to.equal(2);
      expect(parse(out).version).to.equal(1);
      expect(parse(out).findings.map(({ ruleId }) => ruleId)).to.deep.equal(['channel-unverified']);
      expect(parse(out).errors.map(({ code }) => code)).to.deep.equal(['malformed-yaml']);
      expect(err).to.match(/^malformed\.yaml:\d+:\d+: .* \[malformed-yaml\]\n$/);
    });

    it('is the same whatever the order of the paths', () => {
      const { out } = run('bad.yaml', 'good.yaml', '--format', 'json');
      expect(run('good.yaml', 'bad.yaml', './bad.yaml', '-fjson').out).to.equal(out);
    });

    it('shows errors only with --quiet, and still fails on what it hides', () => {
      expect(parse(run('bad.yaml', '--quiet', '-f', 'json').out).findings).to.have.length(1);
      const { status, out, err } = run(
        'bad.yaml',
        '--quiet',
        '-f',
        'json',
        '--rule',
        'channel-unverified=warning',
      );
      expect(status).to.equal(1);
      expect(parse(out).findings).to.deep.equal([]);
      expect(err).to.equal('incident-lint: findings that --quiet hides make this check fail\n');
    });

    it('is coloured when asked to by option or environment', () => {
      const colored = (args: string[], env: Record<string, string>): boolean =>
        runCommand(folder, ['good.yaml', ...args], { env }).out.includes('\u001b[');
      expect(colored([], {})).to.equal(false);
      expect(colored(['--color'], { NO_COLOR: '1' })).to.equal(true);
      expect(colored([], { FORCE_COLOR: '1' })).to.equal(true);
      expect(colored([], { FORCE_COLOR: '1', NO_COLOR: '1' })).to.equal(false);
      expect(colored(['--no-color'], { FORCE_COLOR: '1' })).to.equal(false);
      expect(colored([], { FORCE_COLOR: '0' })).to.equal(false);
    });

    it('tells on standard error what was read with --stats', () => {
      const { out, err } = run('good.yaml', '--context=none', '--stats');
      expect(out).to.equal('✓ no findings in 1 file (1 resource)\n');
      expect(err).to.match(/^incident-lint: 1 files? linted, 0 more read for context, .*\n$/);
    });

    it('goes to a file with --output-file, with a summary on standard error', () => {
      const { status, out, err } = run('bad.yaml', '-f', 'json', '-o', 'reports/lint.json');
      expect([status, out]).to.deep.equal([1, '']);
      expect(err).to.match(/^✖ 1 finding .*\n$/);
      expect(parse(readFileSync(path.join(folder, 'reports/lint.json'), 'utf8')).findings).to.have.length(1);
      expect(readdirSync(path.join(folder, 'reports'))).to.deep.equal(['lint.json']);
    });

    it('keeps a link that is written to', () => {
      writeFileSync(path.join(folder, 'real.txt'), 'old');
      symlinkSync('real.txt', path.join(folder, 'link.txt'));
      run('good.yaml', '--context', 'none', '-o', 'link.txt');
      expect(readFileSync(path.join(folder, 'real.txt'), 'utf8')).to.equal(
        '✓ no findings in 1 file (1 resource)\n',
      );
    });

    it('leaves the old file whole when it cannot be written', function () {
      // The superuser may write into any folder.
      if (process.getuid?.() === 0) mkdirSync(path.join(folder, 'locked/lint.json'), { recursive: true });
      else {
        mkdirSync(path.join(folder, 'locked'));
        writeFileSync(path.join(folder, 'locked/lint.json'), 'old');
        chmodSync(path.join(folder, 'locked'), 0o500);
      }
      const { status, out, err } = run('good.yaml', '-o', 'locked/lint.json');
      expect([status, out]).to.deep.equal([2, '']);
      expect(err).to.match(/^locked\/lint\.json: .* \[unwritable-file\]\n$/);
      expect(readdirSync(path.join(folder, 'locked'))).to.deep.equal(['lint.json']);
      if (process.getuid?.() !== 0)
        expect(readFileSync(path.join(folder, 'locked/lint.json'), 'utf8')).to.equal('old');
    });

    it('is incomplete when the disk is full', function () {
      if (!existsSync('/dev/full')) this.skip();
      const full = openSync('/dev/full', 'w');
      const { status, stderr } = spawnSync(process.execPath, [bin, 'good.yaml'], {
        cwd: folder,
        stdio: ['ignore', full, 'pipe'],
        encoding: 'utf8',
      });
      closeSync(full);
      expect(status).to.equal(2);
      expect(stderr).to.equal('incident-lint: the report cannot be written: ENOSPC [unwritable-file]\n');
    });

    it('ends quietly when its reader goes away', async () => {
      const child = spawn(process.execPath, [bin, 'bad.yaml'], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child.stdout.destroy();
      let err = '';
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
      const status = await new Promise((resolve) => child.on('close', resolve));
      expect([status, err]).to.deep.equal([1, '']);
    });
  });

  describe('standard input', () => {
    it('is linted for -', () => {
      const { status, out } = runCommand(folder, ['-', '-f', 'unix'], { input: bad });
      expect(status).to.equal(1);
      expect(out).to.match(/^<stdin>:9:24: error: /);
    });

    it('takes the name that is given, and JSON', () => {
      const input = JSON.stringify({ AWSTemplateFormatVersion: '2010-09-09', Resources: {} });
      const { status, out } = runCommand(folder, ['-', '--stdin-filename', 'x/new.json', '--context=none'], {
        input,
      });
      expect([status, out]).to.deep.equal([0, '✓ no findings in 1 file (0 resources)\n']);
      const named = runCommand(folder, ['-', '--stdin-filename=x/new.yaml', '-f', 'unix'], { input: bad });
      expect(named.out).to.match(/^x\/new\.yaml:9:24: error: /);
    });

    it('must be a template', () => {
      const { status, err } = runCommand(folder, ['-'], { input: 'a: 1\n' });
      expect([status, err.includes('[not-a-template]')]).to.deep.equal([2, true]);
    });
  });
});
