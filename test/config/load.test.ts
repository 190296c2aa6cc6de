import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { loadConfig } from '../../src/config/load.js';
import { temporaryFolder } from '../temporary-folder.js';

const ruleIds = ['some-rule'];

describe('loadConfig', () => {
  it('finds the nearest configuration up to the root of the repository', async () => {
    const folder = temporaryFolder({ 'incident-lint.yml': 'profile: strict\n', 'apps/a/t.yaml': '' });
    mkdirSync(path.join(folder, '.git'));
    const loaded = await loadConfig({ cwd: path.join(folder, 'apps/a'), ruleIds });
    expect(loaded.configuration.profile).to.equal('strict');
    expect(loaded.folder).to.equal(folder);
    expect(loaded.found).to.equal(true);
  });

  it('does not look beyond the repository', async () => {
    const folder = temporaryFolder({
      'incident-lint.yml': 'profile: strict\n',
      'repository/apps/t.yaml': '',
    });
    mkdirSync(path.join(folder, 'repository/.git'));
    const loaded = await loadConfig({ cwd: path.join(folder, 'repository/apps'), ruleIds });
    expect(loaded.configuration.profile).to.equal(undefined);
  });

  it('looks only into the working folder outside of a repository', async () => {
    const folder = temporaryFolder({ 'incident-lint.yaml': 'profile: strict\n', 'sub/t.yaml': '' });
    expect((await loadConfig({ cwd: folder, ruleIds })).configuration.profile).to.equal('strict');
    expect((await loadConfig({ cwd: path.join(folder, 'sub'), ruleIds })).found).to.equal(false);
  });

  it('reads JSON too', async () => {
    const folder = temporaryFolder({ 'incident-lint.json': '{ "rules": { "some-rule": "off" } }' });
    const { configuration } = await loadConfig({ cwd: folder, ruleIds });
    expect(configuration.rules.get('some-rule')).to.equal('off');
  });

  it('reads the file that was named, with globs relative to the working folder', async () => {
    const folder = temporaryFolder({
      'ci/lint.yaml': 'failOn: never\n',
      'incident-lint.yaml': 'failOn: info\n',
    });
    const loaded = await loadConfig({ cwd: folder, ruleIds, file: 'ci/lint.yaml' });
    expect([loaded.configuration.failOn, loaded.folder, loaded.found]).to.deep.equal([
      'never',
      folder,
      false,
    ]);
  });

  it('reads none when none is wanted', async () => {
    const folder = temporaryFolder({ 'incident-lint.yaml': 'failOn: info\n' });
    const loaded = await loadConfig({ cwd: folder, ruleIds, lookUp: false });
    expect([loaded.configuration.failOn, loaded.problems]).to.deep.equal([undefined, []]);
  });

  it('says that the file is missing, or no UTF-8', async () => {
    const folder = temporaryFolder({ 'latin.yaml': Uint8Array.of(0xe4, 0x0a) });
    const codes = async (file: string): Promise<string[]> =>
      (await loadConfig({ cwd: folder, ruleIds, file })).problems.map(({ code }) => code);
    expect(await codes('none.yaml')).to.deep.equal(['missing-file']);
    expect(await codes('latin.yaml')).to.deep.equal(['unreadable-file']);
  });
});
