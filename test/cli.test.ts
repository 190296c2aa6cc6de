import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { formatNames } from '../src/format/index.js';
import { configuration, folderWithTemplates } from './cli-folder.js';
import { bin, runCommand, type Ran } from './command.js';

describe('the command', () => {
  let folder: string;
  const run = (...args: string[]): Ran => runCommand(folder, args);

  before(() => {
    folder = folderWithTemplates();
  });

  describe('exit status', () => {
    it('is 0 when nothing was found', () => {
      expect(run('--context', 'none', 'good.yaml')).to.deep.equal({
        status: 0,
        out: '✓ no findings in 1 file (1 resource)\n',
        err: '',
      });
    });

    it('is 1 when something was found', () => {
      const { status, out, err } = run('check', 'bad.yaml', '-f', 'unix');
      expect([status, err]).to.deep.equal([1, '']);
      expect(out).to.match(/^bad\.yaml:9:24: error: \S.* \[channel-unverified\]\n$/);
    });

    it('is 2 when something could not be read, and what could is reported', () => {
      const { status, out, err } = run(
        'malformed.yaml',
        'none.yaml',
        'values.yaml',
        'bad.yaml',
        '-f',
        'unix',
      );
      expect(status).to.equal(2);
      expect(out).to.match(/^bad\.yaml:9:24: error: .*\n$/);
      const [malformed, missing, other, ...rest] = err.split('\n');
      expect(malformed).to.match(/^malformed\.yaml:\d+:\d+: .* \[malformed-yaml\]$/);
      expect(missing).to.match(/^none\.yaml: .* \[missing-file\]$/);
      expect(other).to.match(/^values\.yaml: .* \[not-a-template\]$/);
      expect(rest).to.deep.equal(['']);
    });

    it('follows --fail-on and the configuration', () => {
      expect(run('bad.yaml', '--fail-on', 'never').status).to.equal(0);
      const warning = ['bad.yaml', '--rule', 'channel-unverified=warning'];
      expect(run(...warning).status).to.equal(1);
      expect(run(...warning, '--fail-on', 'error').status).to.equal(0);
      expect(run('bad.yaml', '--rule', 'channel-unverified=info').status).to.equal(0);
      expect(run('bad.yaml', '--rule', 'channel-unverified=info', '--fail-on=info').status).to.equal(1);
      writeFileSync(path.join(folder, 'never.yaml'), configuration('failOn: never\n'));
      expect(run('bad.yaml', '-c', 'never.yaml').status).to.equal(0);
      expect(run('bad.yaml', '-c', 'never.yaml', '--fail-on', 'error').status).to.equal(1);
    });

    it('allows as many warnings as --max-warnings says, and says so when there are more', () => {
      const warning = ['bad.yaml', '--rule', 'channel-unverified=warning'];
      expect(run(...warning, '--max-warnings', '1').status).to.equal(0);
      const { status, err } = run(...warning, '--max-warnings=0');
      expect([status, err]).to.deep.equal([
        1,
        'incident-lint: more warnings than allowed (--max-warnings 0)\n',
      ]);
      expect(run('bad.yaml', '--max-warnings', '1').status).to.equal(1);
    });
  });

  describe('wrong usage', () => {
    const wrong: Record<string, readonly [args: string[], message: string]> = {
      'an unknown option': [
        ['--outputfile', 'x'],
        'unknown option "--outputfile" (did you mean "--output-file"?)',
      ],
      'an option that is misspelt': [
        ['--baselin', 'x'],
        'unknown option "--baselin" (did you mean "--baseline"?)',
      ],
      'an unknown short option': [['-x'], 'unknown option "-x"'],
      'an unknown format': [
        ['-f', 'jsn'],
        `--format must be one of ${formatNames.join(', ')}, not "jsn" (did you mean "json"?)`,
      ],
      'an unknown rule': [
        ['--rule', 'chanel-unverified=off'],
        'unknown rule "chanel-unverified" (did you mean "channel-unverified"?)',
      ],
      'a rule without a level': [
        ['--rule', 'channel-unverified'],
        '--rule must be ID=LEVEL with one of off, info, warning, error, not "channel-unverified"',
      ],
      'a forgotten value': [['--format', '--quiet'], '--format needs a value: NAME'],
      'a value for a switch': [['--quiet=yes'], '--quiet takes no value'],
      'a number that is none': [
        ['--max-warnings', 'few'],
        '--max-warnings must be a whole number, not "few"',
      ],
      'options that exclude each other': [
        ['--no-config', '-c', 'x'],
        '--config and --no-config exclude each other',
      ],
    };
    for (const [what, [args, message]] of Object.entries(wrong))
      it(`names ${what}`, () => {
        const { status, out, err } = run(...args);
        expect([status, out]).to.deep.equal([2, '']);
        expect(err).to.equal(`incident-lint: ${message} [bad-usage]\n`);
      });

    it('names a mistake in the configuration with its line, and lints with the rest', () => {
      writeFileSync(path.join(folder, 'wrong.yaml'), configuration('profil: strict\n'));
      const { status, out, err } = run('bad.yaml', '-c', 'wrong.yaml', '-f', 'unix');
      expect(status).to.equal(2);
      expect(out).to.match(/^bad\.yaml:9:24: error: .*\n$/);
      expect(err).to.equal(
        'wrong.yaml:1:1: unknown key "profil" (did you mean "profile"?) [bad-configuration]\n',
      );
    });

    it('shows the text of a template neither in messages nor in a stack trace', () => {
      const { err } = run('malformed.yaml');
      expect(err).not.to.match(/\n\s+at |node_modules/);
    });
  });

  describe('help and version', () => {
    it('prints the help', () => {
      const { status, out, err } = run('--help');
      expect([status, err]).to.deep.equal([0, '']);
      expect(out).to.match(/^Usage:\n/);
      for (const option of ['--output-file FILE', '--fail-on LEVEL', '-V, --version'])
        expect(out).to.include(option);
      expect(run('rules', '-h').out).to.equal(out);
    });

    it('prints the version', () => {
      const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
      expect(run('-V')).to.deep.equal({ status: 0, out: `${version}\n`, err: '' });
    });
  });

  describe('rules', () => {
    it('lists every rule', () => {
      const { status, out } = run('rules');
      expect(status).to.equal(0);
      expect(out).to.match(/^contacts\n(?: {2}.*\n)*? {2}channel-unverified +error +recommended +\S/m);
    });

    it('lists every rule for machines', () => {
      const { out } = run('rules', '--format', 'json');
      const { version, rules } = JSON.parse(out) as { version: number; rules: Record<string, unknown>[] };
      expect(version).to.equal(1);
      const found = rules.find(({ id }) => id === 'channel-unverified');
      expect(Object.keys(found ?? {})).to.deep.equal([
        'id',
        'practice',
        'severity',
        'profile',
        'summary',
        'docs',
        'fixable',
        'options',
      ]);
      expect(found?.['docs']).to.match(/\/contacts\/channel-unverified\/rule\.md$/);
    });

    it('explains one', () => {
      const { status, out } = run('rules', 'channel-unverified');
      expect(status).to.equal(0);
      expect(out).to.match(/^# channel-unverified\n\nSeverity `error` · profile `recommended`/);
      for (const section of ['Why', 'Examples', 'Undecided', 'Limits', 'Options', 'Source'])
        expect(out).to.include(`\n## ${section}\n`);
    });

    it('names the nearest rule for one that does not exist', () => {
      expect(run('rules', 'channel-unverifed')).to.deep.equal({
        status: 2,
        out: '',
        err: 'incident-lint: unknown rule "channel-unverifed" (did you mean "channel-unverified"?) [bad-usage]\n',
      });
    });
  });

  it('can be run by its name', () => {
    expect(spawnSync(bin, ['--version'], { encoding: 'utf8' }).status).to.equal(0);
  });
});
