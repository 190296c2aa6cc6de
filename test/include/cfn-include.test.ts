import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { rules } from '../../rules/index.js';
import { runCommand, type Ran } from '../command.js';
import { temporaryFolder } from '../temporary-folder.js';

const others = rules
  .map(({ id }) => id)
  .filter((id) => id !== 'channel-unverified' && id !== 'iam-wildcard-action');

const people = `# A snippet is no template.
Alice:
  Type: AWS::SSMContacts::Contact
  Properties: { Alias: alice, DisplayName: Alice, Type: PERSONAL }
AliceSms:
  Type: AWS::SSMContacts::ContactChannel
  Properties:
    ContactId: !GetAtt Alice.Arn
    ChannelName: mobile
    ChannelType: SMS
    ChannelAddress: '+493023125014'
    DeferActivation: true
`;

const topic = 'T: { Type: AWS::SNS::Topic, Properties:';

/** A repository whose template is `app/main.yaml`. */
function repository(main: string, files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder({ 'app/main.yaml': main, 'app/people.yaml': people, ...files });
  mkdirSync(path.join(folder, '.git'));
  return folder;
}

function lint(folder: string, ...args: string[]): Ran {
  // Only the rules that these tests are about: others may come to say something of the same people.
  const levels = others.flatMap((id) => ['--rule', `${id}=off`]);
  return runCommand(folder, ['app/main.yaml', '-f', 'unix', ...levels, ...args]);
}

const inactive = (channel: string): string =>
  `Channel "${channel}" is created inactive: nobody is engaged through it until somebody sends its activation code and enters it. [channel-unverified]`;

