import { expect } from 'chai';
import { reportOf } from '../../src/format/report.js';
import { stylish } from '../../src/format/stylish.js';
import type { Outcome } from '../../src/report/outcome.js';
import { SourceFile } from '../../src/text/source-file.js';
import { finding, options, outcome, tool, undecided } from './reports.js';

function print(given: Partial<Outcome>, asked: { color?: boolean; undecided?: boolean } = {}): string {
  const sources = new Map([['a.yaml', new SourceFile('a.yaml', 'a: 1\nb: true # alice@corp.example\n')]]);
  return stylish(reportOf(outcome(given), tool), options({ sources, ...asked }));
}

describe('format stylish', () => {
  it('shows a finding with its line, its condition, its help and related places', () => {
    const related = [
      {
        file: 'b.yaml',
        range: { start: { line: 7, column: 1 }, end: { line: 7, column: 2 } },
        message: 'used here',
      },
    ];
    const found = finding({ certainty: 'possible', when: 'IsProd', related });
    expect(print({ findings: [found] })).to.equal(
      `a.yaml:2:4: error: Something is wrong. [some-rule]
    2 | b: true # ••••••••••••••••••
      |    ^^^^
  possible: when IsProd
  help: Do it right.
  see b.yaml:7:1: used here

✖ 1 finding (1 error, 0 warnings, 0 infos) in 3 files
`,
    );
  });

  const construct = { path: 'OnCall/Sms', file: 'lib/oncall.ts', line: 1, column: 5 };

  it('shows the source of a CDK app, and the template beside it', () => {
    const sources = new Map([
      ['a.yaml', new SourceFile('a.yaml', '{}\n')],
      ['lib/oncall.ts', new SourceFile('lib/oncall.ts', '    new CfnContactChannel();\n')],
    ]);
    const report = reportOf(outcome({ findings: [finding({ construct })] }), tool);
    expect(stylish(report, options({ sources }))).to.match(
      /^lib\/oncall\.ts:1:5: error: Something is wrong\. \[some-rule\]\n {4}1 \| {5}new CfnContactChannel\(\);\n {6}\| {5}\^\n {2}template: a\.yaml:2:4\n {2}construct: OnCall\/Sms\n {2}help: /,
    );
  });

  it('names the construct where its source is not known', () => {
    const text = print({ findings: [finding({ construct: { path: 'OnCall/Sms' } })] });
    expect(text).to.match(/^a\.yaml:2:4: error: /);
    expect(text).to.include('\n  construct: OnCall/Sms\n');
    expect(text).not.to.include('template:');
  });

  it('says that nothing was found, and in how much', () => {
    expect(print({})).to.equal('✓ no findings in 3 files (21 resources)\n');
  });

  it('does not look clean when something could not be read', () => {
    const problems = [{ file: 'x', message: 'gone', code: 'missing-file' }] as const;
    expect(print({ problems })).to.equal('✖ no findings in 3 files (21 resources); incomplete: 1 problem\n');
  });

  it('counts undecided checks by rule', () => {
    const text = print({ undecided: [undecided(), undecided({ ruleId: 'another-rule' }), undecided()] });
    expect(text).to.equal(
      `another-rule: 1 check undecided (--undecided lists them)
some-rule: 2 checks undecided (--undecided lists them)

✓ no findings in 3 files (21 resources), 3 undecided
`,
    );
  });

  it('lists undecided checks with the reason and what settles them when asked to', () => {
    expect(print({ undecided: [undecided()] }, { undecided: true })).to.include(
      'a.yaml:1:1: undecided: parameter Stage has no allowed values [some-rule]\n  settled by: AllowedValues\n',
    );
  });

  it('colours only when asked to', () => {
    expect(print({ findings: [finding()] }, { color: true })).to.include('\u001b[31merror\u001b[39m');
    expect(print({ findings: [finding()] })).not.to.include('\u001b');
  });

  it('lets no control character of a name or message through', () => {
    const text = print({ findings: [finding({ file: 'x\u001b[2J\n.yaml', message: 'no\u0007\nway' })] });
    expect(text).to.include('x␛[2J␊.yaml:2:4: error: no␇␊way');
  });
});
