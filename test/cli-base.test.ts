import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { bad } from './cli-folder.js';
import { runCommand } from './command.js';
import { commit, found, git, report, repository, since, write, type Report } from './git-repository.js';

const policy = (action: string): string => `Resources:
  Responders:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: responders
      Roles: [responders]
      PolicyDocument: { Statement: [{ Effect: Allow, Action: '${action}', Resource: '*' }] }
`;

describe('--base', () => {
  it('reports nothing where nothing changed', () => {
    const folder = repository({ 'bad.yaml': bad });
    const { status, out } = since(folder);
    expect(status).to.equal(0);
    expect((JSON.parse(out) as Report).findings).to.deep.equal([]);
  });

  it('reports what the working tree adds, committed or not, and what it mends', () => {
    const folder = repository({ 'bad.yaml': bad, 'wide.yaml': policy('ssm-incidents:*') });
    write(folder, 'wide.yaml', policy('ssm-incidents:GetResponsePlan'));
    commit(folder);
    write(folder, 'bad.yaml', bad.replace('SMS', 'EMAIL'));
    expect(found(folder)).to.include('bad.yaml channel-address-format');
    expect(found(folder)).not.to.include('bad.yaml channel-unverified');
    const { change } = report(folder);
    expect(change?.fixed.map(({ ruleId }) => ruleId)).to.include('iam-wildcard-action');
    expect(change?.resources).to.deep.equal({ added: 0, changed: 1, replaced: 1, removed: 0 });
    expect(change?.statements).to.deep.equal({ added: 1, removed: 1 });
  });

  it('finds a broadened policy and a replaced channel', () => {
    const folder = repository({ 'bad.yaml': bad, 'policy.yaml': policy('ssm-incidents:GetResponsePlan') });
    write(folder, 'bad.yaml', bad.replace('SMS', 'VOICE'));
    write(folder, 'policy.yaml', policy('ssm-incidents:*'));
    expect(found(folder)).to.include.members([
      'bad.yaml change-replacement',
      'policy.yaml change-iam-broadened',
      'policy.yaml iam-wildcard-action',
    ]);
  });

  for (const [what, main] of Object.entries({
    'AWS::Include':
      'Resources: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: part.yaml } } }\n',
    'cfn-include': 'Resources: !Include part.yaml\n',
  }))
    it(`takes what a changed file brings into a template for new: ${what}`, () => {
      const part = bad.replace(/^Resources:\n/, '').replaceAll(/^ {2}/gm, '');
      const folder = repository({ 'main.yaml': main, 'part.yaml': part.replace('true', 'false') });
      expect(found(folder)).not.to.include('part.yaml channel-unverified');
      write(folder, 'part.yaml', part);
      expect(found(folder)).to.include('part.yaml channel-unverified');
      commit(folder);
      git(folder, 'tag', '--force', 'base');
      expect(found(folder)).to.deep.equal([]);
    });

  it('says in a line what changed', () => {
    const folder = repository({ 'bad.yaml': bad });
    write(folder, 'bad.yaml', bad.replace('alice-sms', 'alice'));
    const line =
      /since base: resources 0 added, 1 changed, 0 replaced, 0 removed; policy statements 0 added, 0 removed; 0 findings fixed\n/;
    expect(since(folder).err).to.match(line);
    expect(runCommand(folder, ['--base', 'base']).out).to.match(line);
  });

  it('follows a file that was renamed', () => {
    const folder = repository({ 'old/bad.yaml': bad });
    mkdirSync(path.join(folder, 'new'));
    renameSync(path.join(folder, 'old/bad.yaml'), path.join(folder, 'new/better.yaml'));
    git(folder, 'add', '--all');
    expect(found(folder)).to.deep.equal([]);
  });

  it('takes everything in an untracked file for new', () => {
    const folder = repository({ 'good.yaml': 'Resources: { T: { Type: AWS::SNS::Topic } }\n' });
    write(folder, 'bad.yaml', bad);
    expect(found(folder)).to.include('bad.yaml channel-unverified');
  });

  it('names what a deleted file took along', () => {
    const folder = repository({
      'a/bad.yaml': bad,
      'b.yaml': 'Resources: { T: { Type: AWS::SNS::Topic } }\n',
    });
    rmSync(path.join(folder, 'a'), { recursive: true });
    expect(found(folder)).to.deep.equal(['a/bad.yaml change-replacement']);
    expect(found(folder, 'b.yaml')).to.deep.equal([]);
  });

  it('takes the whole workspace as it was, whatever the paths', () => {
    const folder = repository({ 'plan.yaml': bad, 'other.yaml': policy('s3:GetObject') });
    write(folder, 'other.yaml', policy('s3:PutObject'));
    expect(found(folder, 'plan.yaml')).to.deep.equal([]);
  });

  it('counts everything as new where the base cannot be parsed', () => {
    const folder = repository({ 'bad.yaml': 'Resources: {' });
    write(folder, 'bad.yaml', bad);
    expect(found(folder)).to.include('bad.yaml channel-unverified');
    expect(since(folder).status).to.equal(1);
  });

  it('works from a folder of the repository', () => {
    const folder = repository({ 'infra/bad.yaml': bad });
    expect(found(path.join(folder, 'infra'))).to.deep.equal([]);
    write(folder, 'infra/bad.yaml', bad.replace('SMS', 'VOICE'));
    expect(found(path.join(folder, 'infra'))).to.deep.equal(['bad.yaml change-replacement']);
  });

  it('lets a change be suppressed, and calls that suppression unused in no other run', () => {
    const folder = repository({ 'bad.yaml': bad });
    const comment =
      '# incident-lint-disable-next-line change-replacement -- Alice has a new phone\n  AliceSms:';
    write(folder, 'bad.yaml', bad.replace('SMS\n', 'VOICE\n').replace('AliceSms:', comment));
    expect(found(folder)).to.deep.equal([]);
    expect(runCommand(folder, ['-f', 'unix']).out).not.to.include('suppression-unused');
  });
});
