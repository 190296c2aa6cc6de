import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { runCommand } from './command.js';
import { temporaryFolder } from './temporary-folder.js';

interface Report {
  readonly findings: readonly Entry[];
  readonly undecided: readonly Entry[];
  readonly errors: readonly unknown[];
}

interface Entry {
  readonly ruleId: string;
  readonly severity?: string;
  readonly resource: { readonly name: string; readonly type: string };
}

const root = path.join(import.meta.dirname, '..');
const samples = path.join(root, 'samples/estate');

/** What differs from the estate in CloudFormation, and why. */
interface Dialect {
  /** The aws provider creates every channel inactive, whatever its author wants: the fault is milder there. */
  readonly alwaysDefers?: true;
  /** The aws provider has no argument for the protection of a replication set, so only a state tells of it. */
  readonly hidesProtection?: true;
  /** Terraform has a type for the contacts of an account, so that the lack of one shows. */
  readonly showsAccount?: true;
}

const dialects: Readonly<Record<string, Dialect>> = {
  'cloudformation-json': {},
  'cloudformation-yaml': {},
  'terraform-awscc': { showsAccount: true },
  'terraform-json': { alwaysDefers: true, hidesProtection: true, showsAccount: true },
  'terraform-native': { alwaysDefers: true, hidesProtection: true, showsAccount: true },
  'terraform-plan': { alwaysDefers: true, hidesProtection: true, showsAccount: true },
  'terraform-state': {},
};

const onDeferral = ['channel-unverified', 'plan-unreachable-channels'];

/** A line for each finding and each undecided check, without what only places or names tell apart. */
function told(folder: string, paths: readonly string[] = []): string[] {
  const options = ['--context', 'none', '--profile', 'strict', '--format', 'json'];
  const { out } = runCommand(folder, [...paths, ...options]);
  const { findings, undecided, errors } = JSON.parse(out) as Report;
  expect(errors).to.deep.equal([]);
  return [...findings, ...undecided]
    .map(({ ruleId, severity, resource }) => `${ruleId}: ${resource.type}: ${severity ?? 'undecided'}`)
    .sort();
}

describe('the same estate', () => {
  const expected = told(path.join(samples, 'cloudformation-yaml'));

  it('has faults of all kinds', () => {
    for (const line of [
      'channel-unverified: AWS::SSMContacts::ContactChannel: error',
      'chat-channel-privacy: AWS::Chatbot::SlackChannelConfiguration: undecided',
      'chat-topic-public: AWS::SNS::TopicPolicy: error',
      'iam-wildcard-action: AWS::IAM::ManagedPolicy: error',
      'trail-integrity: AWS::CloudTrail::Trail: warning',
    ])
      expect(expected).to.include(line);
  });

  it('is written in these ways', () => {
    expect(readdirSync(samples)).to.have.members([...Object.keys(dialects), 'cdk']);
  });

  for (const [name, { alwaysDefers, hidesProtection, showsAccount }] of Object.entries(dialects))
    it(`has the same findings in ${name}`, () => {
      const here = expected.map((line) => {
        if (showsAccount && line.startsWith('advisory-security-contact:'))
          return line.replace(/undecided$/, 'warning');
        return alwaysDefers && onDeferral.some((id) => line.startsWith(`${id}:`))
          ? line.replace(/error$/, 'warning')
          : line;
      });
      if (hidesProtection)
        here.push('replication-set-deletion-unprotected: AWS::SSMIncidents::ReplicationSet: undecided');
      expect(told(path.join(samples, name))).to.deep.equal(here.sort());
    });

  it('has the same findings in the output of CDK', () => {
    const folder = temporaryFolder();
    const app = path.join(samples, 'cdk/app.ts');
    execFileSync(process.execPath, ['--import', 'tsx', app], {
      cwd: root,
      env: { ...process.env, CDK_OUTDIR: path.join(folder, 'cdk.out') },
    });
    expect(told(folder)).to.deep.equal(expected);
  });
});
