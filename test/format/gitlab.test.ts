import { expect } from 'chai';
import { gitlab } from '../../src/format/gitlab.js';
import { reportOf } from '../../src/format/report.js';
import { everything, fullReport } from './full.js';
import { finding, options, outcome, tool } from './reports.js';

interface Entry {
  readonly description: unknown;
  readonly check_name: unknown;
  readonly fingerprint: unknown;
  readonly severity: unknown;
  readonly location: { readonly path: unknown; readonly lines: { readonly begin: unknown } };
}

const parse = (text: string): Entry[] => JSON.parse(text) as Entry[];

describe('format gitlab', () => {
  it('has what GitLab requires of every entry', () => {
    const entries = parse(gitlab(fullReport, everything));
    expect(entries).to.have.length(fullReport.errors.length + fullReport.findings.length);
    for (const entry of entries) {
      expect(entry.description).to.be.a('string').that.matches(/^.+$/);
      expect(entry.check_name)
        .to.be.a('string')
        .that.matches(/^[\w-]+$/);
      expect(entry.severity).to.be.oneOf(['info', 'minor', 'major', 'critical', 'blocker']);
      expect(entry.location.path).to.be.a('string').that.does.not.match(/^\.\//);
      expect(entry.location.lines.begin).to.be.a('number').that.is.greaterThan(0);
    }
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).to.equal(entries.length);
  });

  it('points at the source of a CDK app, and names the template', () => {
    const construct = { path: 'OnCall/Sms', file: 'lib/oncall.ts', line: 8, column: 3 };
    const [entry] = parse(gitlab(reportOf(outcome({ findings: [finding({ construct })] }), tool), options()));
    expect(entry?.location).to.deep.equal({ path: 'lib/oncall.ts', lines: { begin: 8, end: 8 } });
    expect(entry?.description).to.equal('Something is wrong. (in a.yaml:2:4)');
  });

  it('ranks problems above all, because half a result must not look clean', () => {
    const findings = [finding(), finding({ severity: 'warning' }), finding({ severity: 'info' })];
    const problems = [{ code: 'missing-file', message: 'gone' }] as const;
    const entries = parse(gitlab(reportOf(outcome({ findings, problems }), tool), options()));
    expect(entries.map(({ severity }) => severity)).to.deep.equal(['blocker', 'critical', 'major', 'info']);
    expect(entries[0]?.location.path).to.equal('.');
  });

  it('keeps fingerprints, numbers those that occur again, and names files from the root', () => {
    const findings = [finding({ file: 'x.yaml' }), finding({ file: 'x.yaml' })];
    const entries = parse(gitlab(reportOf(outcome({ findings }), tool), options({ folder: 'infra' })));
    expect(entries.map(({ fingerprint }) => fingerprint)).to.deep.equal(['f1', 'f1-2']);
    expect(entries[0]?.location).to.deep.equal({ path: 'infra/x.yaml', lines: { begin: 2, end: 2 } });
  });

  it('is an empty list for a clean run', () => {
    expect(gitlab(reportOf(outcome(), tool), options())).to.equal('[]\n');
  });
});
