import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import ts from 'typescript';
import cdkPackage from 'aws-cdk-lib/package.json' with { type: 'json' };
import { rule } from '../../src/rule/rule.js';
import { temporaryFolder } from '../temporary-folder.js';
import { synthesizeOnCall } from './apps/on-call.js';
import { constructLine, lintFolder } from './lint-folder.js';

const { version } = cdkPackage;
const apps = path.join(import.meta.dirname, 'apps');
const source = readFileSync(path.join(apps, 'on-call.ts'), 'utf8').split('\n');

/** Where a text stands in the app, as `on-call.ts:line:column`. */
function at(text: string): string {
  const line = source.findIndex((candidate) => candidate.includes(text));
  return `on-call.ts:${String(line + 1)}:${String((source[line] ?? '').indexOf(text) + 1)}`;
}

describe('a CDK app', () => {
  let out: string;
  before(() => {
    out = path.join(temporaryFolder(), 'cdk.out');
    synthesizeOnCall(out);
  });

  it('is read by its manifest: the templates of stacks, stages and nested stacks, and nothing else', async () => {
    const { outcome, sources } = await lintFolder(apps, [out], []);
    expect(outcome.problems).to.deep.equal([]);
    const names = [...sources.keys()].map((name) => path.basename(name));
    const written = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.template.json'),
    );
    expect(names).to.have.members(written.map((name) => path.basename(name)));
    expect(names).to.have.length(12);
  });

  it('has its findings at the lines that create the constructs', async () => {
    const { outcome } = await lintFolder(apps, [out], ['channel-unverified', 'iam-wildcard-action']);
    expect(outcome.findings.map(constructLine)).to.deep.equal([
      `OnCall/AliceSms @ ${at('new CfnContactChannel')}`,
      `OnCall/Responder/DefaultPolicy/Resource @ ${at('addToPolicy')}`,
      `Prod/OnCall/AliceSms @ ${at('new CfnContactChannel')}`,
      `Prod/OnCall/Responder/DefaultPolicy/Resource @ ${at('addToPolicy')}`,
    ]);
  });

  it('has those of L2 constructs in nested stacks there too', async () => {
    const { outcome } = await lintFolder(apps, [out], ['chat-guardrail-missing']);
    expect(outcome.findings.map(constructLine)).to.deep.equal([
      `OnCall/Chat/Slack/Resource @ ${at('new SlackChannelConfiguration')}`,
      `Prod/OnCall/Chat/Slack/Resource @ ${at('new SlackChannelConfiguration')}`,
    ]);
  });

  it('is followed over exports, outputs, nested stacks and Regions', async () => {
    const { outcome } = await lintFolder(apps, [out], ['chat-topic-cannot-publish']);
    expect(outcome.undecided).to.deep.equal([]);
    expect(outcome.findings.map(({ construct }) => construct?.path)).to.have.members([
      'Exported/Plan',
      'OnCall/Inner/Innermost/Nested',
      'Overseas/Plan',
      'Weak/Plan',
      'Prod/OnCall/Inner/Innermost/Nested',
      'Prod/Response/Plan',
    ]);
    const topics = outcome.findings.map(({ related }) => path.basename(related?.[0]?.file ?? ''));
    expect(topics.filter((name) => /^OnCallChat.*\.nested\.template\.json$/.test(name))).to.have.length(4);
    expect(topics.filter((name) => /^ProdOnCallChat.*\.nested\.template\.json$/.test(name))).to.have.length(
      2,
    );
  });

  it('has the same construct for a template that is named alone', async () => {
    const { outcome } = await lintFolder(
      apps,
      [path.join(out, 'OnCall.template.json')],
      ['channel-unverified'],
    );
    expect(outcome.findings.map(constructLine)).to.deep.equal([
      `OnCall/AliceSms @ ${at('new CfnContactChannel')}`,
    ]);
    const stage = path.join(out, 'assembly-Prod', 'ProdOnCallD4C0B8C9.template.json');
    const named = await lintFolder(apps, [stage], ['channel-unverified']);
    expect(named.outcome.findings.map(constructLine)).to.deep.equal([
      `Prod/OnCall/AliceSms @ ${at('new CfnContactChannel')}`,
    ]);
  });

  it('shows the source of a finding', async () => {
    const { sources } = await lintFolder(apps, [out], ['channel-unverified']);
    expect(sources.get('on-call.ts')?.text).to.equal(source.join('\n'));
  });

  it('is not asked to name sources outside of the project', async () => {
    const { outcome } = await lintFolder(temporaryFolder(), [out], ['channel-unverified']);
    expect(outcome.findings.map(constructLine)).to.deep.equal(['OnCall/AliceSms', 'Prod/OnCall/AliceSms']);
  });

  it('leaves what CDK validates itself to CDK', async () => {
    const folder = temporaryFolder();
    synthesizeOnCall(path.join(folder, 'cdk.out'));
    const file = path.join(folder, 'cdk.out', 'OnCall.template.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"ChannelName"', '"ChannelNam"'));
    expect((await lintFolder(folder, ['.'], ['schema-invalid'])).outcome.findings).to.deep.equal([]);
    const alone = temporaryFolder({ 'OnCall.json': readFileSync(file) });
    expect((await lintFolder(alone, ['.'], ['schema-invalid'])).outcome.findings).to.have.length.above(0);
  });
});

