import { expect } from 'chai';
import { checkstyle } from '../../src/format/checkstyle.js';
import { reportOf } from '../../src/format/report.js';
import { fullReport, hostile } from './full.js';
import { finding, outcome, tool } from './reports.js';
import { readXml } from './xml.js';

describe('format checkstyle', () => {
  it('is files of errors, as readers of Checkstyle expect them', () => {
    const root = readXml(checkstyle(fullReport));
    expect([root.name, root.attributes]).to.deep.equal(['checkstyle', { version: '4.3' }]);
    const files = root.children.map(({ attributes }) => attributes['name']);
    expect(files).to.deep.equal([...new Set(files)]);
    const errors = root.children.flatMap(({ children }) => children);
    expect(errors).to.have.length(fullReport.errors.length + fullReport.findings.length);
    for (const { name, attributes } of errors) {
      expect(name).to.equal('error');
      expect(Object.keys(attributes)).to.deep.equal(['line', 'column', 'severity', 'message', 'source']);
      expect(attributes['line']).to.match(/^[1-9]\d*$/);
      expect(attributes['severity']).to.be.oneOf(['error', 'warning', 'info']);
    }
  });

  it('holds any text, made visible', () => {
    const root = readXml(checkstyle(reportOf(outcome({ findings: [finding({ message: hostile })] }), tool)));
    expect(root.children[0]?.children[0]?.attributes).to.deep.equal({
      line: '2',
      column: '4',
      severity: 'error',
      message: hostile.replace('\u001b', '␛').replace('\u202e', '\ufffd'),
      source: 'incident-lint.some-rule',
    });
  });

  it('points at the source of a CDK app, and names the template', () => {
    const construct = { path: 'OnCall/Sms', file: 'lib/oncall.ts', line: 8, column: 3 };
    const root = readXml(checkstyle(reportOf(outcome({ findings: [finding({ construct })] }), tool)));
    expect(root.children[0]?.attributes['name']).to.equal('lib/oncall.ts');
    const { line, column, message } = root.children[0]?.children[0]?.attributes ?? {};
    expect([line, column, message]).to.deep.equal(['8', '3', 'Something is wrong. (in a.yaml:2:4)']);
  });

  it('is an empty document for a clean run', () => {
    expect(checkstyle(reportOf(outcome(), tool))).to.equal(
      '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3"/>\n',
    );
  });
});
