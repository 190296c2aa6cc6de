import { expect } from 'chai';
import { rules } from '../rules/index.js';
import { lintTexts } from '../scripts/docs/lint-texts.js';
import { parseYaml } from '../src/parse/yaml.js';
import type { Finding, Undecided } from '../src/report/finding.js';
import { defaultSettings } from '../src/rule/settings.js';
import { SourceFile } from '../src/text/source-file.js';
import { toJson } from './rule-cases/to-json.js';

const ids = [
  'channel-activation-unproven',
  'channel-address-format',
  'channel-address-placeholder',
  'channel-unverified',
  'plan-unreachable-channels',
];
const channelRules = rules.filter(({ id }) => ids.includes(id));

/** A contact whose channels have every fault that the rules of channels know, once each. */
const shortForm = `Parameters:
  Address: { Type: String, Default: "oncall@example.com" }
  Voice: { Type: String, NoEcho: true }
Conditions:
  IsProd: !Equals [!Ref "AWS::AccountId", "111122223333"]
Resources:
  Alice:
    Type: AWS::SSMContacts::Contact
    Properties:
      Alias: alice
      DisplayName: Alice
      Type: PERSONAL
      Plan:
        - DurationInMinutes: 5
          Targets:
            - ChannelTargetInfo:
                ChannelId: !GetAtt Sms.Arn
                RetryIntervalInMinutes: 1
            - ChannelTargetInfo:
                ChannelId: !If [IsProd, !Ref Sms, !Ref Office]
                RetryIntervalInMinutes: 1
  Sms:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: !Ref Alice
      ChannelName: "Mobile"
      ChannelType: SMS
      ChannelAddress: "0301234567"
      DeferActivation: "true"
  Mail:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: !Ref Alice
      ChannelName: "Mail"
      ChannelType: EMAIL
      ChannelAddress: !Ref Address
      DeferActivation: false
  Call:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: !Ref Alice
      ChannelName: "Call"
      ChannelType: VOICE
      ChannelAddress: !Sub "\${Voice}"
      DeferActivation: !If [IsProd, false, true]
  Office:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: !Ref Alice
      ChannelName: "Office"
      ChannelType: !If [IsProd, VOICE, SMS]
      ChannelAddress: "+1 206 555 0100"
      DeferActivation: true
`;

/** The same with every function written out. */
const longForm = replaced(shortForm, [
  [
    '!Equals [!Ref "AWS::AccountId", "111122223333"]',
    '{ Fn::Equals: [{ Ref: "AWS::AccountId" }, "111122223333"] }',
  ],
  ['!GetAtt Sms.Arn', '{ Fn::GetAtt: [Sms, Arn] }'],
  ['!If [IsProd, !Ref Sms, !Ref Office]', '{ Fn::If: [IsProd, { Ref: Sms }, { Ref: Office }] }'],
  ['!If [IsProd, VOICE, SMS]', '\n        Fn::If: [IsProd, VOICE, SMS]'],
  ['!If [IsProd, false, true]', '{ "Fn::If": [IsProd, false, true] }'],
  ['!Sub "${Voice}"', '{ Fn::Sub: "${Voice}" }'],
  ['!Ref Alice', '{ Ref: Alice }'],
  ['!Ref Address', '{ Ref: Address }'],
]);

/** The same with what channels have in common behind an anchor, and with aliases in place of values. */
const anchored = replaced(shortForm, [
  [
    'Parameters:\n',
    `Metadata:
  Channel: &channel
    ContactId: !Ref Alice
    ChannelName: "Mobile"
    DeferActivation: false
  Number: &number "0301234567"
  Deferral: &deferral "true"
Parameters:
`,
  ],
  [
    `      ContactId: !Ref Alice
      ChannelName: "Mobile"
      ChannelType: SMS
      ChannelAddress: "0301234567"
      DeferActivation: "true"
`,
    `      <<: *channel
      ChannelType: SMS
      ChannelAddress: *number
      DeferActivation: *deferral
`,
  ],
  [
    `      ContactId: !Ref Alice
      ChannelName: "Mail"
      ChannelType: EMAIL
      ChannelAddress: !Ref Address
      DeferActivation: false
`,
    `      ChannelType: EMAIL
      ChannelAddress: !Ref Address
      <<: [*channel, { ChannelName: "Mail" }]
`,
  ],
  [
    '      ContactId: !Ref Alice\n      ChannelName: "Call"\n',
    '      <<: *channel\n      ChannelName: "Call"\n',
  ],
]);

