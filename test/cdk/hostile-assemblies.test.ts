import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { faulty, folderOf, linesIn, linesOf, manifest, stack, stage } from './assemblies.js';

const creation = (...frames: string[]): object => ({ type: 'aws:cdk:creationStack', data: frames });
const logicalId = (data: string, more: object = {}): object => ({ type: 'aws:cdk:logicalId', data, ...more });

/** An app whose channel Sms has these entries of metadata. */
const traced = (
  entries: readonly object[],
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> => ({
  'cdk.out/manifest.json': manifest({
    S: stack('S.template.json', { metadata: { '/S/Sms': entries } }),
  }),
  'cdk.out/S.template.json': faulty,
  'lib/app.ts': 'new Sms();\n',
  ...more,
});

describe('a hostile cloud assembly', () => {
  it('ends when its assemblies name each other in a circle', async () => {
    const files = {
      'o/manifest.json': manifest({ A: stage('assembly-A'), B: stage('.') }),
      'o/assembly-A/manifest.json': manifest({ B: stage('../assembly-A'), S: stack('S.template.json') }),
      'o/assembly-A/S.template.json': faulty,
    };
    expect(await linesOf(files)).to.deep.equal([
      'o/assembly-A/S.template.json no construct',
      'o/manifest.json incomplete-assembly: the nested assembly . lies outside of the cloud assembly',
    ]);
  });

  it('reads nothing outside of its folder', async () => {
    const outside = folderOf({ 'T.template.json': faulty, 'manifest.json': manifest({}) });
    const folder = folderOf({
      'o/manifest.json': manifest({
        A: stack('../secret.json'),
        B: stack(path.join(outside, 'T.template.json')),
        C: stack('link.template.json'),
        D: stage(outside),
        E: stage('link'),
      }),
      'secret.json': 'no template',
    });
    symlinkSync(path.join(outside, 'T.template.json'), path.join(folder, 'o', 'link.template.json'));
    symlinkSync(outside, path.join(folder, 'o', 'link'));
    const lines = await linesIn(folder, ['o']);
    expect(lines).to.have.length(1);
    expect(lines[0]).to.match(/^o\/manifest.json incomplete-assembly: .* lies outside/);
  });

  it('never names a source outside of the project', async () => {
    const outside = folderOf({ 'lib/other.ts': '' });
    const frames = [
      `at (${path.join(outside, 'lib/other.ts')}:1:1)`,
      'up (../../etc/app.ts:1:1)',
      'device (/dev/zero.ts:1:1)',
      `${'x'.repeat(100_000)}.ts:1:1`,
      'nul (/app/\u0000.ts:1:1)',
      'link (linked/other.ts:1:1)',
      '...new Topic in aws-cdk-lib...',
    ];
    const folder = folderOf(traced([logicalId('Sms'), creation(...frames)]));
    symlinkSync(path.join(outside, 'lib'), path.join(folder, 'linked'));
    expect(await linesIn(folder)).to.deep.equal(['cdk.out/S.template.json S/Sms']);
  });

  it('survives metadata, assets and trees of any shape', async () => {
    const anything = [null, 1, 'x', [], { a: null }, { __proto__: { type: 1 } }];
    for (const value of anything) {
      const files = {
        'o/manifest.json': {
          version: '55.0.0',
          artifacts: {
            S: stack('S.template.json', {
              metadata: { '/S/Sms': [value], '/S': value },
              additionalMetadataFile: 'm.json',
              dependencies: ['A', value],
              environment: value,
            }),
            A: { type: 'cdk:asset-manifest', properties: { file: 'a.json' } },
            T: { type: 'cdk:tree', properties: { file: 'tree.json' } },
            X: { type: 'other', properties: value },
          },
        },
        'o/S.template.json': faulty,
        'o/m.json': JSON.stringify(value),
        'o/a.json': { files: value },
        'o/tree.json': { tree: value },
      };
      expect(await linesOf(files)).to.have.length(1);
    }
  });

  it('ends when all its resources hang on one endless trace', async () => {
    const ids = Array.from({ length: 5_000 }, (_none, index) => `Topic${String(index)}`);
    const frames = Array.from(
      { length: 50_000 },
      (_none, index) => `at (gone/${String(index % 100)}.ts:1:1)`,
    );
    const metadata = Object.fromEntries(ids.map((id) => [`/S/All/${id}`, [logicalId(id)]]));
    const files = {
      'o/manifest.json': manifest({
        S: stack('S.template.json', { metadata: { '/S/All': [creation(...frames)], ...metadata } }),
      }),
      'o/S.template.json': {
        Resources: {
          ...faulty.Resources,
          ...Object.fromEntries(ids.map((id) => [id, { Type: 'AWS::SNS::Topic' }])),
        },
      },
    };
    expect(await linesOf(files)).to.deep.equal(['o/S.template.json no construct']);
  });

  it('does not stop at a source map that is none', async () => {
    const files = traced([logicalId('Sms'), creation('at (lib/app.js:1:1)')]);
    for (const map of [
      'lib.map',
      '../../../etc/passwd',
      'data:application/json;base64,e30=',
      '%',
      'app.js',
    ]) {
      const found = await linesOf({
        ...files,
        'lib/app.js': `x();\n//# sourceMappingURL=${map}\n`,
        'lib.map': '{}',
      });
      expect(found).to.deep.equal(['cdk.out/S.template.json S/Sms @ lib/app.js:1:1']);
    }
  });

  it('is not led outside by a source map', async () => {
    const outside = folderOf({ 'secret.ts': '' });
    const map = { version: 3, sources: [path.join(outside, 'secret.ts')], names: [], mappings: 'AAAA' };
    const files = traced([logicalId('Sms'), creation('at (lib/app.js:1:1)')], {
      'lib/app.js': 'x();\n//# sourceMappingURL=app.js.map\n',
      'lib/app.js.map': map,
    });
    expect(await linesOf(files)).to.deep.equal(['cdk.out/S.template.json S/Sms @ lib/app.js:1:1']);
  });
});

describe('the traces of a construct', () => {
  const cases: Readonly<Record<string, readonly object[]>> = {
    'in a creation stack': [logicalId('Sms'), creation('...aws-cdk-lib...', 'new S (lib/app.ts:1:1)')],
    'in an entry of their own': [
      logicalId('Sms'),
      { type: 'aws:cdk:trace', data: ['new S (lib/app.ts:1:1)'] },
    ],
    'beside the logical ID, as older versions have them': [
      logicalId('Sms', {
        trace: ['new Sms (/x/node_modules/aws-cdk-lib/a.js:1:1)', 'new S (lib/app.ts:1:1)'],
      }),
    ],
    'of an assignment, where its creation names no source': [
      logicalId('Sms'),
      creation('...aws-cdk-lib...'),
      { type: 'aws:cdk:propertyAssignment', data: { propertyName: 'X', stackTrace: ['lib/app.ts:1:1'] } },
    ],
  };
  for (const [name, entries] of Object.entries(cases))
    it(`are found ${name}`, async () => {
      expect(await linesOf(traced(entries))).to.deep.equal([
        'cdk.out/S.template.json S/Sms @ lib/app.ts:1:1',
      ]);
    });

  it('are found in frames of ES modules, whose end CDK cuts off', async () => {
    for (const frame of [
      'lib/app.ts:1 (:)',
      'lib/app.ts:1: (lib/app.ts:1:1)',
      'lib/app.ts:1:2 (lib/app.ts:1:20)',
      'at async lib/app.ts:1:1',
      'async lib/app.ts:1:1',
    ])
      expect(await linesOf(traced([logicalId('Sms'), creation(frame)]))).to.deep.equal([
        'cdk.out/S.template.json S/Sms @ lib/app.ts:1:1',
      ]);
  });

  it('are found where the app lies now, when it was synthesised on another machine', async () => {
    for (const before of ['/home/runner/work/app', 'C:\\work\\app', 'file:///builds/app']) {
      const separator = before.includes('\\') ? '\\' : '/';
      const frame = `new S (${[before, 'lib', 'app.ts'].join(separator)}:1:1)`;
      const files = traced([logicalId('Sms'), creation(frame)]);
      expect(await linesOf(files)).to.deep.equal(['cdk.out/S.template.json S/Sms @ lib/app.ts:1:1']);
    }
  });

  it('are found in a project that is reached by a link', async () => {
    const folder = folderOf(traced([logicalId('Sms'), creation('new S (lib/app.ts:1:1)')]));
    const link = path.join(folderOf({}), 'link');
    symlinkSync(folder, link);
    expect(await linesIn(link)).to.deep.equal(['cdk.out/S.template.json S/Sms @ lib/app.ts:1:1']);
  });

  it('reach the rest of the repository', async () => {
    const files = traced([logicalId('Sms'), creation('new S (../shared/sms.ts:3:1)')]);
    const moved = Object.fromEntries(Object.entries(files).map(([name, text]) => [`app/${name}`, text]));
    const folder = folderOf({ ...moved, 'shared/sms.ts': '' });
    expect(await linesIn(folder, ['app'])).to.deep.equal(['app/cdk.out/S.template.json S/Sms']);
    mkdirSync(path.join(folder, '.git'));
    expect(await linesIn(folder, ['app'])).to.deep.equal([
      'app/cdk.out/S.template.json S/Sms @ shared/sms.ts:3:1',
    ]);
  });
});
