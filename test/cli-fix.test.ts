import { execFileSync } from 'node:child_process';
import { lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { runCommand, type Ran } from './command.js';
import { temporaryFolder } from './temporary-folder.js';

const replication = `  Replication:
    Type: AWS::SSMIncidents::ReplicationSet
    Properties: { DeletionProtected: true, Regions: [{ RegionName: eu-west-1 }, { RegionName: eu-central-1 }] }
`;

/** A trail with lines of its own among its properties, which are indented by six blanks. */
const trail = (lines: string): string => `Resources:
${replication}  Trail: # the only one
    Type: AWS::CloudTrail::Trail
    Properties:
      ${lines}
      S3BucketName: audit
`;

const only = (...rules: string[]): string[] => rules.flatMap((rule) => ['--rule', `${rule}=warning`]);

describe('--fix', () => {
  /** The text of t.yaml (or another file) after fixing it. */
  function fixed(text: string, args: readonly string[] = [], name = 't.yaml'): string {
    const folder = temporaryFolder({ [name]: text });
    runCommand(folder, [name, '--context', 'none', '--fix', ...args]);
    return readFileSync(path.join(folder, name), 'utf8');
  }

  it('replaces a value and keeps comments and quotes', () => {
    const of = (value: string): string =>
      trail(`IsLogging: true\n      EnableLogFileValidation: ${value} # why?`);
    expect(fixed(of('false'))).to.equal(of('true'));
    expect(fixed(of("'false'"))).to.equal(of("'true'"));
    expect(fixed(of('"no"'))).to.equal(of('"true"'));
    expect(fixed(of('!!bool false'))).to.equal(of('!!bool true'));
  });

  it('adds a property that is missing, in block and flow style and in JSON', () => {
    expect(fixed(trail('IsLogging: true'))).to.equal(
      trail('EnableLogFileValidation: true\n      IsLogging: true'),
    );
    const flow = (properties: string): string =>
      `Resources:\n${replication}  Trail: { Type: AWS::CloudTrail::Trail, Properties: ${properties} }\n`;
    expect(fixed(flow('{ IsLogging: true, S3BucketName: audit }'))).to.equal(
      flow('{ EnableLogFileValidation: true, IsLogging: true, S3BucketName: audit }'),
    );
    const json = (properties: string): string => `{
  "Resources": {
    "Replication": { "Type": "AWS::SSMIncidents::ReplicationSet", "Properties": { "DeletionProtected": true, "Regions": [{ "RegionName": "eu-west-1" }] } },
    "Trail": {
      "Type": "AWS::CloudTrail::Trail",
      "Properties": {
        ${properties}
      }
    }
  }
}`;
    expect(fixed(json('"IsLogging": true,\n        "S3BucketName": "audit"'), [], 't.json')).to.equal(
      json('"EnableLogFileValidation": true,\n        "IsLogging": true,\n        "S3BucketName": "audit"'),
    );
  });

  it('keeps CRLF line ends and a byte-order mark', () => {
    const text = trail('IsLogging: true').replaceAll('\n', '\r\n');
    const after = fixed(`\uFEFF${text}`);
    expect(after).to.equal(
      `\uFEFF${trail('EnableLogFileValidation: true\n      IsLogging: true').replaceAll('\n', '\r\n')}`,
    );
  });

  it('mends an ARN', () => {
    const policy = (arn: string): string => `Resources:
  P:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: { Statement: [{ Effect: Allow, Action: 'ssm-incidents:StartIncident', Resource: ${arn} }] }
`;
    expect(fixed(policy("'arn:aws:ssm-incidents:eu-west-1:111122223333:response-plan/web'"))).to.equal(
      policy("'arn:aws:ssm-incidents::111122223333:response-plan/web'"),
    );
  });

  it('applies what may break something only with --fix-unsafe', () => {
    const text = trail(
      'IsLogging: true\n      IsMultiRegionTrail: false\n      EnableLogFileValidation: true',
    );
    expect(fixed(text)).to.equal(text);
    expect(fixed(text, ['--fix-unsafe'])).to.equal(
      text.replace('IsMultiRegionTrail: false', 'IsMultiRegionTrail: true'),
    );
  });

  it('adds a guardrail to the chat of an incident only with --fix-unsafe, in any partition', () => {
    const chat = (topics: string, guardrail = ''): string => `Resources:
  Topic: { Type: AWS::SNS::Topic }
  Plan:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties: { Name: web, IncidentTemplate: { Title: No answer, Impact: 1 }, ChatChannel: { ChatbotSns: [!Ref Topic] } }
  Slack:
    Type: AWS::Chatbot::SlackChannelConfiguration
    Properties:
      ${guardrail}ConfigurationName: ops
      SlackWorkspaceId: T07EXAMPLE
      SlackChannelId: C07EXAMPLE01
      LoggingLevel: INFO
      IamRoleArn: arn:aws:iam::111122223333:role/chat
      SnsTopicArns: ${topics}
`;
    const added =
      "GuardrailPolicies: [!Sub 'arn:${AWS::Partition}:iam::aws:policy/AWSIncidentManagerResolverAccess']\n      ";
    expect(fixed(chat('[!Ref Topic]'))).to.equal(chat('[!Ref Topic]'));
    expect(fixed(chat('[!Ref Topic]'), ['--fix-unsafe'])).to.equal(chat('[!Ref Topic]', added));
    expect(fixed(chat('[!Ref Topic]', 'GuardrailPolicies: []\n      '), ['--fix-unsafe'])).to.equal(
      chat('[!Ref Topic]', added),
    );
    expect(fixed(chat('[]'), ['--fix-unsafe']), 'a channel of something else').to.equal(chat('[]'));
  });

  it('adds a guardrail in JSON', () => {
    const chat = (guardrail: string): string => `{
  "Resources": {
    "Plan": {
      "Type": "AWS::SSMIncidents::ResponsePlan",
      "Properties": {
        "Name": "web",
        "IncidentTemplate": { "Title": "No answer", "Impact": 1 },
        "ChatChannel": { "ChatbotSns": ["arn:aws:sns:eu-central-1:111122223333:ops"] }
      }
    },
    "Slack": {
      "Type": "AWS::Chatbot::SlackChannelConfiguration",
      "Properties": {
        ${guardrail}"ConfigurationName": "ops",
        "SlackWorkspaceId": "T07EXAMPLE",
        "SlackChannelId": "C07EXAMPLE01",
        "LoggingLevel": "INFO",
        "IamRoleArn": "arn:aws:iam::111122223333:role/chat",
        "SnsTopicArns": ["arn:aws:sns:eu-central-1:111122223333:ops"]
      }
    }
  }
}`;
    const added =
      '"GuardrailPolicies": [{"Fn::Sub":"arn:${AWS::Partition}:iam::aws:policy/AWSIncidentManagerResolverAccess"}],\n        ';
    expect(fixed(chat(''), ['--fix-unsafe'], 't.json')).to.equal(chat(added));
  });

  it('touches no value that a parameter, a condition or an alias brings', () => {
    const parameter = `Parameters: { Validated: { Type: String, Default: 'false' } }\n${trail('IsLogging: true\n      EnableLogFileValidation: !Ref Validated')}`;
    expect(fixed(parameter)).to.equal(parameter);
    const shared = `Anchors: { Off: &off false }\n${trail('IsLogging: true\n      EnableLogFileValidation: *off')}`;
    expect(fixed(shared)).to.equal(shared);
  });

  it('mends several faults of one place round by round, and reports what is left', () => {
    const folder = temporaryFolder({ 't.yaml': trail('IsLogging: false') });
    const { out, status } = runCommand(folder, [
      't.yaml',
      '--context',
      'none',
      '--fix-unsafe',
      '-f',
      'unix',
      '--fail-on',
      'error',
    ]);
    const text = readFileSync(path.join(folder, 't.yaml'), 'utf8');
    expect(text).to.include('IsLogging: true');
    expect(text).to.include('EnableLogFileValidation: true');
    expect(text).to.include('IsMultiRegionTrail: true');
    // What is left has no fix: nobody but the author knows a key, a log group, or who should be notified.
    expect(out).to.include('[trail-protection]');
    for (const rule of ['trail-integrity', 'trail-not-recording-im', 'trail-single-region'])
      expect(out).not.to.include(`[${rule}]`);
    expect(status).to.equal(0);
  });

  it('leaves what is suppressed, or in the baseline, as it is', () => {
    const text = trail(
      'IsLogging: true\n      EnableLogFileValidation: false # incident-lint-disable-line trail-integrity -- locked',
    );
    expect(fixed(text)).to.equal(text);
    const folder = temporaryFolder({ 't.yaml': trail('IsLogging: true') });
    const run = (...args: string[]): Ran =>
      runCommand(folder, ['t.yaml', '--context', 'none', '--baseline', 'b.json', ...args]);
    run('--update-baseline');
    run('--fix');
    expect(readFileSync(path.join(folder, 't.yaml'), 'utf8')).to.equal(trail('IsLogging: true'));
  });

  it('does not write through a link', () => {
    const folder = temporaryFolder({ 'real.yaml': trail('IsLogging: true') });
    symlinkSync(path.join(folder, 'real.yaml'), path.join(folder, 'link.yaml'));
    const { status, err } = runCommand(folder, ['link.yaml', '--context', 'none', '--fix']);
    expect(status).to.equal(2);
    expect(err).to.include('link.yaml: the fix is not written: the file is a link [unwritable-file]');
    expect(lstatSync(path.join(folder, 'link.yaml')).isSymbolicLink()).to.equal(true);
    expect(readFileSync(path.join(folder, 'real.yaml'), 'utf8')).to.equal(trail('IsLogging: true'));
  });

  describe('--fix-dry-run', () => {
    it('prints a diff that git applies, and writes nothing', () => {
      const folder = temporaryFolder({ 'a b/t.yaml': trail('IsLogging: true') });
      const { out } = runCommand(folder, ['.', '--context', 'none', '--fix-dry-run']);
      expect(readFileSync(path.join(folder, 'a b/t.yaml'), 'utf8')).to.equal(trail('IsLogging: true'));
      expect(out).to.match(/^--- a\/a b\/t\.yaml/);
      execFileSync('git', ['init', '--quiet'], { cwd: folder });
      writeFileSync(path.join(folder, 'x.diff'), out);
      execFileSync('git', ['apply', 'x.diff'], { cwd: folder, stdio: 'pipe' });
      expect(readFileSync(path.join(folder, 'a b/t.yaml'), 'utf8')).to.include(
        'EnableLogFileValidation: true',
      );
    });

    it('prints nothing where there is nothing to fix', () => {
      const folder = temporaryFolder({ 't.yaml': 'Resources: { T: { Type: AWS::SNS::Topic } }\n' });
      expect(
        runCommand(folder, ['.', '--context', 'none', '--fix-dry-run', ...only('trail-integrity')]).out,
      ).to.equal('');
    });
  });

  it('is refused for standard input', () => {
    expect(runCommand(temporaryFolder(), ['-', '--fix']).err).to.include('only files can be fixed');
  });
});