/** The same with accents and signs beyond the first plane before each value of a channel, on its line. */
const nonAscii = shortForm.replaceAll(
  /^ {6}ChannelName: "(\w+)"\n((?: {6}\w+: .+\n)+)/gm,
  (_, name: string, rest: string) =>
    `      { ChannelName: "Zoë 📟 ${name}", ${rest.trim().replaceAll(/\n +/g, ', ')} }\n`,
);
const inFlow = replaced(nonAscii, [
  ['    Properties:\n      ContactId: !Ref Alice\n      {', '    Properties: { "ContactId": !Ref Alice,'],
]);

const spellings: Readonly<Record<string, string>> = {
  'YAML in the long form': longForm,
  JSON: asJson(shortForm),
  'JSON on one line': asJson(shortForm).replaceAll(/\n */g, ' '),
  'YAML with anchors and merge keys': anchored,
  'YAML with CRLF': shortForm.replaceAll('\n', '\r\n'),
  'JSON with CRLF': asJson(shortForm).replaceAll('\n', '\r\n'),
  'YAML with a byte-order mark': `\uFEFF${shortForm}`,
  'JSON with a byte-order mark': `\uFEFF${asJson(shortForm)}`,
  'YAML with non-ASCII text before the values': inFlow,
  'JSON with non-ASCII text before the values': asJson(inFlow).replaceAll(/\n */g, ' '),
};

interface Said {
  readonly rule: string;
  readonly resource: string | undefined;
  readonly says: string;
  /** The text at the range, as JSON, in which all spellings are the same. */
  readonly source: string;
}

/** What the rules say of a text, in an order that does not depend on where it stands. */
function saidOf(text: string): Said[] {
  const file = new SourceFile('template', text);
  const { findings, undecided, problems } = lintTexts([file], channelRules, defaultSettings);
  expect(problems).to.deep.equal([]);
  const said = [
    ...findings.map((finding) => ({
      ...common(file, finding),
      says: [finding.severity, finding.when ?? finding.certainty, finding.message].join(' | '),
    })),
    ...undecided.map((entry) => ({ ...common(file, entry), says: entry.reason })),
  ];
  return said.sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
}

function common(file: SourceFile, { ruleId, resource, range }: Finding | Undecided): Omit<Said, 'says'> {
  const lines = file.text.split(/\r\n|\n/).slice(range.start.line - 1, range.end.line);
  const last = (lines.at(-1) ?? '').slice(0, range.end.column - 1);
  // The blanks keep the first line of a block in one column with the others.
  const source = [...lines.slice(0, -1), last].join('\n').slice(range.start.column - 1);
  return {
    rule: ruleId,
    resource: resource?.name,
    source: JSON.stringify(JSON.parse(asJson(' '.repeat(range.start.column - 1) + source))),
  };
}

/** A template or a part of one, both in YAML or in JSON, which is YAML too, as JSON in the long form. */
function asJson(text: string): string {
  const { root } = parseYaml(new SourceFile('part', text));
  if (root === undefined) throw new Error(`neither a template nor a value: ${text}`);
  return toJson(root);
}

function replaced(text: string, changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`nothing to replace: ${from}`);
    return changed.replaceAll(from, to);
  }, text);
}

describe('the same template in every spelling', () => {
  const expected = saidOf(shortForm);

  it('has every fault of the rules of channels', () => {
    expect(channelRules.map(({ id }) => id)).to.have.members(ids);
    expect([...new Set(expected.map(({ rule }) => rule))]).to.have.members(ids);
  });

  it('is reported at the values', () => {
    expect(
      expected.map(({ rule, resource, source }) => [rule, resource, source].join(' ')),
    ).to.include.members([
      'channel-address-format Sms "0301234567"',
      'channel-address-placeholder Mail {"Ref":"Address"}',
      'channel-address-placeholder Office "+1 206 555 0100"',
      'channel-activation-unproven Call "Call"',
      'channel-unverified Call true',
      'channel-unverified Sms "true"',
    ]);
  });

  for (const [spelling, text] of Object.entries(spellings))
    it(`says the same as ${spelling}`, () => {
      expect(text).not.to.equal(shortForm);
      expect(saidOf(text)).to.deep.equal(expected);
    });
});
