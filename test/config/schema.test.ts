import { expect } from 'chai';
import { readConfiguration } from '../../src/config/schema.js';
import { parseYaml } from '../../src/parse/yaml.js';
import { SourceFile } from '../../src/text/source-file.js';

const ruleIds = ['channel-unverified', 'trail-missing'];

function read(text: string) {
  return readConfiguration(parseYaml(new SourceFile('incident-lint.yaml', text)), ruleIds);
}

/** Each problem as `line:column: message`. */
function problemsOf(text: string): string[] {
  return read(text).problems.map(
    ({ range, message }) => `${String(range?.start.line)}:${String(range?.start.column)}: ${message}`,
  );
}

describe('readConfiguration', () => {
  it('reads every key', () => {
    const { configuration, problems } = read(`
profile: strict
failOn: error
rules:
  channel-unverified: off
  trail-missing: info
chat:
  privateSlackChannelIds: [C07EXAMPLE01]
  privateTeamsChannelIds: []
  publicSlackChannelIds: [C07EXAMPLE02]
  sharedChannelsAllowed: [C07EXAMPLE03]
external:
  cloudtrail: 'organization trail'
  chatbotOrgPolicy: policy p-1
  scp: policy p-2
  resourceGroups: group g-1
  healthMonitoring: the hub account
  trustedAdvisor: the hub account
  securityContact: security@corp.example
contacts: { allowedEmailDomains: [corp.example], reviewTag: reviewed-on, maxAgeDays: 180 }
iam: { breakGlassRoles: [Emergency] }
tags: { required: [team] }
tools: { minimum: { awsCdkLib: 2.200.0, terraform: 1.10, awsProvider: 6, awsccProvider: '1.0', awsCli: 2.30, powershell: 5 } }
account: { id: '111122223333' }
org: { principals: ['444455556666'] }
workspaces: [apps/*, infra]
ignore: ['**/fixtures/**']
overrides:
  - files: ['legacy/**']
    rules: { trail-missing: warning }
plugins: [lint/own.js]
include: { env: [STAGE] }
`);
    expect(problems).to.deep.equal([]);
    expect(configuration).to.deep.equal({
      profile: 'strict',
      failOn: 'error',
      rules: new Map([
        ['channel-unverified', 'off'],
        ['trail-missing', 'info'],
      ]),
      settings: {
        chat: {
          privateSlackChannelIds: ['C07EXAMPLE01'],
          privateTeamsChannelIds: [],
          publicSlackChannelIds: ['C07EXAMPLE02'],
          sharedChannelsAllowed: ['C07EXAMPLE03'],
        },
        external: {
          cloudtrail: 'organization trail',
          chatbotOrgPolicy: 'policy p-1',
          scp: 'policy p-2',
          resourceGroups: 'group g-1',
          healthMonitoring: 'the hub account',
          trustedAdvisor: 'the hub account',
          securityContact: 'security@corp.example',
        },
        contacts: { allowedEmailDomains: ['corp.example'], reviewTag: 'reviewed-on', maxAgeDays: 180 },
        iam: { breakGlassRoles: ['Emergency'] },
        tags: { required: ['team'] },
        tools: {
          minimum: {
            awsCdkLib: '2.200.0',
            terraform: '1.10',
            awsProvider: '6',
            awsccProvider: '1.0',
            awsCli: '2.30',
            powershell: '5',
          },
        },
        account: { id: '111122223333' },
        org: { principals: ['444455556666'] },
      },
      workspaces: ['apps/*', 'infra'],
      ignore: ['**/fixtures/**'],
      overrides: [{ files: ['legacy/**'], rules: new Map([['trail-missing', 'warning']]) }],
      plugins: [
        {
          path: 'lint/own.js',
          file: 'incident-lint.yaml',
          range: { start: { line: 31, column: 11 }, end: { line: 31, column: 22 } },
        },
      ],
      include: { env: ['STAGE'] },
    });
  });

  it('takes an empty file and empty keys for nothing said', () => {
    expect(problemsOf('')).to.deep.equal([]);
    expect(problemsOf('rules:\nchat:\nignore:\n')).to.deep.equal([]);
  });

  const wrong: Record<string, readonly [text: string, problem: string]> = {
    'an unknown key': ['profil: strict', '1:1: unknown key "profil" (did you mean "profile"?)'],
    'an unknown key below': [
      'chat:\n  privateSlackChannels: []',
      '2:3: unknown key "chat.privateSlackChannels" (did you mean "privateSlackChannelIds"?)',
    ],
    'a key named like a method': ['toString: 1', '1:1: unknown key "toString"'],
    'a key of a later version': [
      'activation: {}',
      '1:1: this version does not know the key "activation" yet',
    ],
    'a number of days that is no number': [
      'contacts: { maxAgeDays: "90" }',
      '1:25: "contacts.maxAgeDays" must be a whole number from 1 to 999999',
    ],
    'a version that is none': [
      'tools: { minimum: { terraform: new } }',
      '1:32: "tools.minimum.terraform" must be a version such as 1.9.0',
    ],
    'an unknown rule': [
      'rules:\n  chanel-unverified: off',
      '2:3: unknown rule "chanel-unverified" (did you mean "channel-unverified"?)',
    ],
    'an unknown severity': [
      'rules:\n  trail-missing: warn',
      '2:18: "rules.trail-missing" must be one of off, info, warning, error, not "warn"',
    ],
    'an unknown profile': [
      'profile: stict',
      '1:10: "profile" must be one of recommended, strict, not "stict" (did you mean "strict"?)',
    ],
    'a text instead of a list': ['ignore: fixtures', '1:9: "ignore" must be a list'],
    'a number instead of a text': [
      'iam: { breakGlassRoles: [1] }',
      '1:26: "iam.breakGlassRoles[]" must be a text',
    ],
    'a list instead of the configuration': ['- profile', '1:1: the configuration must be a map'],
    'half an override': [
      'overrides: [{ files: [a] }]',
      '1:13: an entry of "overrides" needs "files" and "rules"',
    ],
    'a glob that leaves the folder': [
      'workspaces: [../other]',
      '1:14: "workspaces[]" must not leave the configuration\'s folder',
    ],
    'an absolute glob': [
      'ignore: [/etc/*]',
      '1:10: "ignore[]" must be relative to the configuration\'s folder',
    ],
    'braces that expand to a product': [
      "ignore: ['{a,b}{a,b}{a,b}{a,b}']",
      '1:10: "ignore[]" must not have more than 3 braces, nor a range in them',
    ],
  };
  for (const [what, [text, problem]] of Object.entries(wrong))
    it(`names the place of ${what}`, () => {
      expect(problemsOf(text)).to.deep.equal([problem]);
    });

  it('keeps what is right beside what is wrong', () => {
    const { configuration, problems } = read('profile: strict\nrules: { nope: off, trail-missing: off }\n');
    expect(problems.map(({ code }) => code)).to.deep.equal(['bad-configuration']);
    expect(configuration.profile).to.equal('strict');
    expect([...configuration.rules.keys()]).to.deep.equal(['trail-missing']);
  });

  it('reports a malformed file', () => {
    expect(read('a: [').problems.map(({ code }) => code)).to.deep.equal(['malformed-yaml']);
  });
});
