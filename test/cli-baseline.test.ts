import { chmodSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { bad } from './cli-folder.js';
import { runCommand, type Ran } from './command.js';
import { temporaryFolder } from './temporary-folder.js';

interface Report {
  readonly summary: Readonly<Record<string, number>>;
  readonly findings: readonly {
    readonly ruleId: string;
    readonly file: string;
    readonly resource: { name: string };
  }[];
}

const baselined = ['--context', 'none', '--baseline', 'baseline.json'];

describe('the baseline', () => {
  let folder: string;
  const run = (...args: string[]): Ran => runCommand(folder, [...args, ...baselined]);
  const report = (...args: string[]): Report => JSON.parse(run(...args, '-f', 'json').out) as Report;
  const write = (name: string, text: string): void => {
    writeFileSync(path.join(folder, name), text);
  };

  beforeEach(() => {
    folder = temporaryFolder({ 'bad.yaml': bad, 'other.yaml': bad });
    run('.', '--update-baseline');
  });

  it('hides what it lists, and says how much', () => {
    const { status, out } = run('.');
    expect(status).to.equal(0);
    expect(out).to.match(/^✓ no findings in 2 files \(\d+ resources\).*, \d+ baselined\n$/m);
    expect(report('.').summary['baselined']).to.be.greaterThan(0);
  });

  it('survives lines that move and a file that is formatted anew', () => {
    write('bad.yaml', `# a comment\n\n${bad.replaceAll('  ', '    ')}`);
    expect(report('.').findings).to.deep.equal([]);
  });

  it('hides no finding in another place', () => {
    const more = bad.replace(/^Resources:\n/m, '').replaceAll(/^ {2}(\w+):$/gm, '  Second$1:');
    write('bad.yaml', `${bad}${more.slice(more.indexOf('  Second'))}`);
    const found = report('.').findings;
    expect(found.map(({ file }) => file)).to.include('bad.yaml');
    for (const { resource } of found) expect(resource.name).to.match(/^Second/);
  });

  it('hides nothing in a file of another name', () => {
    write('new.yaml', bad);
    const files = report('.').findings.map(({ file }) => file);
    expect(new Set(files)).to.deep.equal(new Set(['new.yaml']));
  });

  it('names what no longer occurs, and drops it when updated', () => {
    write('bad.yaml', 'Resources: { T: { Type: AWS::SNS::Topic } }\n');
    expect(run('.').err).to.match(/^incident-lint: \d+ of the baseline's findings no longer occur/);
    run('.', '--update-baseline');
    expect(readFileSync(path.join(folder, 'baseline.json'), 'utf8')).not.to.include('bad.yaml');
    expect(run('.').err).to.equal('');
  });

  it('keeps what it lists of files that were not linted, until they are gone', () => {
    const listed = (): string => readFileSync(path.join(folder, 'baseline.json'), 'utf8');
    run('bad.yaml', '--update-baseline');
    expect(listed()).to.include('other.yaml');
    rmSync(path.join(folder, 'other.yaml'));
    run('bad.yaml', '--update-baseline');
    expect(listed()).not.to.include('other.yaml');
  });

  it('is the same text whatever the order of the paths', () => {
    const text = readFileSync(path.join(folder, 'baseline.json'), 'utf8');
    run('other.yaml', 'bad.yaml', '--update-baseline');
    expect(readFileSync(path.join(folder, 'baseline.json'), 'utf8')).to.equal(text);
  });

  it('is not rewritten when the result is incomplete', () => {
    write('bad.yaml', 'Resources: {');
    const text = readFileSync(path.join(folder, 'baseline.json'), 'utf8');
    const { status, err } = run('bad.yaml', 'other.yaml', '--update-baseline');
    expect(status).to.equal(2);
    expect(err).to.include('the baseline is not rewritten, because the result is incomplete');
    expect(readFileSync(path.join(folder, 'baseline.json'), 'utf8')).to.equal(text);
  });

  for (const [what, text, place] of [
    ['no JSON', '{\n  "version": 1,,\n}', ':2:16'],
    ['of another version', '{"version": 2, "findings": []}', ':1:13'],
    ['something else', '{"name": "a-package"}', ''],
    ['a list of something else', '{"version": 1, "findings": [\n{"ruleId": "x", "count": -1}]}', ':2:1'],
    ['null', 'null', ''],
  ] as const)
    it(`that is ${what} is refused and not overwritten`, () => {
      write('baseline.json', text);
      for (const more of [[], ['--update-baseline']]) {
        const { status, err } = run('bad.yaml', ...more);
        expect(status).to.equal(2);
        expect(err).to.match(/^baseline\.json\S*: .* \[bad-baseline\]\n/);
        expect(err).to.include(`baseline.json${place}: `);
      }
      expect(readFileSync(path.join(folder, 'baseline.json'), 'utf8')).to.equal(text);
    });

  it('that is missing is a problem, and --update-baseline alone is wrong usage', () => {
    rmSync(path.join(folder, 'baseline.json'));
    expect(run('bad.yaml').err).to.include('the baseline does not exist; --update-baseline writes it');
    expect(runCommand(folder, ['--update-baseline']).err).to.include(
      '--update-baseline needs --baseline FILE',
    );
  });

  it('stays whole when it cannot be written', function () {
    // Root may write everywhere.
    if (process.getuid?.() === 0) this.skip();
    write('bad.yaml', 'Resources: { T: { Type: AWS::SNS::Topic } }\n');
    const text = readFileSync(path.join(folder, 'baseline.json'), 'utf8');
    chmodSync(folder, 0o500);
    try {
      const { status, err } = run('.', '--update-baseline');
      expect(status).to.equal(2);
      expect(err).to.include('the baseline cannot be written');
    } finally {
      chmodSync(folder, 0o700);
    }
    expect(readFileSync(path.join(folder, 'baseline.json'), 'utf8')).to.equal(text);
  });

  it('leaves no other file behind', () => {
    expect(existsSync(path.join(folder, 'baseline.json'))).to.equal(true);
    expect(readdirSync(folder)).to.have.members(['bad.yaml', 'baseline.json', 'other.yaml']);
  });
});
