import { expect } from 'chai';
import { reportOf } from '../../src/format/report.js';
import { unix } from '../../src/format/unix.js';
import { finding, outcome, tool, undecided } from './reports.js';

describe('format unix', () => {
  it('prints one line a finding and nothing else', () => {
    const findings = [finding(), finding({ severity: 'info', message: 'two\nlines\u001b[2J' })];
    expect(unix(reportOf(outcome({ findings, undecided: [undecided()] }), tool))).to.equal(
      'a.yaml:2:4: error: Something is wrong. [some-rule]\na.yaml:2:4: info: two␊lines␛[2J [some-rule]\n',
    );
  });

  it('prints the source of a CDK app first, and the template beside it', () => {
    const construct = { path: 'OnCall/Sms', file: 'lib/oncall.ts', line: 8, column: 3 };
    const findings = [finding({ construct }), finding({ construct: { path: 'OnCall/Sms' } })];
    expect(unix(reportOf(outcome({ findings }), tool))).to.equal(
      'lib/oncall.ts:8:3: error: Something is wrong. (in a.yaml:2:4) [some-rule]\na.yaml:2:4: error: Something is wrong. [some-rule]\n',
    );
  });

  it('says what a possible finding rests on, within its message', () => {
    const findings = [finding({ certainty: 'possible', when: 'IsProd' })];
    expect(unix(reportOf(outcome({ findings }), tool))).to.equal(
      'a.yaml:2:4: error: Something is wrong. (Possible: when IsProd.) [some-rule]\n',
    );
  });

  it('prints nothing for a clean result', () => {
    expect(unix(reportOf(outcome(), tool))).to.equal('');
  });
});