describe('a CDK app without traces', () => {
  it('has the paths of its constructs', async () => {
    const out = path.join(temporaryFolder(), 'cdk.out');
    synthesizeOnCall(out, { 'aws:cdk:disable-creation-stack-traces': true });
    const { outcome } = await lintFolder(apps, [out], ['channel-unverified']);
    expect(outcome.findings.map(constructLine)).to.deep.equal(['OnCall/AliceSms', 'Prod/OnCall/AliceSms']);
  });

  it('has them from the templates alone, too', async () => {
    const out = path.join(temporaryFolder(), 'cdk.out');
    synthesizeOnCall(out, { 'aws:cdk:enable-path-metadata': true });
    const folder = temporaryFolder({ 'a.json': readFileSync(path.join(out, 'OnCall.template.json')) });
    const { outcome } = await lintFolder(folder, ['.'], ['channel-unverified']);
    expect(outcome.findings.map(constructLine)).to.deep.equal(['OnCall/AliceSms']);
  });
});

describe('a CDK app in JavaScript', () => {
  const text = `import { App, Stack } from 'aws-cdk-lib';
import { CfnContactChannel } from 'aws-cdk-lib/aws-ssmcontacts';

const app: App = new App({ outdir: 'cdk.out' });
const stack = new Stack(app, 'OnCall');
interface Named { readonly name: string }
const sms: Named = { name: 'sms' };
  new CfnContactChannel(stack, 'Sms', {
  contactId: 'arn:aws:ssm-contacts:eu-west-1:111122223333:contact/alice',
  channelName: sms.name, channelType: 'SMS', channelAddress: '+12025550100', deferActivation: true,
});
app.synth();
`;

  /** Synthesises the app in a folder of its own, and says where its channel was found. */
  async function linesOf(files: Readonly<Record<string, string>>, entry: string): Promise<string[]> {
    const folder = temporaryFolder({ 'package.json': '{ "type": "commonjs" }', ...files });
    symlinkSync(path.join(import.meta.dirname, '../../node_modules'), path.join(folder, 'node_modules'));
    const { status, stderr } = spawnSync(process.execPath, [entry], { cwd: folder, encoding: 'utf8' });
    expect([status, stderr]).to.deep.equal([0, '']);
    const { outcome } = await lintFolder(folder, ['cdk.out'], ['channel-unverified']);
    return outcome.findings.map(constructLine);
  }

  it('has its findings at the top of an ES module', async () => {
    const js = ts.transpile(text, { module: ts.ModuleKind.ES2022, target: ts.ScriptTarget.ES2022 });
    const line = js.split('\n').findIndex((one) => one.includes('CfnContactChannel(stack')) + 1;
    expect(await linesOf({ 'bin/app.mjs': js }, 'bin/app.mjs')).to.deep.equal([
      `OnCall/Sms @ bin/app.mjs:${String(line)}:1`,
    ]);
  });

  function compiled(options: ts.CompilerOptions): { readonly js: string; readonly map: string } {
    const { outputText, sourceMapText = '' } = ts.transpileModule(text, {
      fileName: '../bin/app.ts',
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, ...options },
    });
    return { js: outputText, map: sourceMapText };
  }

  it('has its findings in the JavaScript', async () => {
    const { js } = compiled({});
    const line = js.split('\n').findIndex((candidate) => candidate.includes('CfnContactChannel(stack')) + 1;
    expect(await linesOf({ 'bin/app.js': js }, 'bin/app.js')).to.deep.equal([
      `OnCall/Sms @ bin/app.js:${String(line)}:1`,
    ]);
  });

  it('has them in the TypeScript that it was compiled from', async () => {
    const { js, map } = compiled({ sourceMap: true });
    const files = {
      'bin/app.ts': text,
      'dist/app.js': js.replace(/sourceMappingURL=.*/, 'sourceMappingURL=app.js.map'),
      'dist/app.js.map': map.replace('"sources":["app.ts"]', '"sources":["../bin/app.ts"]'),
    };
    expect(await linesOf(files, 'dist/app.js')).to.deep.equal(['OnCall/Sms @ bin/app.ts:8:3']);
  });

  it('has them there by a map inside of the JavaScript, too', async () => {
    const { js } = compiled({ inlineSourceMap: true });
    expect(await linesOf({ 'bin/app.ts': text, 'bin/app.js': js }, 'bin/app.js')).to.deep.equal([
      'OnCall/Sms @ bin/app.ts:8:3',
    ]);
  });
});

describe('what a template of a CDK app knows', () => {
  it('is its stack, its environment, its tags and the version of CDK', async () => {
    const out = path.join(temporaryFolder(), 'cdk.out');
    synthesizeOnCall(out);
    const known: unknown[] = [];
    const spy = rule({
      summary: 'Disallow nothing.',
      severity: 'info',
      profile: 'recommended',
      message: 'Nothing.',
      help: '',
      check: {
        resource({ name, place }, { workspace }) {
          const template = workspace.templates.find(({ file }) => file === place.file);
          const { stackName, environment, tags = [] } = template?.assembly ?? {};
          if (name === 'AliceSms') known.push([stackName, environment, [...tags], template?.cdkVersion]);
        },
      },
    });
    await lintFolder(apps, [out], [], { rules: [{ id: 'spy', practice: 'chat', rule: spy }] });
    const environment = { account: '111122223333', region: 'eu-west-1' };
    expect(known).to.deep.equal([
      ['OnCall', environment, [['team', 'payments']], version],
      ['Prod-OnCall', environment, [], version],
    ]);
  });
});
