import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { runCommand, type Ran } from '../command.js';
import { temporaryFolder } from '../temporary-folder.js';

const channel = `AliceSms:
  Type: AWS::SSMContacts::ContactChannel
  Properties:
    ContactId: arn:aws:ssm-contacts:eu-central-1:111122223333:contact/alice
    ChannelName: mobile
    ChannelType: SMS
    ChannelAddress: '+493023125014'
    DeferActivation: true
`;

const includeOf = (location: string): string =>
  `{ Name: AWS::Include, Parameters: { Location: ${location} } }`;

/** A repository whose template is `app/main.yaml`. */
function repository(main: string, files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder({ 'app/main.yaml': main, 'app/sms.yaml': channel, ...files });
  mkdirSync(path.join(folder, '.git'));
  return folder;
}

function lint(folder: string, ...args: string[]): Ran {
  // What a whole estate lacks is not what these are about.
  const off = [
    'trail-missing',
    'advisory-health-missing',
    'im-no-resource-group',
    'im-resource-untagged',
  ].flatMap((id) => ['--rule', `${id}=off`]);
  return runCommand(folder, ['app/main.yaml', '-f', 'unix', ...off, ...args]);
}

const inactive = (where: string): string =>
  `${where}: error: Channel "AliceSms" is created inactive: nobody is engaged through it until somebody sends its activation code and enters it. [channel-unverified]\n`;

