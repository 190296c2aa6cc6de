import { expect } from 'chai';
import { configuration } from './cli-folder.js';
import { runCommand } from './command.js';
import { temporaryFolder } from './temporary-folder.js';

const template = `Parameters:
  Defer: { Type: String, Default: 'false' }
  Number: { Type: String, NoEcho: true }
Resources:
  AliceSms:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: arn:aws:ssm-contacts:us-east-1:123456789012:contact/alice
      ChannelName: alice-sms
      ChannelType: SMS
      ChannelAddress: !Ref Number
      DeferActivation: !Ref Defer
`;

const values = `[
  { "ParameterKey": "Defer", "ParameterValue": "true" },
  { "ParameterKey": "Number", "ParameterValue": "0301234567" }
]`;

function check(given: string, ...args: string[]) {
  const folder = temporaryFolder({
    'channel.yaml': template,
    'given.json': given,
    'incident-lint.yaml': configuration().replace(
      'channel-address-format: off',
      'channel-address-format: error',
    ),
  });
  return runCommand(folder, ['channel.yaml', '--parameters', 'given.json', ...args]);
}

describe('--parameters', () => {
  it('decides by the values of the file, and points to them', () => {
    const { status, out } = check(values, '--format', 'json');
    const { findings } = JSON.parse(out) as {
      findings: { ruleId: string; certainty: string; range: { start: object }; related: object[] }[];
    };
    expect(status).to.equal(1);
    expect(findings.map(({ ruleId, certainty }) => [ruleId, certainty])).to.deep.equal([
      ['channel-address-format', 'certain'],
      ['channel-unverified', 'certain'],
    ]);
    expect(findings[1]?.range.start).to.deep.equal({ line: 12, column: 24 });
    expect(findings[1]?.related).to.deep.equal([
      {
        file: 'given.json',
        range: { start: { line: 2, column: 48 }, end: { line: 2, column: 54 } },
        message: 'the value is written here',
      },
    ]);
  });

  it('prints no secret value in any format', () => {
    for (const format of ['stylish', 'unix', 'json']) {
      const { out, err } = check(values, '--format', format, '--undecided');
      expect(out).to.include('channel-address-format');
      expect(out + err).not.to.include('0301234567');
    }
  });

  it('makes a file that has no known shape a problem with its line', () => {
    const { status, err } = check('[\n{ "Key": "Defer" }\n]');
    expect(status).to.equal(2);
    expect(err).to.include('given.json:2:1');
  });
});
