import { expect } from 'chai';
import { reportOf, type FormatOptions } from '../../src/format/report.js';
import { sarif } from '../../src/format/sarif.js';
import type { Outcome } from '../../src/report/outcome.js';
import { runCommand } from '../command.js';
import { everything, full, hostile, rule } from './full.js';
import { multitool, sarifSchema, validatorFaults } from './multitool.js';
import { finding, options, outcome, tool } from './reports.js';
import { schemaFaults } from './valid.js';

interface Result extends Readonly<Record<string, unknown>> {
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
      readonly region: unknown;
    };
  }[];
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly Readonly<Record<string, unknown>>[] } };
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly Readonly<Record<string, unknown>>[];
  }[];
  readonly results: readonly Result[];
}

function print(given: Partial<Outcome>, formatOptions: Partial<FormatOptions> = {}): string {
  return sarif(reportOf(outcome(given), tool), options(formatOptions));
}

function runOf(given: Partial<Outcome>, formatOptions: Partial<FormatOptions> = {}): Run {
  const { runs } = JSON.parse(print(given, formatOptions)) as { readonly runs: readonly [Run] };
  return runs[0];
}

function uris(run: Run): string[] {
  return run.results.flatMap(({ locations }) =>
    locations.map(({ physicalLocation }) => physicalLocation.artifactLocation.uri),
  );
}

describe('format sarif', () => {
  it('is valid by the schema of SARIF 2.1.0, empty and full', function () {
    if (multitool() === undefined) this.skip();
    const faults = schemaFaults(sarifSchema());
    expect(faults(JSON.parse(print(full, everything)))).to.deep.equal([]);
    expect(faults(JSON.parse(print({})))).to.deep.equal([]);
    expect(faults({ version: '2.1.0' })).not.to.deep.equal([]);
  });

  it("passes Microsoft's validator with GitHub's rules, on a made-up report and a sample", function () {
    const validator = multitool();
    // There are binaries for Linux, macOS and Windows.
    if (validator === undefined) this.skip();
    this.timeout(120_000);
    const sample = runCommand(process.cwd(), [
      ...['samples/cloudformation/many-faults', '--context=none', '--format=sarif', '--undecided'],
    ]);
    expect(sample.out).to.include('"ruleId"');
    for (const text of [print(full, everything), sample.out])
      expect(validatorFaults(validator, text)).to.deep.equal([]);
    expect(
      validatorFaults(validator, print(full).replace('"uri": "a.yaml"', '"uri": "a b.yaml"')),
    ).not.to.deep.equal([]);
  });

  it('has the severity, the place and the fingerprint of a finding', () => {
    const findings = [finding({ severity: 'info' }), finding({ severity: 'warning' }), finding()];
    const { results } = runOf({ findings });
    expect(results.map(({ level }) => level)).to.deep.equal(['note', 'warning', 'error']);
    expect(results[0]?.['partialFingerprints']).to.deep.equal({ 'incidentLint/v1': 'f1' });
    expect(results[0]?.locations[0]?.physicalLocation).to.deep.equal({
      artifactLocation: { uri: 'a.yaml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 2, startColumn: 4, endLine: 2, endColumn: 8 },
    });
  });

  it('is at the source of a CDK app, with the template beside it', () => {
    const construct = { path: 'OnCall/Sms', file: 'lib/oncall.ts', line: 8, column: 3 };
    const [result] = runOf({ findings: [finding({ construct })] }).results;
    expect(result?.locations[0]?.physicalLocation).to.deep.equal({
      artifactLocation: { uri: 'lib/oncall.ts', uriBaseId: '%SRCROOT%' },
      region: { startLine: 8, startColumn: 3, endLine: 8, endColumn: 4 },
    });
    expect(result?.['relatedLocations']).to.deep.equal([
      {
        id: 1,
        physicalLocation: {
          artifactLocation: { uri: 'a.yaml', uriBaseId: '%SRCROOT%' },
          region: { startLine: 2, startColumn: 4, endLine: 2, endColumn: 8 },
        },
        message: { text: 'in the template' },
      },
    ]);
    expect(result?.['properties']).to.include({ construct: 'OnCall/Sms' });
  });

  it('names files as URIs, relative to the root of the repository', () => {
    expect(uris(runOf(full)).slice(0, 3)).to.deep.equal([
      'a.yaml',
      'a%20folder/c%3Ad%2C%2520%C3%A9%3F%23.yaml',
      'file:///D:/x/lone%EF%BF%BD.yaml',
    ]);
    const findings = ['x.yaml', '../y.yaml'].map((file) => finding({ file }));
    expect(uris(runOf({ findings }, { folder: 'infra/prod' }))).to.deep.equal([
      'infra/prod/x.yaml',
      'infra/y.yaml',
    ]);
  });

  it('says in the message under what a possible finding holds', () => {
    const findings = [finding({ certainty: 'possible', when: 'not IsProd' })];
    expect(runOf({ findings }).results[0]?.['message']).to.deep.equal({
      text: 'Something is wrong. (Possible: when not IsProd.)',
    });
  });

  it('makes no link of a name in a message', () => {
    expect(runOf(full).results[0]?.['message']).to.deep.equal({
      text: String.raw`See \[x\](https://evil.example). (Possible: when IsProd.)`,
    });
  });

  it('describes the rules, with a security severity for what is about security', () => {
    const rules = [rule, { ...rule, id: 'b-rule', practice: 'availability', severity: 'info' as const }];
    const described = runOf({ findings: [finding()] }, { rules });
    const [first, second] = described.tool.driver.rules;
    expect(described.results[0]?.['ruleIndex']).to.equal(0);
    expect([first?.['name'], second?.['name']]).to.deep.equal(['SomeRule', 'BRule']);
    expect(first?.['defaultConfiguration']).to.deep.equal({ level: 'error' });
    expect(first?.['help']).to.deep.include({ text: 'Do it right.\n\nhttps://example.com/some-rule' });
    expect(first?.['properties']).to.deep.equal({
      tags: ['security', 'aws', 'incident-manager', 'chat', 'recommended'],
      precision: 'high',
      'problem.severity': 'error',
      'security-severity': '8.0',
    });
    expect(second?.['properties']).not.to.have.property('security-severity');
  });

  it('leaves out what is undecided or suppressed, unless it is to be listed', () => {
    expect(runOf(full).results).to.have.length(4);
    const { results } = runOf(full, everything);
    expect(results.map(({ kind, level }) => [kind, level]).slice(4)).to.deep.equal([
      [undefined, 'error'],
      ['open', 'none'],
    ]);
    expect(results[4]?.['suppressions']).to.deep.equal([
      { kind: 'inSource', status: 'accepted', justification: hostile },
    ]);
  });

  it('is no successful run where something could not be looked at', () => {
    expect(runOf({}).invocations[0]?.executionSuccessful).to.equal(true);
    const [invocation] = runOf(full).invocations;
    expect(invocation?.executionSuccessful).to.equal(false);
    expect(invocation?.toolExecutionNotifications.map(({ descriptor }) => descriptor)).to.deep.equal([
      { id: 'malformed-yaml' },
      { id: 'missing-file' },
      { id: 'bad-usage' },
      { id: 'bad-evidence' },
    ]);
  });
});
