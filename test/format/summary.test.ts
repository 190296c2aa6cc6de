import { expect } from 'chai';
import { reportOf } from '../../src/format/report.js';
import { contextLines, summaryLine } from '../../src/format/summary.js';
import { finding, outcome, tool, undecided } from './reports.js';

describe('the summary line', () => {
  it('counts findings by severity', () => {
    const findings = [finding(), finding(), finding({ severity: 'warning' }), finding({ severity: 'info' })];
    expect(summaryLine(reportOf(outcome({ findings, undecided: [undecided()] }), tool))).to.equal(
      '✖ 4 findings (2 errors, 1 warning, 1 info), 1 undecided in 3 files',
    );
  });

  it('has the singular of everything', () => {
    expect(summaryLine(reportOf(outcome({ files: 1, resources: 1 }), tool))).to.equal(
      '✓ no findings in 1 file (1 resource)',
    );
  });
});

describe('the lines on the context', () => {
  it('give the references of what is declared to exist elsewhere, without personal data', () => {
    const external = { scp: 'p-1, ask sec@corp.example', cloudtrail: 'org-trail', resourceGroups: undefined };
    const report = reportOf(outcome(), tool, external);
    expect(report.external).to.deep.equal({ cloudtrail: 'org-trail', scp: 'p-1, ask ••••••••••••••••' });
    expect(contextLines(report)).to.deep.equal([
      'not looked for, because the configuration declares it: cloudtrail (org-trail), scp (p-1, ask ••••••••••••••••)',
    ]);
  });

  it('are none where nothing is declared', () => {
    const report = reportOf(outcome(), tool, {});
    expect(report).not.to.have.property('external');
    expect(contextLines(report)).to.deep.equal([]);
  });
});
