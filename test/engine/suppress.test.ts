import { expect } from 'chai';
import { rules } from '../../rules/index.js';
import { lintTexts } from '../../scripts/docs/lint-texts.js';
import { parseYaml } from '../../src/parse/yaml.js';
import { defaultSettings } from '../../src/rule/settings.js';
import { SourceFile } from '../../src/text/source-file.js';

function lintYaml(text: string) {
  return lintTexts([new SourceFile('t.yaml', text)], rules, defaultSettings, { today: '2026-12-01' });
}

const comment = '# incident-lint-disable-file channel-unverified, trail-missing -- the pilot has no trail';
const channel = (deferred: string) => `Parameters: { Deferred: { Type: String } }
Resources:
  Sms:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: arn:aws:ssm-contacts:eu-west-1:111122223333:contact/alice
      ChannelName: mobile
      ChannelType: SMS
      ChannelAddress: '+4915123456789'
      DeferActivation: ${deferred}
`;

describe('suppressing', () => {
  it('moves findings to the suppressed ones, with the reason', () => {
    const { findings, suppressed } = lintYaml(`${comment}\n${channel('true')}`);
    expect(findings.map(({ ruleId }) => ruleId)).not.to.include('channel-unverified');
    expect(suppressed.map(({ finding, reason }) => [finding.ruleId, reason])).to.deep.equal([
      ['trail-missing', 'the pilot has no trail'],
      ['channel-unverified', 'the pilot has no trail'],
    ]);
  });

  it('hides undecided checks too', () => {
    const of = (text: string) =>
      lintYaml(text).undecided.filter(({ ruleId }) => ruleId === 'channel-unverified');
    expect(of(channel('!Ref Deferred'))).to.have.lengthOf(1);
    expect(of(`${comment}\n${channel('!Ref Deferred')}`)).to.deep.equal([]);
  });

  it('is told at what is written, in a list or not', () => {
    const pathOf = (disable: string) =>
      lintYaml(`Metadata: { incident-lint: { disable: ${disable} } }\n${channel('true')}`).findings.find(
        ({ ruleId }) => ruleId === 'suppression-invalid',
      )?.path;
    expect(pathOf('[{ rule: trail-missing }]')).to.equal('/Metadata/incident-lint/disable/0');
    expect(pathOf('{ rule: trail-missing }')).to.equal('/Metadata/incident-lint/disable');
  });

  it('reaches no problem', () => {
    const text = `${comment}\n${channel('true')}      DeferActivation: false\n`;
    expect(lintYaml(text).problems.map(({ code }) => code)).to.deep.equal(['duplicate-key']);
  });
});

describe('the comments of a YAML text', () => {
  const commentsOf = (text: string) =>
    (parseYaml(new SourceFile('t.yaml', text)).comments ?? []).map(({ text: written, span }) => {
      expect(text.slice(span.start, span.end)).to.equal(written);
      return written;
    });

  it('are those that name the tool, wherever they stand', () => {
    const text = '# incident-lint a\r\nA: é😀 # other\r\nB: # incident-lint b\r\n  - 1 # incident-lint c\n';
    expect(commentsOf(text)).to.deep.equal(['# incident-lint a', '# incident-lint b', '# incident-lint c']);
  });

  it('are not what texts hold', () => {
    const text = 'A: |\n  # incident-lint a\nB: "# incident-lint b"\nC: x#incident-lint\n';
    expect(commentsOf(text)).to.deep.equal([]);
  });
});
