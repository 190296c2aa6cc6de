import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { build } from 'esbuild';
import { bundleOptions, dist, packageOf, root } from '../scripts/bundle.js';
import { formatNames } from '../src/format/index.js';
import { bin } from './command.js';
import { temporaryFolder } from './temporary-folder.js';

interface Coverage {
  readonly result: readonly { readonly url: string }[];
}

const json = '{ "Resources": { "T": { "Type": "AWS::SNS::Topic" } } }';
const yaml = 'Resources:\n  T:\n    Type: AWS::SNS::Topic\n';

/** The built files that a run of node loads; V8 lists them for its coverage. */
function filesLoadedBy(cwd: string, args: readonly string[]): string[] {
  const folder = temporaryFolder();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd,
    env: { ...process.env, NODE_V8_COVERAGE: folder },
    encoding: 'utf8',
  });
  expect(stderr).to.equal('');
  expect(status).to.equal(0);
  const urls = readdirSync(folder).flatMap((file) =>
    (JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Coverage).result.map(({ url }) => url),
  );
  // Node's own modules are no files; whatever else is loaded must be seen.
  return urls.filter((url) => url.startsWith('file:'));
}

describe('what is loaded at start', () => {
  /** By the address of each built file: the packages and sources that it holds. */
  const inputs = new Map<string, readonly string[]>();

  before(async () => {
    const { metafile } = await build({ ...bundleOptions, write: false });
    for (const [name, output] of Object.entries(metafile.outputs)) {
      const held = Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
      inputs.set(
        pathToFileURL(path.join(root, name)).href,
        held.map(([file]) => file),
      );
    }
  });

  function loaded(cwd: string, ...args: string[]): { packages: string[]; sources: string[] } {
    const held = filesLoadedBy(cwd, args).flatMap((url) => inputs.get(url) ?? [`not built: ${url}`]);
    const packages = new Set(held.flatMap((file) => packageOf(file)?.replace(/^.*node_modules\//, '') ?? []));
    return {
      packages: [...packages].sort(),
      sources: held.filter((file) => packageOf(file) === undefined).sort(),
    };
  }

  const check = (folder: string, ...args: string[]) => loaded(folder, bin, ...args, '--fail-on=never');

  it('is only the JSON parser for a JSON template', () => {
    const folder = temporaryFolder({ 't.json': json });
    expect(check(folder, 't.json').packages).to.deep.equal(['jsonc-parser']);
  });

  it('is only the YAML parser for a YAML template', () => {
    const folder = temporaryFolder({ 't.yaml': yaml });
    expect(check(folder, 't.yaml').packages).to.deep.equal(['yaml']);
  });

  it('is fast-glob, with what it needs, for a folder', () => {
    const folder = temporaryFolder({ 't.json': json });
    expect(check(folder, '.').packages).to.deep.equal([
      '@nodelib/fs.scandir',
      '@nodelib/fs.stat',
      '@nodelib/fs.walk',
      'braces',
      'fast-glob',
      'fastq',
      'fill-range',
      'glob-parent',
      'is-extglob',
      'is-glob',
      'is-number',
      'jsonc-parser',
      'merge2',
      'micromatch',
      'picomatch',
      'queue-microtask',
      'reusify',
      'run-parallel',
      'to-regex-range',
    ]);
  });

  it('is only the format that is asked for', () => {
    const folder = temporaryFolder({ 't.json': json });
    const formats = formatNames.map((name) => `src/format/${name}.ts`);
    for (const name of formatNames) {
      const { packages, sources } = check(folder, 't.json', '-f', name);
      expect(packages).to.deep.equal(['jsonc-parser']);
      expect(sources.filter((file) => formats.includes(file))).to.deep.equal([`src/format/${name}.ts`]);
    }
  });

  it('is no package and no writer of files for --help', () => {
    const { packages, sources } = loaded(root, bin, '--help');
    expect(packages).to.deep.equal([]);
    expect(sources).to.include('src/cli/options.ts');
    expect(sources).not.to.include('src/cli/output-file.ts');
  });

  it('is no package for the library, until something is read', () => {
    const library = pathToFileURL(path.join(dist, 'index.js')).href;
    const { packages, sources } = loaded(
      root,
      '--input-type=module',
      '--eval',
      `await import(${JSON.stringify(library)})`,
    );
    expect(packages).to.deep.equal([]);
    expect(sources).to.include('src/engine/lint.ts');
    expect(sources.filter((file) => file.startsWith('src/cli/'))).to.deep.equal([]);
  });
});
