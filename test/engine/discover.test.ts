import { chmodSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { discover, matching, walk } from '../../src/engine/discover.js';
import type { Problem } from '../../src/report/problem.js';
import { temporaryFolder } from '../temporary-folder.js';

const nothing: ReadonlySet<string> = new Set();
const relative = (folder: string, files: Iterable<string>): string[] =>
  [...files].map((file) => path.relative(folder, file)).sort();

/** The codes of problems. */
function codesOf(problems: readonly Problem[]): string[] {
  return problems.map(({ code }) => code);
}

describe('discover', () => {
  it('walks folders for the names that templates have, past copies and hidden folders', async () => {
    const folder = temporaryFolder({
      'b.yaml': '',
      'a/c.json': '',
      'a/d.template': '',
      'a/e.yml': '',
      'readme.md': '',
      'node_modules/x/t.json': '',
      '.hidden/t.json': '',
      'cdk.out/Stack.template.json': '',
      'cdk.out/asset.123/t.json': '',
      'infra/main.tf': '',
      'infra/tofu.tofu': '',
      'infra/prod.auto.tfvars': '',
      'infra/.terraform/modules/m/main.tf': '',
    });
    expect(relative(folder, await walk(folder, nothing))).to.deep.equal([
      'a/c.json',
      'a/d.template',
      'a/e.yml',
      'b.yaml',
      'cdk.out/Stack.template.json',
      'infra/main.tf',
      'infra/prod.auto.tfvars',
      'infra/tofu.tofu',
    ]);
  });

  it('follows no symbolic link out of the folder', async () => {
    const outside = temporaryFolder({ 'secret.yaml': '', 'deep/secret.json': '' });
    const folder = temporaryFolder({ 'a.yaml': '' });
    symlinkSync(outside, path.join(folder, 'linked'));
    symlinkSync(path.join(outside, 'secret.yaml'), path.join(folder, 'linked.yaml'));
    expect(relative(folder, await walk(folder, nothing))).to.deep.equal(['a.yaml']);
    const [input] = await discover(['**/*'], folder, nothing);
    expect(relative(folder, input?.files ?? [])).to.deep.equal(['a.yaml']);
  });

  it('tells named files, folders, globs and missing files apart', async () => {
    const folder = temporaryFolder({ 'a.yaml': '', 'sub/b.yaml': '', 'odd[1].yaml': '' });
    const inputs = await discover(['a.yaml', 'sub', '*/*.yaml', 'odd[1].yaml', 'none.yaml'], folder, nothing);
    expect(
      inputs.map(({ files, named, problems }) => [relative(folder, files), named, codesOf(problems)]),
    ).to.deep.equal([
      [['a.yaml'], true, []],
      [['sub/b.yaml'], false, []],
      [['sub/b.yaml'], false, []],
      [['odd[1].yaml'], true, []],
      [[], true, ['missing-file']],
    ]);
  });

  it('tells which folders it is not let into, unless they are ignored', async () => {
    const folder = temporaryFolder({ 'a.yaml': '', 'closed/b.yaml': '', 'data/closed/c.yaml': '' });
    await walk(folder, nothing);
    chmodSync(folder, 0o755);
    for (const name of ['closed', 'data/closed']) chmodSync(path.join(folder, name), 0);
    // The superuser is let in everywhere.
    const isSuperuser = process.getuid?.() === 0;
    if (isSuperuser) process.seteuid?.(65534);
    try {
      const [all] = await discover(['.'], folder, nothing);
      expect(all?.problems.map(({ file, code }) => [file, code])).to.deep.equal([
        ['closed', 'unreadable-file'],
        ['data/closed', 'unreadable-file'],
      ]);
      const [input] = await discover(['.'], folder, await matching(folder, ['data'], 'files'));
      expect(input?.problems.map(({ file }) => file)).to.deep.equal(['closed']);
    } finally {
      if (isSuperuser) process.seteuid?.(0);
      for (const name of ['closed', 'data/closed']) chmodSync(path.join(folder, name), 0o755);
    }
  });

  it('leaves out what is ignored, even where it is named', async () => {
    const folder = temporaryFolder({ 'a.yaml': '', 'fixtures/b.yaml': '', 'fixtures/deep/c.yaml': '' });
    const ignored = await matching(folder, ['fixtures/'], 'files');
    const inputs = await discover(['.', 'fixtures/b.yaml'], folder, ignored);
    expect(inputs.map(({ files, problems }) => [relative(folder, files), codesOf(problems)])).to.deep.equal([
      [['a.yaml'], []],
      [[], ['ignored-file']],
    ]);
  });
});

describe('matching', () => {
  it('takes globs of files, and folders for themselves and everything in them', async () => {
    const folder = temporaryFolder({
      'legacy/a.yaml': '',
      'legacy/.b/c.yaml': '',
      'x/y.json': '',
      'z.json': '',
    });
    expect(relative(folder, await matching(folder, ['./legacy', '*/*.json'], 'files'))).to.deep.equal([
      'legacy',
      'legacy/.b',
      'legacy/.b/c.yaml',
      'legacy/a.yaml',
      'x/y.json',
    ]);
  });

  it('takes folders and globs of folders', async () => {
    const folder = temporaryFolder({
      'apps/a/t.yaml': '',
      'apps/b/t.yaml': '',
      'infra/t.yaml': '',
      'apps/t.yaml': '',
    });
    expect(relative(folder, await matching(folder, ['apps/*', 'infra/', '.'], 'folders'))).to.deep.equal([
      '',
      'apps/a',
      'apps/b',
      'infra',
    ]);
  });
});
