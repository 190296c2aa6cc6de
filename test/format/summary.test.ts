import { expect } from 'chai';
import { reportOf } from '../../src/format/report.js';
import { summaryLine } from '../../src/format/summary.js';
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
