import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { runCommand } from './command.js';
import { temporaryFolder } from './temporary-folder.js';

describe('--fix, of statements', () => {
  /** The text of t.yaml (or another file) after fixing it. */
  function fixed(text: string, args: readonly string[] = [], name = 't.yaml'): string {
    const folder = temporaryFolder({ [name]: text });
    runCommand(folder, [name, '--context', 'none', '--fix', ...args]);
    return readFileSync(path.join(folder, name), 'utf8');
  }

  it('adds the condition on the account to a statement that is for Incident Manager alone', () => {
    const policy = (statement: string): string => `Resources:
  Topic: { Type: AWS::SNS::Topic }
  P:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Topic]
      PolicyDocument:
        Statement:
          - ${statement}Effect: Allow
            Principal: { Service: ssm-incidents.amazonaws.com }
            Action: sns:Publish
            Resource: !Ref Topic
`;
    const condition = 'Condition: { StringEquals: { aws:SourceAccount: !Ref AWS::AccountId } }\n            ';
    expect(fixed(policy(''))).to.equal(policy(condition));
    const shared = policy('').replace(
      'ssm-incidents.amazonaws.com',
      '[ssm-incidents.amazonaws.com, events.amazonaws.com]',
    );
    expect(fixed(shared)).to.equal(shared);
    const role = (statement: string): string =>
      `{ "Resources": { "R": { "Type": "AWS::IAM::Role", "Properties": { "AssumeRolePolicyDocument": { "Statement": [{ ${statement}"Effect": "Allow", "Principal": { "Service": "ssm-incidents.amazonaws.com" }, "Action": "sts:AssumeRole" }] } } } } }`;
    expect(fixed(role(''), [], 't.json')).to.equal(role(''));
    expect(fixed(role(''), ['--fix-unsafe'], 't.json')).to.equal(
      role('"Condition": {"StringEquals":{"aws:SourceAccount":{"Ref":"AWS::AccountId"}}}, '),
    );
    const text = policy('').replace(
      /Statement:[^]*$/,
      `\n          '{"Statement":{"Effect":"Allow","Principal":{"Service":"ssm-incidents.amazonaws.com"},"Action":"sns:Publish","Resource":"*"}}'\n`,
    );
    expect(fixed(text, ['--fix-unsafe'])).to.equal(text);
  });

  it('lets only private channels in where a chat applications policy names public ones', () => {
    const policy = (types: string): string => `Resources:
  Chat:
    Type: AWS::Organizations::Policy
    Properties:
      Name: chat
      Type: CHATBOT_POLICY
      Content:
        chatbot:
          platforms:
            slack:
              client: { '@@assign': enabled }
              default:
                supported_channel_types:
                  '@@assign': ${types} # types
`;
    const mended = policy('["private"]');
    expect(fixed(policy('[public, private]'))).to.equal(policy('[public, private]'));
    expect(fixed(policy('[public, private]'), ['--fix-unsafe'])).to.equal(mended);
    const block = policy('').replace(' # types', '\n                    - public');
    expect(fixed(block, ['--fix-unsafe'])).to.equal(block.replace('- public', '["private"]'));
    const text = `Resources:
  Chat:
    Type: AWS::Organizations::Policy
    Properties:
      Name: chat
      Type: CHATBOT_POLICY
      Content: '{"chatbot":{"platforms":{"slack":{"client":{"@@assign":"enabled"},"default":{"supported_channel_types":{"@@assign":["public"]}}}}}}'
`;
    expect(fixed(text, ['--fix-unsafe'])).to.equal(text);
  });
});
