import { expect } from 'chai';
import { json } from '../../src/format/json.js';
import { reportOf } from '../../src/format/report.js';
import { finding, outcome, tool, undecided } from './reports.js';

describe('format json', () => {
  const resource = { type: 'AWS::SNS::Topic', name: 'T', sourceType: 'AWS::SNS::Topic' };

  it('has the keys of version 1 in their order', () => {
    const related = [{ file: 'b.yaml', range: finding().range, message: 'here' }];
    const text = json(
      reportOf(
        outcome({
          findings: [finding({ resource, when: 'IsProd', related })],
          undecided: [undecided({ resource })],
          problems: [{ code: 'malformed-yaml', message: 'bad', range: finding().range, file: 'c.yaml' }],
        }),
        tool,
      ),
    );
    const report = JSON.parse(text) as Record<'summary' | 'tool', object> & Record<string, object[]>;
    const keys = (value: object | undefined): string => Object.keys(value ?? {}).join(' ');
    expect(keys(report)).to.equal('version tool summary findings undecided errors');
    expect(keys(report.tool)).to.equal('name version');
    expect(keys(report.summary)).to.equal(
      'files resources errors warnings infos suppressed baselined undecided',
    );
    expect(keys(report['findings']?.[0])).to.equal(
      'ruleId severity certainty message file range path resource when related help docs fingerprint',
    );
    expect(keys(report['undecided']?.[0])).to.equal('ruleId file range resource reason settle');
    expect(keys(report['errors']?.[0])).to.equal('file range message code');
  });

  it('leaves out what is not there, and ends with a line break', () => {
    const text = json(
      reportOf(outcome({ findings: [finding()], problems: [{ message: 'm', code: 'no-templates' }] }), tool),
    );
    expect(text).not.to.match(/"(resource|when|related)"|null/);
    expect((JSON.parse(text) as { errors: unknown }).errors).to.deep.equal([
      { message: 'm', code: 'no-templates' },
    ]);
    expect(text).to.match(/[^\n]\n$/);
  });

  it('lists warnings apart from what makes the result incomplete', () => {
    const warning = { message: 'm', code: 'newer-format', severity: 'warning' } as const;
    const report = reportOf(outcome({ problems: [warning] }), tool);
    expect(report.errors).to.deep.equal([]);
    expect(report.warnings).to.deep.equal([{ message: 'm', code: 'newer-format' }]);
  });

  it('escapes what a terminal would obey, and keeps it', () => {
    const message = 'a\u009b2J\u202eb\u001b[0m';
    const text = json(reportOf(outcome({ findings: [finding({ message })] }), tool));
    for (const sign of ['\u001b', '\u009b', '\u202e']) expect(text).not.to.include(sign);
    expect((JSON.parse(text) as { findings: { message: string }[] }).findings[0]?.message).to.equal(message);
  });
});
