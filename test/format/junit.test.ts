import { expect } from 'chai';
import { junit } from '../../src/format/junit.js';
import { reportOf } from '../../src/format/report.js';
import { SourceFile } from '../../src/text/source-file.js';
import { everything, fullReport } from './full.js';
import { finding, options, outcome, tool, undecided } from './reports.js';
import { readXml, type XmlElement } from './xml.js';

const count = ({ children }: XmlElement, name: string): number =>
  children.filter((testCase) => testCase.children.some((child) => child.name === name)).length;

/** The schema of Jenkins's xunit plugin (junit-10.xsd), as far as it concerns us: attributes and children. */
const schema: Readonly<Record<string, { readonly attributes: string; readonly children: string }>> = {
  testsuites: { attributes: 'name time tests failures errors', children: 'testsuite' },
  testsuite: {
    attributes: 'name tests failures errors group time skipped timestamp hostname id package file log url',
    children: 'testsuite properties testcase system-out system-err',
  },
  testcase: {
    attributes: 'name time classname group',
    children: 'skipped error failure system-out system-err',
  },
  failure: { attributes: 'type message', children: '' },
  error: { attributes: 'type message', children: '' },
  skipped: { attributes: 'type message', children: '' },
  'system-out': { attributes: '', children: '' },
};

function schemaFaults({ name, attributes, children }: XmlElement): string[] {
  const known = schema[name] ?? { attributes: '', children: '' };
  const strange = (names: readonly string[], allowed: string): string[] =>
    names.filter((one) => !allowed.split(' ').includes(one)).map((one) => `${name}: ${one}`);
  return [
    ...strange(Object.keys(attributes), known.attributes),
    ...strange(
      children.map((child) => child.name),
      known.children,
    ),
    ...children.flatMap(schemaFaults),
  ];
}

describe('format junit', () => {
  it('is suites of cases whose counts are right, as Jenkins reads them', () => {
    const root = readXml(junit(fullReport, everything));
    expect(root.name).to.equal('testsuites');
    const sum = (name: string): number =>
      root.children.reduce((total, { attributes }) => total + Number(attributes[name]), 0);
    for (const name of ['tests', 'failures', 'errors'])
      expect(root.attributes[name]).to.equal(String(sum(name)));
    for (const suite of root.children) {
      expect(suite.name).to.equal('testsuite');
      expect(suite.attributes['tests']).to.equal(String(suite.children.length));
      expect(suite.attributes['failures']).to.equal(String(count(suite, 'failure')));
      expect(suite.attributes['errors']).to.equal(String(count(suite, 'error')));
      expect(suite.attributes['skipped']).to.equal(String(count(suite, 'skipped')));
      for (const testCase of suite.children) {
        expect(testCase.name).to.equal('testcase');
      }
    }
    expect(sum('errors')).to.equal(3);
  });

  it('has only what the schema of Jenkins knows', () => {
    expect(schemaFaults(readXml(junit(fullReport, everything)))).to.deep.equal([]);
    expect(schemaFaults(readXml('<testsuites><testcase name="x" file="y"/></testsuites>'))).to.deep.equal([
      'testsuites: testcase',
      'testcase: file',
    ]);
  });

  it('fails for errors and warnings, and passes for information and for files without findings', () => {
    const findings = [finding(), finding({ severity: 'warning' }), finding({ severity: 'info' })];
    const sources = new Map(['a.yaml', 'b.yaml'].map((name) => [name, new SourceFile(name, '')]));
    const report = reportOf(outcome({ findings, undecided: [undecided()] }), tool);
    const root = readXml(junit(report, options({ sources })));
    const shown = root.children.map(({ attributes, children }) => [
      attributes['name'],
      ...children.map((testCase) => testCase.children[0]?.name ?? 'passed'),
    ]);
    expect(shown).to.deep.equal([
      ['a.yaml', 'failure', 'failure', 'system-out'],
      ['b.yaml', 'passed'],
    ]);
    const failure = root.children[0]?.children[0]?.children[0];
    expect(failure?.attributes).to.deep.equal({ message: 'Something is wrong.', type: 'error' });
    expect(failure?.text).to.equal(
      'a.yaml:2:4: error: Something is wrong.\nDo it right.\nhttps://example.com/some-rule',
    );
  });
});