describe('a template for cfn-include', () => {
  for (const [form, directive] of Object.entries({
    'the long form': 'Resources: { Fn::Include: people.yaml }',
    'a tag': 'Resources: !Include people.yaml',
    'a location': 'Resources: { Fn::Include: { location: ./people.yaml, type: json } }',
  }))
    it(`has its findings in the included file: ${form}`, () => {
      const { status, out, err } = lint(repository(`AWSTemplateFormatVersion: '2010-09-09'\n${directive}\n`));
      expect([status, err]).to.deep.equal([1, '']);
      expect(out).to.equal(`app/people.yaml:12:22: error: ${inactive('AliceSms')}\n`);
    });

  it('has those of what it repeats at the line that is repeated', () => {
    const main = `Resources:
  Fn::Merge:
    - Fn::Include: people.yaml
    - Fn::Merge:
        Fn::Map:
          - [bob, carol]
          - name
          - '\${name}Sms':
              Type: AWS::SSMContacts::ContactChannel
              Properties:
                ContactId: 'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/\${name}'
                ChannelName: mobile
                ChannelType: SMS
                ChannelAddress: '+493023125014'
                DeferActivation: true
`;
    const { out, err } = lint(repository(main));
    expect(err).to.equal('');
    expect(out).to.equal(
      [
        `app/main.yaml:15:34: error: ${inactive('bobSms')}\n`,
        `app/main.yaml:15:34: error: ${inactive('carolSms')}\n`,
        `app/people.yaml:12:22: error: ${inactive('AliceSms')}\n`,
      ].join(''),
    );
  });

  it('shows the line of the included file, and is never mended there', () => {
    const folder = repository('Resources: !Include people.yaml\n');
    const { out } = lint(folder, '-f', 'stylish');
    expect(out).to.include('   12 |     DeferActivation: true\n');
    expect(lint(folder, '--fix-dry-run', '--fix-unsafe').out).to.equal('');
  });

  it('reads a variable that the configuration allows, and no other one', () => {
    const policy =
      "{ Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: { Statement: { Effect: Allow, Resource: '*', Action: !GetEnv ACTION } } } }";
    const folder = repository(`Resources: { P: ${policy} }\n`, {
      'incident-lint.yaml': 'include: { env: [ACTION] }\n',
    });
    process.env['ACTION'] = 'ssm-incidents:*';
    try {
      expect(lint(folder).out).to.include('[iam-wildcard-action]');
      const { status, out, err } = lint(folder, '--no-config');
      expect([status, out]).to.deep.equal([2, '']);
      expect(err).to.match(
        /^app\/main\.yaml:1:\d+: the environment variable is not among .* \[refused-include\]\n$/,
      );
    } finally {
      delete process.env['ACTION'];
    }
  });

  const network = 'only a file of the workspace is included, by a path that is relative';
  const variable = 'the environment variable is not among those that include.env of the configuration allows';
  const refusals: Readonly<Record<string, readonly [main: string, place: string, why: string]>> = {
    'a request over https': ['!Include https://example.com/x.yaml', ':2:', network],
    'a request over http': ["{ Fn::Include: 'http://example.com/x.yaml' }", ':2:', network],
    'an object of S3': ['!Include s3://bucket/x.yaml', ':2:', network],
    'a file by its URL': ['!Include file:///etc/passwd', ':2:', network],
    'an absolute path': ['!Include /etc/passwd', ':2:', network],
    'a path that leaves the repository': [
      '!Include ../../secret.yaml',
      ':2:',
      'the included file lies outside of the workspace',
    ],
    'a link that leaves the repository': [
      '!Include linked.yaml',
      ':2:',
      'the included file lies outside of the workspace',
    ],
    'a file that does not exist': ['!Include none.yaml', ':2:', 'the included file does not exist'],
    'a call of an API': [
      '{ Fn::Include: { type: api, service: EC2, action: describeRegions } }',
      ':2:',
      'the include calls an API of AWS, and nothing is called',
    ],
    'a directive that is put together': [
      "{ Fn::Map: [['Fn::Include'], k, { '${k}': 'http://127.0.0.1/x' }] }",
      ':2:',
      network,
    ],
    'a location that is put together': [
      "{ Fn::Map: [['..'], k, { Fn::Include: '${k}/../../secret.yaml' }] }",
      ':2:',
      'the included file lies outside of the workspace',
    ],
    'a variable whose name is put together': [
      "{ A: { Fn::Map: [['HOME'], k, { Fn::GetEnv: k }] } }",
      ':2:',
      variable,
    ],
  };
  for (const [what, [directive, place, why]] of Object.entries(refusals))
    it(`is refused ${what}, and nothing of it is printed`, () => {
      const outer = temporaryFolder({ 'secret.yaml': 'TopicName: stolen\n' });
      const folder = path.join(outer, 'repository');
      cpSync(repository(`Resources:\n  ${topic} ${directive} }\n`), folder, { recursive: true });
      symlinkSync(path.join(outer, 'secret.yaml'), path.join(folder, 'app/linked.yaml'));
      const { status, out, err } = lint(folder);
      expect(status).to.equal(2);
      expect(err).to.include(`app/main.yaml${place}`).and.to.include(`${why} [refused-include]\n`);
      expect(out + err).not.to.include('stolen');
    });

  it('says which line of which included file asks for what is refused', () => {
    for (const [directive, place, why] of [
      ['!Include /etc/passwd', '2:4', network],
      ['{ Fn::GetEnv: HOME }', '2:18', variable],
      ["!Include '${x}/../../../secret.yaml'", '2:4', 'the included file lies outside of the workspace'],
    ] as const) {
      const folder = repository('Resources: !Include more.yaml\n', {
        'app/more.yaml': `\nT: ${directive}\n`,
      });
      const { status, out, err } = lint(folder);
      expect([status, out]).to.deep.equal([2, '']);
      expect(err).to.equal(`app/more.yaml:${place}: ${why} (included by app/main.yaml) [refused-include]\n`);
    }
  });

  it('ends where it would take too long', function () {
    this.timeout(30_000);
    const folder = repository(`Resources:\n  ${topic} { A: !Sequence [1, 1000000000] } }\n`);
    expect(lint(folder).err).to.match(
      /^app\/main\.yaml: expanding it with cfn-include [\w ]+ \[refused-include\]\n$/,
    );
  });

  it('tells where cfn-include is not installed', () => {
    const folder = repository('Resources: !Include people.yaml\n');
    const dist = path.join(import.meta.dirname, '../../dist');
    const copy = path.join(temporaryFolder({ 'package.json': '{ "type": "module" }' }), 'dist');
    cpSync(dist, copy, { recursive: true });
    const { status, stderr } = spawnSync(
      process.execPath,
      [path.join(copy, 'incident-lint.js'), 'app/main.yaml', '--context', 'none'],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(status).to.equal(2);
    expect(stderr).to.include('which is not installed (npm install cfn-include) [refused-include]');
  });

  it('is not what a template of CloudFormation’s own is', () => {
    const folder = repository(
      `Transform: AWS::LanguageExtensions\nResources:\n  ${topic} { TopicName: !Length [[a]] } }\n`,
    );
    writeFileSync(path.join(folder, 'app/people.yaml'), 'not: [read');
    expect(lint(folder)).to.deep.include({ status: 0, err: '' });
  });
});
