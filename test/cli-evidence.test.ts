import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { runCommand, type Ran } from './command.js';
import { temporaryFolder } from './temporary-folder.js';

interface Report {
  readonly findings: readonly {
    readonly ruleId: string;
    readonly related?: readonly { readonly file: string }[];
  }[];
  readonly undecided: readonly { readonly ruleId: string }[];
  readonly errors: readonly { readonly code: string; readonly file?: string }[];
  readonly evidence?: { readonly files: readonly { readonly file: string }[]; readonly settled: number };
}

const template = `Resources:
  Alice:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: alice, DisplayName: Alice, Type: PERSONAL }
  AliceSms:
    Type: AWS::SSMContacts::ContactChannel
    Properties: { ContactId: !Ref Alice, ChannelName: mobile, ChannelType: SMS, ChannelAddress: '+4915123456789' }
`;

const arn = (resource: string): string => `arn:aws:ssm-contacts:eu-west-1:111122223333:${resource}`;

function channels(status: string, name = 'mobile'): string {
  return JSON.stringify({
    ContactChannels: [
      {
        ContactChannelArn: arn('contact-channel/alice/1'),
        ContactArn: arn('contact/alice'),
        Name: name,
        Type: 'SMS',
        DeliveryAddress: { SimpleAddress: '+4915123456789' },
        ActivationStatus: status,
      },
    ],
  });
}

const trailArn = 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/audit';

const trails = JSON.stringify({
  trailList: [
    {
      Name: 'audit',
      TrailARN: trailArn,
      S3BucketName: 'audit',
      IsMultiRegionTrail: true,
      LogFileValidationEnabled: false,
      HasCustomEventSelectors: false,
    },
  ],
});

