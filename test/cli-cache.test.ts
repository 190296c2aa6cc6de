import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { bad } from './cli-folder.js';
import { runCommand, type Ran } from './command.js';
import { temporaryFolder } from './temporary-folder.js';

const good = 'Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n';

/** A folder to lint and a folder for the cache. */
class Cached {
  readonly cache = path.join(temporaryFolder(), 'cache');
  constructor(readonly folder: string) {}

  run(...args: string[]): Ran {
    return runCommand(this.folder, ['--cache', '--cache-location', this.cache, ...args]);
  }

  /** The files that are kept, with when they were written. */
  get kept(): string[] {
    const names = readdirSync(this.cache).toSorted();
    return names.map((name) => `${name} ${String(statSync(path.join(this.cache, name)).mtimeMs)}`);
  }

  get files(): string[] {
    return readdirSync(this.cache).map((name) => path.join(this.cache, name));
  }
}

const write = (folder: string, name: string, text: string): void => {
  writeFileSync(path.join(folder, name), text);
};

describe('--cache', () => {
  it('prints the same, byte for byte, whatever the format', () => {
    const cached = new Cached(
      temporaryFolder({ 'bad.yaml': bad, 'good.yaml': good, 'x.yaml': 'Resources: [' }),
    );
    for (const format of ['stylish', 'json', 'unix', 'sarif', 'github', 'html', 'junit', 'markdown']) {
      const args = ['-f', format, '--undecided', '.'];
      const plain = runCommand(cached.folder, args);
      expect(cached.run(...args), format).to.deep.equal(plain);
      const { kept } = cached;
      expect(cached.run(...args), format).to.deep.equal(plain);
      expect(cached.kept, format).to.deep.equal(kept);
    }
    // What the formats show is one; who is reached is looked up for one of them.
    expect(cached.kept).to.have.length(2);
  });

  it('shows nothing sensitive of a plan, as the first run does', () => {
    const type = 'aws_chatbot_slack_channel_configuration';
    const values = { configuration_name: 'x', slack_channel_id: 'S3CRET', iam_role_arn: 'S3CRET' };
    const resource = { address: `${type}.c`, mode: 'managed', type, name: 'c', values };
    const sensitive = { slack_channel_id: true, iam_role_arn: true };
    const plan = {
      format_version: '1.2',
      planned_values: { root_module: { resources: [{ ...resource, sensitive_values: sensitive }] } },
    };
    const cached = new Cached(temporaryFolder({ 'tfplan.json': JSON.stringify(plan) }));
    const first = cached.run('tfplan.json');
    expect(first.out).to.include('chat-audit-off').and.include('•').and.not.include('S3CRET');
    const { kept } = cached;
    expect(cached.run('tfplan.json')).to.deep.equal(first);
    expect(cached.kept).to.deep.equal(kept);
  });

  it('takes what was found from the last run', () => {
    const cached = new Cached(temporaryFolder({ 'bad.yaml': bad }));
    cached.run();
    const [file = ''] = cached.files;
    const text = readFileSync(file, 'utf8');
    expect(text)
      .to.include('channel-unverified')
      .and.not.include('+12065550100')
      .and.not.include('corp.example');
  });

  describe('is of no use', () => {
    const changes: Readonly<Record<string, (folder: string) => string[]>> = {
      'when a file has another text of the same length and age': (folder) => {
        const file = path.join(folder, 'bad.yaml');
        const { atime, mtime } = statSync(file);
        write(folder, 'bad.yaml', bad.replace('true ', '"no" '));
        utimesSync(file, atime, mtime);
        return [];
      },
      'when a file comes, even if it is only context': (folder) => {
        write(
          folder,
          'more.yaml',
          'Resources:\n  T: { Type: AWS::CloudTrail::Trail, Properties: { IsLogging: true } }\n',
        );
        return ['bad.yaml'];
      },
      'with another configuration': (folder) => {
        write(folder, 'incident-lint.yaml', 'rules: { channel-unverified: off }\n');
        return [];
      },
      'with another severity of a rule': () => ['--rule', 'channel-unverified=off'],
      'with another profile': () => ['--profile', 'strict'],
      'with other paths': () => ['good.yaml'],
      'with values of parameters': (folder) => {
        mkdirSync(path.join(folder, '.values'));
        write(folder, '.values/p.json', '{ "Parameters": { "A": "b" } }');
        return ['--parameters', '.values/p.json'];
      },
      'with evidence': (folder) => {
        mkdirSync(path.join(folder, '.evidence'));
        write(folder, '.evidence/e.json', '{ "trailList": [] }');
        return ['--evidence', '.evidence'];
      },
    };
    for (const [when, change] of Object.entries(changes))
      it(when, () => {
        const cached = new Cached(temporaryFolder({ 'bad.yaml': bad, 'good.yaml': good }));
        mkdirSync(path.join(cached.folder, '.git'));
        cached.run('-f', 'json', 'bad.yaml');
        cached.run('-f', 'json', '.');
        const args = change(cached.folder);
        const all = args.some((arg) => arg.endsWith('.yaml')) ? args : [...args, '.'];
        const plain = runCommand(cached.folder, ['-f', 'json', ...all]);
        expect(cached.run('-f', 'json', ...all)).to.deep.equal(plain);
        expect(cached.kept).to.have.length(3);
      });

    it('where a result rests on more than files that are listed: included ones', () => {
      const part = bad.replace(/^Resources:\n/, '').replaceAll(/^ {2}/gm, '');
      const main =
        'Resources: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: part.txt } } }\n';
      const cached = new Cached(
        temporaryFolder({ 'main.yaml': main, 'part.txt': part.replace('true', 'false') }),
      );
      expect(cached.run('main.yaml', '-f', 'unix').out).not.to.include('channel-unverified');
      write(cached.folder, 'part.txt', part);
      expect(cached.run('main.yaml', '-f', 'unix').out).to.include('channel-unverified');
    });

    it('when it is cut, changed or nonsense', () => {
      const cached = new Cached(temporaryFolder({ 'bad.yaml': bad }));
      const plain = cached.run('-f', 'json');
      const [file = ''] = cached.files;
      const text = readFileSync(file, 'utf8');
      const spoilt = [
        '',
        'x',
        text.slice(0, -1),
        text.replace('channel-unverified', 'channel-verified'),
        `${'0'.repeat(64)}\n{}`,
        text.replace(/\n.*/s, '\n'),
      ];
      for (const one of spoilt) {
        writeFileSync(file, one);
        expect(cached.run('-f', 'json')).to.deep.equal(plain);
        expect(readFileSync(file, 'utf8')).to.equal(text);
      }
    });
  });

  it('is refused inside of what is linted, where a pull request could bring it', () => {
    const folder = temporaryFolder({ 'bad.yaml': bad, 'sub/good.yaml': good });
    mkdirSync(path.join(folder, '.git'));
    const outside = temporaryFolder();
    symlinkSync(path.join(folder, 'sub'), path.join(outside, 'link'));
    for (const location of ['.cache', '../.cache', '.', path.join(outside, 'link', 'deeper')]) {
      const { status, err } = runCommand(path.join(folder, 'sub'), ['--cache', '--cache-location', location]);
      expect(status, location).to.equal(2);
      expect(err, location).to.include('the cache must lie outside of what is linted');
    }
  });

  it("lies in the user's folder for caches", function () {
    if (process.platform === 'win32' || process.platform === 'darwin') this.skip();
    const folder = temporaryFolder({ 'bad.yaml': bad });
    const home = temporaryFolder();
    runCommand(folder, ['--cache'], { env: { XDG_CACHE_HOME: home } });
    expect(readdirSync(path.join(home, 'incident-lint'))).to.have.length(1);
    expect(readdirSync(folder)).to.deep.equal(['bad.yaml']);
  });

  it('that cannot be written is told, and the result is complete', () => {
    const folder = temporaryFolder({ 'bad.yaml': bad });
    const file = path.join(temporaryFolder({ 'a-file': '' }), 'a-file');
    const { status, out, err } = runCommand(folder, ['--cache', '--cache-location', file, '-f', 'unix']);
    expect(status).to.equal(1);
    expect(out).to.include('channel-unverified');
    expect(err).to.match(/^incident-lint: the cache cannot be written: \w+\n$/);
  });

  it('has a location only where it is wanted', () => {
    const { status, err } = runCommand(temporaryFolder(), ['--cache-location', '/elsewhere']);
    expect(status).to.equal(2);
    expect(err).to.include('--cache-location needs --cache');
  });
});
