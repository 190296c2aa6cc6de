import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { loadParameters } from '../../src/config/parameters.js';
import { faulty, folderOf, linesOf, manifest, stack, stage } from './assemblies.js';
import { lintFolder } from './lint-folder.js';

describe('a cloud assembly', () => {
  for (const version of [
    '0.33.0',
    '0.36.0',
    '1.0.0',
    '8.0.0',
    '21.0.0',
    '36.0.0',
    '48.0.0',
    '55.0.0',
    '99.0.0',
  ])
    it(`of version ${version} is read`, async () => {
      const files = {
        'out/manifest.json': manifest({ S: stack('S.template.json') }, version),
        'out/S.template.json': faulty,
        'out/S.assets.json': faulty,
        'out/S.metadata.json': faulty,
        'out/tree.json': faulty,
        'out/Gone.template.json': faulty,
        'out/asset.1234/template.json': faulty,
        'out/asset.5678.yaml': 'Resources:\n  Sms: [\n',
        'out/assembly-Gone/X.template.json': faulty,
        'out/assembly-Gone/manifest.json': manifest({ X: stack('X.template.json') }),
      };
      expect(await linesOf(files)).to.deep.equal(['out/S.template.json no construct']);
    });

  it('leaves other files of its folder alone', async () => {
    const files = {
      'manifest.json': manifest({ S: stack('S.template.json') }),
      'S.template.json': faulty,
      'own.json': faulty,
      'stacks/own.template.json': faulty,
    };
    expect(await linesOf(files)).to.have.length(3);
  });

  it('is not seen in the manifest of something else', async () => {
    const app = { version: '1.0', manifest_version: 3, name: 'A web app' };
    expect(await linesOf({ 'manifest.json': app, 'S.template.json': faulty })).to.have.length(1);
    const plugin = { version: '1.0', artifacts: { a: 'b' } };
    expect(await linesOf({ 'manifest.json': plugin, 'S.template.json': faulty })).to.have.length(1);
  });

  it('may have stacks without resources', async () => {
    const files = {
      'manifest.json': manifest({ S: stack('S.template.json') }),
      'S.template.json': { Rules: {} },
    };
    expect(await linesOf({ 'cdk/a.json': faulty, ...files })).to.deep.equal(['cdk/a.json no construct']);
  });

  it('takes a file that the user names for a template, whatever the manifest says', async () => {
    const files = { 'o/manifest.json': manifest({}), 'o/Old.template.json': faulty };
    expect(await linesOf(files, ['o/Old.template.json'])).to.deep.equal(['o/Old.template.json no construct']);
  });

  it('is incomplete without a template that it names', async () => {
    expect(await linesOf({ 'o/manifest.json': manifest({ S: stack('S.template.json') }) })).to.deep.equal([
      'o/S.template.json incomplete-assembly: the manifest names this template, of stack S, and it does not exist: run cdk synth again',
    ]);
  });

  it('is incomplete with half a template', async () => {
    const files = {
      'o/manifest.json': manifest({ S: stack('S.template.json') }),
      'o/S.template.json': '{ "Reso',
    };
    expect(await linesOf(files)).to.have.length(1);
    expect((await linesOf(files))[0]).to.match(/^o\/S.template.json malformed-json: /);
  });

  it('is incomplete without the metadata or the assets that it names, or with half of them', async () => {
    const files = {
      'o/manifest.json': manifest({
        S: stack('S.template.json', {
          additionalMetadataFile: 'S.metadata.json',
          dependencies: ['S.assets'],
        }),
        'S.assets': { type: 'cdk:asset-manifest', properties: { file: 'S.assets.json' } },
        Tree: { type: 'cdk:tree', properties: { file: 'tree.json' } },
      }),
      'o/S.template.json': faulty,
      'o/S.metadata.json': {},
      'o/S.assets.json': {},
      'o/tree.json': {},
    };
    const finding = 'o/S.template.json no construct';
    expect(await linesOf(files)).to.deep.equal([finding]);
    for (const name of ['S.metadata.json', 'S.assets.json', 'tree.json']) {
      const { [`o/${name}`]: _gone, ...others } = files as Record<string, unknown>;
      const told = `o/manifest.json incomplete-assembly: the manifest names ${name}, and it`;
      expect(await linesOf(others)).to.deep.equal([finding, `${told} does not exist: run cdk synth again`]);
      expect(await linesOf({ ...files, [`o/${name}`]: '{ "fi' })).to.deep.equal([
        finding,
        `${told} is malformed JSON: run cdk synth again`,
      ]);
    }
  });

  it('is stale where a template is not the one that it was synthesised with', async () => {
    const text = `${JSON.stringify(faulty, undefined, 1)}\n`;
    const files = (written: string): Record<string, unknown> => ({
      'o/manifest.json': manifest({
        S: stack('S.template.json', { dependencies: ['S.assets'] }),
        'S.assets': { type: 'cdk:asset-manifest', properties: { file: 'S.assets.json' } },
      }),
      'o/S.template.json': written,
      'o/S.assets.json': {
        files: { [createHash('sha256').update(text).digest('hex')]: { source: { path: 'S.template.json' } } },
      },
    });
    const finding = 'o/S.template.json no construct';
    expect(await linesOf(files(text))).to.deep.equal([finding]);
    expect(await linesOf(files(text.replaceAll('\n', '\r\n')))).to.deep.equal([finding]);
    expect(await linesOf(files(text.replace('+12', '+13')))).to.deep.equal([
      finding,
      'o/manifest.json incomplete-assembly: S.template.json is not the template that the assets of its stack tell of: run cdk synth again',
    ]);
  });

  const marker = { version: '55.0.0' };
  it('is incomplete without a manifest, or with half of one', async () => {
    const files = { 'cdk.out/cdk.out': marker, 'cdk.out/S.template.json': faulty };
    expect(await linesOf(files)).to.deep.equal([
      'cdk.out/manifest.json incomplete-assembly: the manifest is missing, so the cloud assembly is not whole: run cdk synth again',
    ]);
    expect(
      await linesOf({ ...files, 'cdk.out/manifest.json': '{ "version": "55.0.0", "arti' }),
    ).to.deep.equal([
      'cdk.out/manifest.json incomplete-assembly: the manifest is malformed JSON, so the cloud assembly is not whole: run cdk synth again',
    ]);
  });

  it('is incomplete while it is locked', async () => {
    const files = {
      'o/manifest.json': manifest({ S: stack('S.template.json') }),
      'o/S.template.json': faulty,
    };
    expect(await linesOf({ ...files, 'o/synth.lock': '4711' })).to.deep.equal([
      'o/S.template.json no construct',
      'o/manifest.json incomplete-assembly: synth.lock says that the cloud assembly is being written, or was when its synthesis broke off: run cdk synth again',
    ]);
    expect(await linesOf({ ...files, 'o/read.4711.1.lock': '' })).to.have.length(1);
  });

  it('is told to have placeholders where nothing was looked up', async () => {
    const vpc = { key: 'vpc-provider', provider: 'vpc-provider', props: {} };
    // Before version 1, an object.
    for (const missing of [[vpc], { 'vpc-provider': vpc }]) {
      const folder = folderOf({
        'o/manifest.json': { ...manifest({ S: stack('S.template.json') }), missing },
        'o/S.template.json': faulty,
      });
      const { outcome } = await lintFolder(folder, ['.'], ['channel-unverified']);
      expect(outcome.findings).to.have.length(1);
      expect(outcome.problems).to.deep.equal([
        {
          file: 'o/manifest.json',
          message:
            'values of the account were not looked up, and placeholders stand for them: run cdk synth again',
          code: 'incomplete-assembly',
          severity: 'warning',
        },
      ]);
    }
  });

  it('is incomplete without a stage that it names', async () => {
    const [line] = await linesOf({ 'o/manifest.json': manifest({ P: stage('assembly-P') }) });
    expect(line).to.match(/^o\/assembly-P\/manifest.json incomplete-assembly: the manifest is missing/);
  });

  it('has the parameters of its stacks by their names', async () => {
    const channel = { ...faulty.Resources.Sms.Properties, DeferActivation: { Ref: 'Defer' } };
    const template = {
      Parameters: { Defer: { Type: 'String' } },
      Resources: { Sms: { ...faulty.Resources.Sms, Properties: channel } },
    };
    const named = (name: string): object => ({
      properties: { templateFile: `${name}.json`, stackName: 'Prod-OnCall' },
    });
    const folder = folderOf({
      'o/manifest.json': manifest({ ProdOnCall1234: stack('', named('ProdOnCall1234')) }),
      'o/ProdOnCall1234.json': template,
      'given.json': { 'Prod-OnCall': { Defer: 'true' }, ProdOnCall1234: { Defer: 'false' } },
    });
    const { values } = await loadParameters(folder, ['given.json']);
    const { outcome } = await lintFolder(folder, ['o'], ['channel-unverified'], { parameters: values });
    expect(outcome.findings).to.have.length(1);
  });

  it('may be ignored in part', async () => {
    const files = {
      'incident-lint.yaml': 'ignore: [o/S.template.json]\n',
      'o/manifest.json': manifest({ S: stack('S.template.json'), T: stack('T.template.json') }),
      'o/S.template.json': faulty,
      'o/T.template.json': faulty,
    };
    expect(await linesOf(files)).to.deep.equal(['o/T.template.json no construct']);
  });
});