describe('--evidence', () => {
  /** Lints the template with evidence in files. */
  function lint(evidence: Readonly<Record<string, string>>, ...args: string[]): Ran {
    const files = Object.fromEntries(
      Object.entries(evidence).map(([name, text]) => [`evidence/${name}`, text]),
    );
    const folder = temporaryFolder({ 't.yaml': template, ...files });
    const all = ['t.yaml', '--context', 'none', '--profile', 'strict', '--evidence', 'evidence', ...args];
    return runCommand(folder, all);
  }

  const report = (evidence: Readonly<Record<string, string>>): Report =>
    JSON.parse(lint(evidence, '-f', 'json').out) as Report;
  const about = (list: readonly { readonly ruleId: string }[], rule: string) =>
    list.filter(({ ruleId }) => ruleId === rule);

  it('passes a channel that the account says was activated', () => {
    const without = runCommand(temporaryFolder({ 't.yaml': template }), [
      '--profile',
      'strict',
      '-f',
      'json',
      't.yaml',
    ]);
    expect(
      about((JSON.parse(without.out) as Report).undecided, 'channel-activation-unproven'),
    ).to.have.lengthOf(1);
    const { findings, undecided, evidence } = report({ 'channels.json': channels('ACTIVATED') });
    expect(about(undecided, 'channel-activation-unproven')).to.deep.equal([]);
    expect(about(findings, 'channel-unverified')).to.deep.equal([]);
    expect(evidence?.files.map(({ file }) => file)).to.deep.equal(['evidence/channels.json']);
    expect(evidence?.settled).to.be.greaterThan(0);
  });

  it('finds a channel that the account says was not, and shows where it says so', () => {
    const [finding, ...others] = about(
      report({ 'c.json': channels('NOT_ACTIVATED') }).findings,
      'channel-unverified',
    );
    expect(others).to.deep.equal([]);
    expect((finding as Report['findings'][number]).related?.map(({ file }) => file)).to.deep.equal([
      'evidence/c.json',
    ]);
  });

  it('reads the output for one channel', () => {
    const one = JSON.stringify(
      (JSON.parse(channels('NOT_ACTIVATED')) as { ContactChannels: unknown[] }).ContactChannels[0],
    );
    expect(about(report({ 'c.json': one }).findings, 'channel-unverified')).to.have.lengthOf(1);
  });

  it('says nothing of a channel of another name', () => {
    const { undecided } = report({ 'c.json': channels('ACTIVATED', 'landline') });
    expect(about(undecided, 'channel-activation-unproven')).to.have.lengthOf(1);
  });

  it('knows a trail of the account, and never reports on it', () => {
    expect(about(report({ 'c.json': channels('ACTIVATED') }).findings, 'trail-missing')).to.have.lengthOf(1);
    const { findings } = report({ 'trails.json': trails });
    expect(about(findings, 'trail-missing')).to.deep.equal([]);
    expect(about(findings, 'trail-integrity')).to.deep.equal([]);
  });

  it('judges a trail of the template together with those of the account', () => {
    const oneRegion = `${template}  Trail:
    Type: AWS::CloudTrail::Trail
    Properties: { IsLogging: true, S3BucketName: b, EnableLogFileValidation: true }
`;
    const ruleIds = (evidence: Readonly<Record<string, string>>): string[] => {
      const folder = temporaryFolder({ 't.yaml': oneRegion, ...evidence });
      const args = [
        't.yaml',
        '--context',
        'none',
        '-f',
        'json',
        ...Object.keys(evidence).flatMap((name) => ['--evidence', name]),
      ];
      const { findings, undecided } = JSON.parse(runCommand(folder, args).out) as Report;
      return [
        ...findings.map(({ ruleId }) => ruleId),
        ...undecided.map(({ ruleId }) => `undecided ${ruleId}`),
      ].filter((text) => text.includes('trail-single-region'));
    };
    expect(ruleIds({})).to.deep.equal(['trail-single-region']);
    // Whether the other one is logging is not known without its status.
    expect(ruleIds({ 'trails.json': trails })).to.deep.equal(['undecided trail-single-region']);
    const status = (isLogging: boolean): string =>
      JSON.stringify({ TrailARN: trailArn, IsLogging: isLogging });
    expect(ruleIds({ 'trails.json': trails, 'status.json': status(true) })).to.deep.equal([]);
    expect(ruleIds({ 'trails.json': trails, 'status.json': status(false) })).to.deep.equal([
      'trail-single-region',
    ]);
  });

  it('says which evidence there was and how old it is', () => {
    const { out } = lint({ 'c.json': channels('ACTIVATED') });
    const today = new Date().toISOString().slice(0, 10);
    expect(out).to.match(
      new RegExp(`^evidence: evidence/c\\.json \\(of ${today}\\); \\d+ checks? settled by it$`, 'm'),
    );
  });

  it('never prints an address', () => {
    for (const format of ['json', 'stylish', 'unix'])
      expect(lint({ 'c.json': channels('NOT_ACTIVATED') }, '-f', format, '--undecided').out).not.to.include(
        '4915123',
      );
  });

  it('is incomplete where something is no evidence, malformed or missing', () => {
    expect(report({ 'x.json': '{"a": 1}' }).errors.map(({ code }) => code)).to.deep.equal(['bad-evidence']);
    expect(report({ 'x.json': '{"ContactChannels": [' }).errors.map(({ code }) => code)).to.deep.equal([
      'malformed-json',
    ]);
    const { status, err } = runCommand(temporaryFolder({ 't.yaml': template }), [
      't.yaml',
      '--evidence',
      'none.json',
    ]);
    expect(status).to.equal(2);
    expect(err).to.include('none.json: the evidence does not exist [missing-file]');
  });

  describe('the script', () => {
    it('runs, and collects what is understood, without addresses', () => {
      const folder = temporaryFolder();
      const { status, out } = runCommand(folder, ['evidence', '--script']);
      expect(status).to.equal(0);
      writeFileSync(path.join(folder, 'collect.sh'), out);
      // A stand-in for the AWS CLI that answers what is asked, and fails where a service is not there.
      mkdirSync(path.join(folder, 'bin'));
      writeFileSync(
        path.join(folder, 'bin/aws'),
        `#!/usr/bin/env bash
case "$1 $2" in
  'ssm-contacts list-contacts') echo ${arn('contact/alice')} ;;
  'ssm-contacts list-contact-channels') echo '${channels('ACTIVATED').replace(/"DeliveryAddress":\{[^}]*\},/, '')}' ;;
  'cloudtrail describe-trails') [[ "$*" == *text* ]] && echo ${trailArn} || echo '${trails}' ;;
  'cloudtrail get-trail-status') echo '{"TrailARN":"${trailArn}","IsLogging":true}' ;;
  'cloudtrail get-event-selectors') echo '{"TrailARN":"${trailArn}","EventSelectors":[]}' ;;
  'resource-groups list-groups') echo '{"GroupIdentifiers":[{"GroupName":"sre"}]}' ;;
  *) exit 254 ;;
esac
`,
      );
      chmodSync(path.join(folder, 'bin/aws'), 0o755);
      const environment = { ...process.env, PATH: `${folder}/bin:${process.env['PATH'] ?? ''}` };
      execFileSync('bash', ['collect.sh'], { cwd: folder, env: environment });
      expect(readdirSync(path.join(folder, 'incident-lint-evidence'))).to.have.members([
        'contact-channels-1.json',
        'event-selectors-1.json',
        'resource-groups.json',
        'trail-status-1.json',
        'trails.json',
      ]);
      writeFileSync(path.join(folder, 't.yaml'), template);
      const ran = runCommand(folder, [
        ...['t.yaml', '--context', 'none', '--fail-on', 'never'],
        ...['--evidence', 'incident-lint-evidence'],
      ]);
      expect([ran.status, ran.err]).to.deep.equal([0, '']);
    });

    it('names only commands that read', () => {
      const script = runCommand(temporaryFolder(), ['evidence', '--script']).out;
      const verbs = [...script.matchAll(/\baws [\w-]+ ([\w]+)-/g)].map(([, verb]) => verb);
      expect(verbs).not.to.deep.equal([]);
      expect(verbs.filter((verb) => !['list', 'get', 'describe'].includes(verb ?? ''))).to.deep.equal([]);
      expect(spawnSync('bash', ['-n'], { input: script }).status).to.equal(0);
    });

    it('is all that the command does', () => {
      expect(runCommand(temporaryFolder(), ['evidence']).status).to.equal(2);
    });
  });

  it('ends with the file as it was', () => {
    const folder = temporaryFolder({ 't.yaml': template, 'c.json': channels('ACTIVATED') });
    runCommand(folder, ['t.yaml', '--evidence', 'c.json', '--fix']);
    expect(readFileSync(path.join(folder, 'c.json'), 'utf8')).to.equal(channels('ACTIVATED'));
  });
});
