import { expect } from 'chai';
import { github } from '../../src/format/github.js';
import { reportOf } from '../../src/format/report.js';
import type { Outcome } from '../../src/report/outcome.js';
import { everything, fullReport } from './full.js';
import { finding, options, outcome, tool, undecided } from './reports.js';

function linesOf(given: Partial<Outcome>, folder = ''): string[] {
  return github(reportOf(outcome(given), tool), options({ folder }))
    .trimEnd()
    .split('\n');
}

/** Reads a command as the runner of GitHub Actions does. */
function readCommand(line: string): { level: string; message: string } & Record<string, string> {
  const [, level = '', properties = '', message = ''] = /^::(\w+) ([^:]*)::(.*)$/s.exec(line) ?? [];
  const plain = (text: string): string =>
    text
      .replaceAll('%2C', ',')
      .replaceAll('%3A', ':')
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%25', '%');
  const pairs = properties.split(',').map((pair): [string, string] => {
    const [name = '', ...value] = pair.split('=');
    return [name, plain(value.join('='))];
  });
  return { ...Object.fromEntries(pairs), level, message: plain(message) };
}

describe('format github', () => {
  it('is a command a finding, with its place, what to do and where to read on', () => {
    const [line = ''] = linesOf({ findings: [finding({ when: 'IsProd' })] });
    expect(line).to.equal(
      '::error file=a.yaml,line=2,endLine=2,col=4,endColumn=8,title=some-rule::' +
        'Something is wrong. (Possible: when IsProd.)%0ADo it right.%0Ahttps://example.com/some-rule',
    );
  });

  it('is at the source of a CDK app, and names the template', () => {
    const construct = { path: 'OnCall/Sms', file: 'lib/oncall.ts', line: 8, column: 3 };
    const lines = linesOf({
      findings: [finding({ construct }), finding({ construct: { path: 'OnCall/Sms' } })],
    });
    expect(lines.slice(0, 2)).to.deep.equal([
      '::error file=lib/oncall.ts,line=8,endLine=8,col=3,endColumn=4,title=some-rule::Something is wrong.%0ADo it right.' +
        '%0AConstruct: OnCall/Sms%0AIn the template: a.yaml:2:4%0Ahttps://example.com/some-rule',
      '::error file=a.yaml,line=2,endLine=2,col=4,endColumn=8,title=some-rule::Something is wrong.%0ADo it right.' +
        '%0AConstruct: OnCall/Sms%0Ahttps://example.com/some-rule',
    ]);
  });

  it('lets no name and no message end a command or begin another', () => {
    const lines = github(fullReport, everything).trimEnd().split('\n');
    const commands = lines.filter((line) => line.startsWith('::'));
    expect(commands).to.have.length(
      [fullReport.errors, fullReport.warnings ?? [], fullReport.findings, fullReport.undecided].flat().length,
    );
    expect(lines.slice(0, commands.length)).to.deep.equal(commands);
    const named = commands
      .map(readCommand)
      .find(({ level, title }) => level === 'notice' && title === 'some-rule');
    expect(named?.['file']).to.equal('a folder/c:d,%20é?#.yaml');
    expect(lines.filter((line) => line.includes('##['))).to.deep.equal([]);
    for (const text of ['\r', '\u001b', '\u202e']) expect(lines.join('')).not.to.include(text);
  });

  it('shows the worst first, because GitHub shows ten of a level', () => {
    const many = (severity: 'error' | 'warning', count: number) =>
      Array.from({ length: count }, (_none, index) =>
        finding({ severity, ruleId: `${severity}-${String(index)}` }),
      );
    const possible = finding({ certainty: 'possible', when: 'A', ruleId: 'possible' });
    const lines = linesOf({
      findings: [...many('warning', 12), possible, ...many('error', 10)],
      problems: [{ code: 'missing-file', message: 'gone', file: 'x' }],
    });
    const titles = lines.filter((line) => line.startsWith('::')).map((line) => readCommand(line)['title']);
    expect(titles.slice(0, 2)).to.deep.equal(['missing-file', 'error-0']);
    expect(titles[11]).to.equal('possible');
    expect(titles.at(-1)).to.equal('warning-11');
    expect(lines.slice(-2)).to.deep.equal([
      'GitHub shows 10 annotations of a level; 2 errors and 2 warnings more stand only in this log.',
      '✖ 23 findings (11 errors, 12 warnings, 0 infos) in 3 files; incomplete: 1 problem',
    ]);
  });

  it('leaves columns out where a finding spans lines, which GitHub refuses', () => {
    const range = { start: { line: 2, column: 4 }, end: { line: 5, column: 1 } };
    const [line = ''] = linesOf({ findings: [finding({ range, severity: 'info' })] });
    expect(line).to.match(/^::notice file=a.yaml,line=2,endLine=5,title=some-rule::/);
  });

  it("names files from the repository's root, and only the result of a clean run", () => {
    const [line = ''] = linesOf({ findings: [finding({ file: '../x.yaml' })] }, 'infra/prod');
    expect(readCommand(line)['file']).to.equal('infra/x.yaml');
    expect(linesOf({ undecided: [undecided()] })).to.deep.equal([
      '✓ no findings in 3 files (21 resources), 1 undecided',
    ]);
  });
});
