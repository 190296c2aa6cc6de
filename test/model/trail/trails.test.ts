import { expect } from 'chai';
import { readTemplate } from '../../../src/dialect/read-template.js';
import { ExportTable } from '../../../src/dialect/template.js';
import type { Coverage } from '../../../src/model/trail/coverage.js';
import { firstIncidentManagerResource } from '../../../src/model/incident-manager.js';
import { hasSeveralRegions, isAlone } from '../../../src/model/trail/trail-judgements.js';
import { recordingsOf, regionChoices } from '../../../src/model/trail/trails.js';
import { Workspace } from '../../../src/model/workspace.js';
import { parseYaml } from '../../../src/parse/yaml.js';
import { SourceFile } from '../../../src/text/source-file.js';
import { describe as describeAssumptions } from '../../../src/value/assumption.js';
import { isDoubt, type Tri } from '../../../src/value/tri.js';

function workspaceOf(...texts: string[]): Workspace {
  const exports = new ExportTable();
  const names = ['b.yaml', 'a.yaml'];
  return new Workspace(
    texts.map((text, index) => {
      const file = new SourceFile(names[index] ?? 'c.yaml', text);
      return readTemplate(parseYaml(file), exports);
    }),
  );
}

const head = `
Parameters: { Stage: { Type: String } }
Conditions: { IsProd: !Equals [!Ref Stage, prod] }
Resources:`;

const trail = (properties: string): string =>
  `${head}\n  Trail: { Type: AWS::CloudTrail::Trail, Properties: { ${properties} } }`;

const store = (properties: string): string =>
  `${head}\n  Store: { Type: AWS::CloudTrail::EventDataStore, Properties: { ${properties} } }`;

const select = (...fields: string[]): string =>
  `AdvancedEventSelectors: [{ FieldSelectors: [{ Field: eventCategory, Equals: [Management] }, ${fields.join(', ')}] }]`;

function sign(answer: Tri): string {
  return isDoubt(answer) ? '?' : answer ? '+' : '-';
}

/** Reads and writes of incidents, then of contacts. */
function show(coverage: Coverage): string {
  return coverage.map(sign).join('');
}

/** Every way in which the only recorder of a template records: `when: ++--`. */
function recordings(template: string): string[] {
  const workspace = workspaceOf(template);
  return [...workspace.all('trail'), ...workspace.all('event-data-store')].flatMap((recorder) =>
    recordingsOf(recorder).map(
      ({ coverage, when }) => `${describeAssumptions(when) ?? 'always'}: ${show(coverage)}`,
    ),
  );
}

describe('what a trail records of Incident Manager', () => {
  it('is everything without selectors, with empty ones, and with AWS::NoValue', () => {
    for (const selectors of [
      '',
      'EventSelectors: []',
      'AdvancedEventSelectors: []',
      'EventSelectors: !Ref AWS::NoValue',
    ])
      expect(recordings(trail(selectors)), selectors).to.deep.equal(['always: ++++']);
  });

  it('is nothing while it does not log', () => {
    for (const flag of ['false', "'false'", 'no', 'off', "'False'"])
      expect(recordings(trail(`IsLogging: ${flag}`)), flag).to.deep.equal(['always: ----']);
    expect(recordings(trail('IsLogging: !Ref Stage'))).to.deep.equal(['always: ????']);
  });

  it('is what its basic selectors give together', () => {
    expect(recordings(trail('EventSelectors: [{ ReadWriteType: ReadOnly }]'))).to.deep.equal([
      'always: +-+-',
    ]);
    expect(
      recordings(trail('EventSelectors: [{ ReadWriteType: ReadOnly }, { ReadWriteType: WriteOnly }]')),
    ).to.deep.equal(['always: ++++']);
    expect(recordings(trail('EventSelectors: { IncludeManagementEvents: false }'))).to.deep.equal([
      'always: ----',
    ]);
    expect(
      recordings(
        trail(
          'EventSelectors: [{ IncludeManagementEvents: false }, !Ref AWS::NoValue, { ReadWriteType: !Ref Stage }]',
        ),
      ),
    ).to.deep.equal(['always: ????']);
  });

  it('is told for each arm of a condition, and never for arms that exclude each other', () => {
    expect(
      recordings(
        trail(
          'IsLogging: !If [IsProd, true, false], EventSelectors: !If [IsProd, [{ ReadWriteType: ReadOnly }], !Ref AWS::NoValue]',
        ),
      ),
    ).to.deep.equal(['IsProd: +-+-', 'not IsProd: ----']);
  });

  it('follows its advanced selectors rather than its basic ones', () => {
    expect(
      recordings(trail(`EventSelectors: [{}], ${select('{ Field: readOnly, Equals: [true] }')}`)),
    ).to.deep.equal(['always: +-+-']);
  });

  it('is unknown with lists that are not known', () => {
    expect(recordings(trail('EventSelectors: !ImportValue Elsewhere'))).to.deep.equal(['always: ????']);
    expect(
      recordings(trail('AdvancedEventSelectors: [{ FieldSelectors: !ImportValue Elsewhere }]')),
    ).to.deep.equal(['always: ????']);
    expect(
      recordings(
        trail(
          'AdvancedEventSelectors: [{ FieldSelectors: [{ Field: eventCategory, Equals: !ImportValue Elsewhere }] }]',
        ),
      ),
    ).to.deep.equal(['always: ????']);
  });

  it('is unknown where its selectors depend on more conditions than are followed', () => {
    const names = Array.from({ length: 12 }, (_, index) => `C${String(index)}`);
    const selectors = names.map(
      (name) => `!If [${name}, { IncludeManagementEvents: false }, { ReadWriteType: ReadOnly }]`,
    );
    const template = trail(`EventSelectors: [${selectors.join(', ')}]`);
    expect(recordings(template)).to.deep.equal(['always: ????']);
  });
});