describe('AWS::Include of a file beside the template', () => {
  for (const [where, main] of Object.entries({
    'among the resources': `Resources:\n  T: { Type: AWS::SNS::Topic }\n  Fn::Transform: ${includeOf('sms.yaml')}\n`,
    'as the resources': `Resources: !Transform ${includeOf('./sms.yaml')}\n`,
    'in JSON': JSON.stringify({
      Resources: { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: '../app/sms.yaml' } } },
    }),
  }))
    it(`has its findings in that file: ${where}`, () => {
      const { status, out, err } = lint(repository(main));
      expect([status, err]).to.deep.equal([1, '']);
      expect(out).to.equal(inactive('app/sms.yaml:8:22'));
    });

  it('takes whole sections at the top, and properties inside', () => {
    const section = channel.replace('AliceSms', 'Resources:\n  AliceSms').replaceAll('\n  ', '\n    ');
    const top = `AWSTemplateFormatVersion: '2010-09-09'\nTransform: [${includeOf('top.yaml')}, AWS::Serverless-2016-10-31]\n`;
    const { out } = lint(repository(top, { 'app/top.yaml': section.replace('    AliceSms', '  AliceSms') }));
    expect(out).to.equal(inactive('app/top.yaml:9:24'));
    const inside = channel.replace(
      / {4}DeferActivation.*\n/,
      `    Fn::Transform: ${includeOf('defer.json')}\n`,
    );
    const folder = repository(`Resources:\n${inside.replaceAll(/^/gm, '  ')}`, {
      'app/defer.json': '{\n  "DeferActivation": true, "ChannelType": "VOICE"\n}\n',
    });
    expect(lint(folder).out).to.equal(inactive('app/defer.json:2:22'));
  });

  it('adds to a section that the template has, too', () => {
    const section = `Resources:\n${channel.replaceAll(/^/gm, '  ')}`;
    const main = `Transform: ${includeOf('top.yaml')}\nResources:\n  T: { Type: AWS::SNS::Topic }\n`;
    const { out } = lint(repository(main, { 'app/top.yaml': section }));
    expect(out).to.equal(inactive('app/top.yaml:9:24'));
  });

  it('may be YAML in flow style', () => {
    const flow = `{ AliceSms: { Type: 'AWS::SSMContacts::ContactChannel', Properties: {
  ContactId: !ImportValue alice, ChannelName: sms, ChannelType: SMS, ChannelAddress: '+493023125014',
  DeferActivation: true } } }\n`;
    const main = `Resources: { Fn::Transform: ${includeOf('flow.yaml')} }\n`;
    const { out, err } = lint(repository(main, { 'app/flow.yaml': flow }));
    expect(err).to.equal('');
    expect(out).to.equal(inactive('app/flow.yaml:3:20'));
  });

  it('is reported with a text of the file it stands in', () => {
    const folder = repository(`Resources: { Fn::Transform: ${includeOf('sms.yaml')} }\n`);
    expect(lint(folder, '-f', 'stylish').out).to.include('    8 |     DeferActivation: true\n');
  });

  it('is left for deployment where it lies elsewhere', () => {
    const main = `Resources:\n  T: { Type: AWS::SNS::Topic }\n  Fn::Transform: ${includeOf('s3://bucket/sms.yaml')}\n`;
    expect(lint(repository(main))).to.deep.include({ status: 0, out: '', err: '' });
  });

  const refusals: Readonly<Record<string, readonly [location: string, why: string]>> = {
    'a file that does not exist': ['none.yaml', 'the included file does not exist'],
    'a path that leaves the repository': [
      '../../secret.yaml',
      'the included file lies outside of the workspace',
    ],
    'an absolute path': ['/etc/passwd', 'the included file lies outside of the workspace'],
    'a link that leaves the repository': ['linked.yaml', 'the included file lies outside of the workspace'],
    'a file of Git': ['../.git/config', 'the included file belongs to Git'],
    'a folder': ['../app', 'what is included is no file'],
    'a list': ['list.yaml', 'the included file holds no object'],
  };
  for (const [what, [location, why]] of Object.entries(refusals))
    it(`is refused ${what}, and the rest is linted`, () => {
      const outer = temporaryFolder({ 'secret.yaml': 'Stolen: { Type: AWS::SNS::Topic }\n' });
      const folder = path.join(outer, 'repository');
      const main = `Resources:\n${channel.replaceAll(/^(?=.)/gm, '  ')}  Fn::Transform: ${includeOf(location)}\n`;
      const files = { 'app/list.yaml': '- stolen\n', '.git/config': 'stolen: token\n' };
      cpSync(temporaryFolder({ 'app/main.yaml': main, ...files }), folder, { recursive: true });
      symlinkSync(path.join(outer, 'secret.yaml'), path.join(folder, 'app/linked.yaml'));
      const { status, out, err } = lint(folder);
      expect(status).to.equal(2);
      expect(err)
        .to.match(/^app\/main\.yaml:10:\d+: /)
        .and.to.include(`: ${why} [refused-include]\n`);
      expect(out).to.equal(inactive('app/main.yaml:9:24'));
      expect((out + err).toLowerCase()).not.to.include('stolen');
    });

  it('tells where the file is malformed', () => {
    const folder = repository(`Resources: { Fn::Transform: ${includeOf('bad.yaml')} }\n`, {
      'app/bad.yaml': 'A: [\n',
    });
    const { status, err } = lint(folder);
    expect(status).to.equal(2);
    expect(err).to.match(/^app\/bad\.yaml:\d+:\d+: .* \[malformed-yaml\]\n$/);
  });

  it('does not follow includes of includes, which CloudFormation does not take', () => {
    const folder = repository(`Resources: { Fn::Transform: ${includeOf('more.yaml')} }\n`, {
      'app/more.yaml': `A: { Type: AWS::SNS::Topic }\nFn::Transform: ${includeOf('more.yaml')}\n`,
    });
    expect(lint(folder)).to.deep.include({ status: 0, out: '', err: '' });
  });

  it('is bounded, however often it is asked for', () => {
    const large = Array.from({ length: 2_000 }, (_, index) => `K${String(index)}: [a, b, c]\n`).join('');
    const resources = Array.from(
      { length: 200 },
      (_, index) =>
        `  T${String(index)}: { Type: AWS::SNS::Topic, Properties: { Fn::Transform: ${includeOf('large.yaml')} } }\n`,
    );
    const { status, err } = lint(
      repository(`Resources:\n${resources.join('')}`, { 'app/large.yaml': large }),
    );
    expect(status).to.equal(2);
    expect(err.match(/the template includes more than is followed \[refused-include\]\n/g)).to.have.length(1);
  });
});
