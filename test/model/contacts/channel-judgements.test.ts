import { expect } from 'chai';
import { rules } from '../../../rules/index.js';
import { lintTexts } from '../../../scripts/docs/lint-texts.js';
import { defaultSettings } from '../../../src/rule/settings.js';
import { SourceFile } from '../../../src/text/source-file.js';

const conditions = Array.from({ length: 7 }, (_, index) => `C${String(index)}`);

/** A text that is another one in each combination of the conditions. */
function chosen(text: string, [condition, ...more] = conditions): unknown {
  if (condition === undefined) return text;
  return { 'Fn::If': [condition, chosen(text, more), chosen(text, more)] };
}

function said(id: string, resources: object): string[] {
  const template = {
    Conditions: Object.fromEntries(
      conditions.map((name) => [name, { 'Fn::Equals': [{ Ref: 'AWS::Region' }, name] }]),
    ),
    Resources: resources,
  };
  const file = new SourceFile('template.json', JSON.stringify(template));
  const { findings, undecided } = lintTexts(
    [file],
    rules.filter((rule) => rule.id === id),
    defaultSettings,
  );
  return [...findings.map(({ message }) => message), ...undecided.map(({ reason }) => reason)];
}

const channel = {
  Type: 'AWS::SSMContacts::ContactChannel',
  Properties: {
    ContactId: { 'Fn::ImportValue': 'alice' },
    ChannelName: 'Mail',
    ChannelType: 'EMAIL',
    ChannelAddress: chosen('root@localhost'),
    DeferActivation: true,
  },
};

describe('more conditions than are followed', () => {
  for (const id of ['channel-address-format', 'channel-address-placeholder'])
    it(`leave the address undecided for ${id}`, () => {
      expect(said(id, { Mail: channel })).to.deep.equal(['it depends on more conditions than are followed']);
    });

  it('leave a plan undecided', () => {
    const targets = conditions.map((condition) => ({
      ChannelTargetInfo: {
        ChannelId: { 'Fn::If': [condition, { Ref: 'Mail' }, { Ref: 'Mail' }] },
        RetryIntervalInMinutes: 1,
      },
    }));
    const plan = {
      Type: 'AWS::SSMContacts::Plan',
      Properties: {
        ContactId: { 'Fn::ImportValue': 'alice' },
        Stages: [{ DurationInMinutes: 5, Targets: targets }],
      },
    };
    expect(said('plan-unreachable-channels', { Mail: channel, Plan: plan })).to.deep.equal([
      'its targets depend on more conditions than are followed',
    ]);
  });
});