describe('what an event data store records of Incident Manager', () => {
  const incidents = 'ssm-incidents.amazonaws.com';

  it('is everything without properties, and nothing without ingestion', () => {
    expect(recordings(`${head}\n  Store: { Type: AWS::CloudTrail::EventDataStore }`)).to.deep.equal([
      'always: ++++',
    ]);
    expect(recordings(store('IngestionEnabled: false'))).to.deep.equal(['always: ----']);
  });

  it('is what passes every field selector', () => {
    const cases: Record<string, string> = {
      [`{ Field: eventSource, Equals: [${incidents}] }`]: '++--',
      [`{ Field: eventSource, NotEquals: [${incidents}] }`]: '--++',
      '{ Field: eventSource, StartsWith: [ssm-] }': '++++',
      '{ Field: eventSource, StartsWith: [ssm-], NotEndsWith: [contacts.amazonaws.com] }': '++--',
      '{ Field: eventSource, EndsWith: [s.amazonaws.com], NotStartsWith: [ssm-i] }': '--++',
      [`{ Field: eventSource, Equals: [${incidents}] }, { Field: readOnly, Equals: ['false'] }`]: '-+--',
      '{ Field: eventType, Equals: [AwsServiceEvent] }': '----',
      '{ Field: eventName, Equals: [StartIncident] }': '----',
      '{ Field: eventName, NotEquals: [Decrypt] }': '????',
      '{ Field: userIdentity.arn, NotEquals: [x] }, { Field: readOnly, Equals: [true] }': '?-?-',
      '{ Field: !Ref Stage, Equals: [x] }': '????',
    };
    for (const [fields, coverage] of Object.entries(cases))
      expect(recordings(store(select(fields))), fields).to.deep.equal([`always: ${coverage}`]);
  });

  it('is nothing with selectors of other categories, or of none', () => {
    for (const fields of ['{ Field: eventCategory, Equals: [Data] }', '{ Field: readOnly, Equals: [true] }'])
      expect(
        recordings(store(`AdvancedEventSelectors: [{ FieldSelectors: [${fields}] }]`)),
        fields,
      ).to.deep.equal(['always: ----']);
  });
});

describe('the Regions of a recorder', () => {
  const single = (template: string): string[] => {
    const workspace = workspaceOf(template);
    return [...workspace.all('trail'), ...workspace.all('event-data-store')].flatMap((recorder) =>
      regionChoices(recorder).map(({ isSingle }) => sign(isSingle)),
    );
  };

  it('are one for a trail that says nothing, and unknown for such a store', () => {
    expect(single(trail('S3BucketName: audit'))).to.deep.equal(['+']);
    expect(single(trail('IsMultiRegionTrail: true'))).to.deep.equal(['-']);
    expect(single(store('RetentionPeriod: 90'))).to.deep.equal(['?']);
    expect(single(store('MultiRegionEnabled: false'))).to.deep.equal(['+']);
  });

  it('can be several only together', () => {
    const regions = (list: string): Workspace =>
      workspaceOf(
        `${head}\n  Set: { Type: AWS::SSMIncidents::ReplicationSet, Properties: { Regions: ${list} } }`,
      );
    const two = regions('[{ RegionName: a }, { RegionName: b }]');
    expect(hasSeveralRegions(two, [])).to.equal(true);
    expect(hasSeveralRegions(regions('[{ RegionName: a }, { RegionName: a }]'), [])).to.equal(false);
    expect(hasSeveralRegions(regions('[{ RegionName: !If [IsProd, a, b] }]'), [])).to.equal(false);
    expect(hasSeveralRegions(regions('[{ RegionName: a }, { RegionName: !Ref Stage }]'), [])).to.equal(false);
  });
});

describe('a recorder among others', () => {
  const pair = workspaceOf(`${head}
  One: { Type: AWS::CloudTrail::Trail, Condition: IsProd, Properties: {} }
  Other: { Type: AWS::CloudTrail::Trail, Properties: {} }`);

  it('is alone where no other exists', () => {
    const [one, other] = pair.all('trail');
    expect(one && isAlone(pair, one, one.when)).to.equal(false);
    const opposite = (one?.when ?? []).map((assumption) =>
      assumption.kind === 'condition' ? { ...assumption, holds: false } : assumption,
    );
    expect(other && isAlone(pair, other, opposite)).to.equal(true);
  });
});

describe('the first Incident Manager resource', () => {
  it('is the first by file name and position, whatever the order of the files', () => {
    const contact = '{ Type: AWS::SSMContacts::Contact, Properties: {} }';
    const workspace = workspaceOf(
      `Resources: { Bob: ${contact} }`,
      `Resources: { Topic: { Type: AWS::SNS::Topic }, Eve: ${contact}, Ann: ${contact} }`,
    );
    expect(firstIncidentManagerResource(workspace)?.name).to.equal('Eve');
    expect(firstIncidentManagerResource(workspaceOf('Resources: {}'))).to.equal(undefined);
  });
});
