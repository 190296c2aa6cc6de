import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { bad } from './cli-folder.js';
import { runCommand, type Ran } from './command.js';
import { commit, found, git, report, repository, since, write, type Report } from './git-repository.js';
import { temporaryFolder } from './temporary-folder.js';

describe('--base, as Git knows it,', () => {
  it('compares with the commit where the branch began, whatever the base has gained since', () => {
    const folder = repository({ 'mended.yaml': bad, 'gone.yaml': bad });
    git(folder, 'checkout', '--quiet', '-b', 'feature');
    write(folder, 'new.yaml', bad);
    commit(folder);
    git(folder, 'checkout', '--quiet', 'main');
    write(folder, 'mended.yaml', bad.replace('true', 'false'));
    rmSync(path.join(folder, 'gone.yaml'));
    commit(folder);
    git(folder, 'tag', '--force', 'base');
    git(folder, 'checkout', '--quiet', 'feature');
    const files = report(folder).findings.map(({ file }) => file);
    expect([...new Set(files)]).to.deep.equal(['new.yaml']);
    expect(since(folder).err).not.to.include('branched off');
  });

  it('says so where it is not known where the branch began, and compares with the commit itself', () => {
    const folder = repository({ 'bad.yaml': bad });
    git(folder, 'checkout', '--quiet', '--orphan', 'other');
    write(folder, 'README', 'another history');
    commit(folder);
    const { status, out, err } = since(folder);
    expect(status).to.equal(0);
    expect((JSON.parse(out) as Report).findings).to.deep.equal([]);
    expect(err).to.include('no commit is known where HEAD branched off from "base"');
  });

  it('follows files of any name, and files with the line ends of Windows', () => {
    const names = ['with blanks/a "quoted".yaml', 'naïve-日本.yaml', 'tab\tand\nline.yaml', '-f.yaml'];
    const folder = repository(Object.fromEntries(names.map((name) => [name, bad])));
    for (const name of names) write(folder, name, bad.replaceAll('\n', '\r\n'));
    expect(found(folder)).to.deep.equal([]);
    for (const name of names) write(folder, name, bad.replace('alice-sms', 'alice').replace('SMS', 'VOICE'));
    expect(found(folder)).to.have.members(names.map((name) => `${name} change-replacement`));
  });

  it('takes a submodule as it was at the base', () => {
    const module = repository({ 'bad.yaml': bad });
    const folder = repository({ 'good.yaml': 'Resources: { T: { Type: AWS::SNS::Topic } }\n' });
    git(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', module, 'module');
    commit(folder);
    expect(found(folder)).to.include('module/bad.yaml channel-unverified');
    git(folder, 'tag', '--force', 'base');
    expect(found(folder)).to.deep.equal([]);
    write(folder, 'module/bad.yaml', bad.replace('SMS', 'VOICE'));
    expect(found(folder)).to.deep.equal(['module/bad.yaml change-replacement']);
  });

  it('takes what becomes of a file in a merge with conflicts for what is new', () => {
    const folder = repository({ 'good.yaml': 'Resources: { T: { Type: AWS::SNS::Topic } }\n' });
    git(folder, 'checkout', '--quiet', '-b', 'other');
    write(folder, 'bad.yaml', bad.replace('SMS', 'EMAIL'));
    commit(folder);
    git(folder, 'checkout', '--quiet', 'main');
    write(folder, 'bad.yaml', bad.replace('SMS', 'VOICE'));
    commit(folder);
    expect(() => {
      git(folder, 'merge', '--quiet', 'other');
    }).to.throw();
    write(folder, 'bad.yaml', bad);
    expect(found(folder)).to.include('bad.yaml channel-unverified');
  });

  it('compares the text on standard input, not the one on disk', () => {
    const folder = repository({ 'bad.yaml': bad.replace('true', 'false') });
    const args = ['--base', 'base', '-f', 'unix', '--stdin-filename', 'bad.yaml', '-'];
    expect(runCommand(folder, args, { input: bad }).out).to.include('channel-unverified');
  });

  it('runs neither filters nor converters that the change asks for', () => {
    const folder = repository({ 'bad.yaml': bad });
    for (const key of ['filter.x.clean', 'filter.x.smudge', 'diff.x.textconv', 'diff.x.command'])
      git(folder, 'config', key, `touch '${folder}/ran'; cat`);
    git(folder, 'config', 'core.fsmonitor', `touch '${folder}/ran'; false`);
    write(folder, '.gitattributes', '* filter=x diff=x\n');
    write(folder, 'bad.yaml', bad.replace('SMS', 'VOICE'));
    expect(found(folder)).to.deep.equal(['bad.yaml change-replacement']);
    expect(existsSync(path.join(folder, 'ran'))).to.equal(false);
  });

  describe('without a base', () => {
    const refused = (folder: string, ref: string): Ran => runCommand(folder, [`--base=${ref}`, '-f', 'json']);

    it('is incomplete, and reports everything', () => {
      const folder = repository({ 'bad.yaml': bad });
      const { status, out, err } = refused(folder, 'none-such');
      expect(status).to.equal(2);
      expect(err).to.include('"none-such" is no commit that this repository holds');
      expect((JSON.parse(out) as Report).findings.map(({ ruleId }) => ruleId)).to.include(
        'channel-unverified',
      );
    });

    it('is so in a shallow clone that lacks the commit', () => {
      const origin = repository({ 'bad.yaml': bad });
      write(origin, 'bad.yaml', `${bad}# more\n`);
      commit(origin);
      const folder = path.join(temporaryFolder(), 'clone');
      git('/', 'clone', '--quiet', '--depth=1', '--no-tags', `file://${origin}`, folder);
      expect(refused(folder, 'HEAD~1').err).to.include('a shallow clone has to fetch it first');
      expect(refused(folder, 'HEAD').status).to.equal(0);
    });

    it('is so where Git refuses to look, and says why', () => {
      const folder = repository({ 'bad.yaml': bad });
      const { status, err } = runCommand(folder, ['--base=main'], {
        env: { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' },
      });
      expect(status).to.equal(2);
      expect(err).to.include('git says "fatal: detected dubious ownership');
    });

    it('is so without Git', () => {
      const { status, err } = runCommand(repository({ 'bad.yaml': bad }), ['--base=main'], {
        env: { PATH: '' },
      });
      expect(status).to.equal(2);
      expect(err).to.include('git is not installed');
    });

    it('is so outside a repository', () => {
      const { status, err } = refused(temporaryFolder({ 'bad.yaml': bad }), 'main');
      expect(status).to.equal(2);
      expect(err).to.include('here is no Git repository');
    });

    it('never takes the ref for an option', () => {
      const folder = repository({ 'bad.yaml': bad });
      for (const ref of ['--output=stolen', '-h', '--upload-pack=touch stolen'])
        expect(refused(folder, ref).err).to.include('is no commit');
      expect(existsSync(path.join(folder, 'stolen'))).to.equal(false);
    });
  });
});
