import { expect } from 'chai';
import { outputsIn } from '../src/evidence/outputs.js';
import { runCommand, type Ran } from './command.js';
import { temporaryFolder } from './temporary-folder.js';

const template = `Resources:
  AliceSms:
    Type: AWS::SSMContacts::ContactChannel
    Properties: { ContactId: !Ref Alice, ChannelName: alice-sms, ChannelType: SMS, ChannelAddress: '+4915123456789' }
  Alice:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: alice, DisplayName: Alice, Type: PERSONAL, Plan: [] }
`;

const channels = (...more: object[]): string => JSON.stringify({ ContactChannels: more });
const alice = {
  ContactChannelArn: 'arn:aws:ssm-contacts:eu-west-1:111122223333:contact-channel/alice/1',
  ContactArn: 'arn:aws:ssm-contacts:eu-west-1:111122223333:contact/alice',
  Name: 'alice-sms',
  Type: 'SMS',
  ActivationStatus: 'NOT_ACTIVATED',
};

function lint(evidence: string): Ran {
  const folder = temporaryFolder({ 't.yaml': template, 'x.json': evidence });
  return runCommand(folder, ['t.yaml', '--context', 'none', '--evidence', 'x.json']);
}

describe('a file of evidence', () => {
  it('may hold several outputs one after the other', () => {
    const { out } = lint(`${channels()}\n${channels(alice)}\n`);
    expect(out).to.include('Channel "AliceSms" was not activated');
    expect(out).to.match(/see x\.json:2:\d+: the account says so/);
  });

  it('says where one of several is wrong', () => {
    const { status, err } = lint(`${channels()}\n  { "ContactChannels": [,] }\n`);
    expect(status).to.equal(2);
    expect(err).to.include('x.json:2:25: ');
  });

  it('is JSON, and what is in another format is told which it should be', () => {
    for (const text of ['CONTACTCHANNELS\tNOT_ACTIVATED\n', 'ContactChannels:\n- Name: alice-sms\n', '']) {
      const { status, err } = lint(text);
      expect(status, text).to.equal(2);
      expect(err, text).to.include('x.json:1:1: ').and.include('prints with --output json');
    }
  });

  it('that goes on elsewhere is warned of, and counts', () => {
    const cut = `{\n"NextToken": "abc",\n"ContactChannels": [${JSON.stringify(alice)}]}`;
    const { status, out, err } = lint(cut);
    expect(status).to.equal(1);
    expect(out).to.include('Channel "AliceSms" was not activated');
    expect(err).to.include('x.json:2:1: warning: the output goes on');
  });
});

describe('outputsIn', () => {
  it('keeps what stands in quotes, and every line and column', () => {
    expect(outputsIn('{"a": "}{\\""}\r\n [1]{}')).to.deep.equal(['{"a": "}{\\""}', '\n [1]', '\n    {}']);
  });

  it('leaves alone what is one output, or none', () => {
    for (const text of ['', '{"a": 1}\n', '{} x {}', '{}}{}', '{}{"a', '"a" {}', '{}{'])
      expect(outputsIn(text)).to.deep.equal([text]);
    const many = '{}'.repeat(3_000);
    expect(outputsIn(many)).to.deep.equal([many]);
  });
});
