import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { IncidentLint } from '../../src/cdk-plugin/index.js';
import { versionWithoutPlugins } from '../../src/cdk-plugin/library.js';
import { temporaryFolder } from '../temporary-folder.js';

interface Report {
  readonly pluginReports: readonly {
    readonly pluginName: string;
    readonly conclusion: string;
    readonly violations: readonly ReportedViolation[];
    readonly suppressedViolations?: readonly ReportedViolation[];
  }[];
}

interface ReportedViolation {
  readonly ruleName: string;
  readonly severity: string;
  readonly suggestedFix: string;
  readonly violatingConstructs: readonly {
    readonly constructPath: string;
    readonly cloudFormationResource: { readonly propertyPaths?: readonly string[] };
  }[];
}

const app = fileURLToPath(new URL('app.ts', import.meta.url));
const tsx = import.meta.resolve('tsx');

/** Synthesises the app in a folder with these files; its output folder is given as it is. */
function synthesise(how: string, files: Readonly<Record<string, string>> = {}, out?: string) {
  const cwd = temporaryFolder({
    'incident-lint.yaml': "external: { cloudtrail: 'the trail of the platform team' }\n",
    ...files,
  });
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', tsx, app, out ?? path.join(cwd, 'out'), how],
    {
      cwd,
      encoding: 'utf8',
    },
  );
  const file = path.join(cwd, 'out/validation-report.json');
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;
  const ours = report?.pluginReports.find(({ pluginName }) => pluginName === 'incident-lint');
  return { status, stderr, ours };
}

describe("CDK's plugin", () => {
  it('fails the synthesis with the construct, the property, the severity and what to do', () => {
    const { status, stderr, ours } = synthesise('faulty');
    expect(status).to.equal(1);
    expect(stderr).to.match(/app\.ts:\d+:\d+\nERROR Channel "AliceSms" is created inactive/);
    const [violation] = ours?.violations ?? [];
    expect(violation).to.include({ ruleName: 'channel-unverified', severity: 'error' });
    expect(violation?.suggestedFix).to.match(/^Check that the address belongs to the contact/);
    expect(violation?.violatingConstructs[0]?.constructPath).to.equal('OnCall/AliceSms');
    expect(violation?.violatingConstructs[0]?.cloudFormationResource.propertyPaths).to.deep.equal([
      'Properties.DeferActivation',
    ]);
  });

  it('lets a clean app through', () => {
    const { status, stderr } = synthesise('clean');
    expect(stderr).to.equal('');
    expect(status).to.equal(0);
  });

  it('honours what is acknowledged', () => {
    const { status, ours } = synthesise('acknowledged');
    expect(status).to.equal(0);
    expect(ours?.suppressedViolations?.map(({ ruleName }) => ruleName)).to.deep.equal(['channel-unverified']);
  });

  it('sees the stacks of stages, and all stacks together', () => {
    const path = synthesise('stage').ours?.violations[0]?.violatingConstructs[0]?.constructPath;
    expect(path).to.equal('Production/OnCall/AliceSms');
    const rules = synthesise('several', { 'incident-lint.yaml': 'failOn: error\n' }).ours?.violations;
    expect(rules?.filter(({ ruleName }) => ruleName === 'trail-missing')).to.have.lengthOf(1);
  });

  it('sees the stacks that are nested in others, and what refers to them', () => {
    for (const out of [undefined, 'out']) {
      const violations = synthesise('nested', {}, out).ours?.violations ?? [];
      const told = violations.map(({ ruleName, violatingConstructs: [construct] }) =>
        [ruleName, construct?.constructPath].join(' '),
      );
      expect(told).to.include('channel-unverified Production/OnCall/Outer/Inner/AliceSms');
      expect(told).to.include('plan-unreachable-channels Production/OnCall/Plans/Plan');
      const rules = violations.map(({ ruleName }) => ruleName);
      expect(rules).not.to.include.members(['contact-without-channel']);
      expect(rules).not.to.include.members(['contact-without-plan']);
    }
  });

  it('heeds the configuration and its own properties', () => {
    expect(synthesise('quiet').status).to.equal(0);
    const off = { 'incident-lint.yaml': 'failOn: never\nrules: { trail-missing: off }\n' };
    expect(synthesise('faulty', off).status).to.equal(0);
  });

  it('works through the interface of older versions', () => {
    const { status, ours } = synthesise('old');
    expect(status).to.equal(1);
    expect(ours?.violations.map(({ ruleName }) => ruleName)).to.deep.equal(['channel-unverified']);
  });

  it('says why it cannot judge', () => {
    const { status, stderr } = synthesise('clean', { 'incident-lint.yaml': 'profil: strict\n' });
    expect(status).to.equal(1);
    expect(stderr).to.include('incident-lint cannot judge the app: ');
    expect(stderr).to.include('profil');
  });

  it('says so where aws-cdk-lib is too old to call it', () => {
    const libraryOf = (version: string): string =>
      temporaryFolder({ 'node_modules/aws-cdk-lib/package.json': `{ "version": "${version}" }` });
    expect(versionWithoutPlugins(libraryOf('2.70.0'))).to.equal('2.70.0');
    expect(versionWithoutPlugins(libraryOf('2.71.0'))).to.equal(undefined);
    expect(versionWithoutPlugins(temporaryFolder())).to.equal(undefined);
    const files = { 'node_modules/aws-cdk-lib/package.json': '{ "version": "2.60.0" }' };
    expect(synthesise('old', files).stderr).to.include('aws-cdk-lib 2.60.0 calls no plugins');
  });

  it('refuses a rule that does not exist', () => {
    expect(() => new IncidentLint({ rules: { 'channel-unverifed': 'off' } })).to.throw(
      'incident-lint has no rule "channel-unverifed"',
    );
  });
});
