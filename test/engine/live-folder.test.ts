import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { LiveFolder, loadConfig, rules, type Outcome } from '../../src/index.js';
import { temporaryFolder } from '../temporary-folder.js';

const samples = path.join(import.meta.dirname, '../../samples');
const today = '2026-11-24';

async function openFolder(folder: string): Promise<LiveFolder> {
  const ruleIds = rules.map(({ id }) => id);
  const configuration = await loadConfig({ cwd: folder, within: folder, ruleIds });
  const levels = configuration.configuration.rules;
  return new LiveFolder(folder, { rules, profile: 'strict', levels, configuration });
}

/** What a folder says that never saw another text. */
async function freshly(folder: string, texts: ReadonlyMap<string, string>): Promise<Outcome> {
  const fresh = await openFolder(folder);
  for (const [file, text] of texts) fresh.setText(file, text);
  return fresh.lint(today);
}

const links = {
  'parent.yaml': `Resources:
  Nested:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: ./child.yaml, Parameters: { Defer: true } }
  Contact:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: a, DisplayName: A, Type: PERSONAL, Plan: [] }
Outputs:
  Contact: { Value: !Ref Contact, Export: { Name: contact } }
`,
  'child.yaml': `Parameters: { Defer: { Type: String, Default: false } }
Resources:
  Sms:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: !ImportValue contact
      ChannelName: sms
      ChannelType: SMS
      ChannelAddress: '+12065550100'
      DeferActivation: !Ref Defer
`,
  'plan.yaml': `Resources:
  Plan:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties:
      Name: plan
      IncidentTemplate: { Title: Broken, Impact: 1 }
      Engagements: [!ImportValue contact]
      ChatChannel: { ChatbotSns: [!ImportValue topic] }
`,
  'topic.yaml': `Resources:
  Topic: { Type: AWS::SNS::Topic }
Outputs:
  Topic: { Value: !Ref Topic, Export: { Name: topic } }
`,
  'main.tf': `resource "aws_ssmcontacts_contact" "a" {
  alias = var.alias
  type  = "PERSONAL"
}
`,
  'variables.tf': `variable "alias" { default = "a" }
`,
};

/** One of several teams that share a channel, an address, a role and a topic with the next one. */
function team(number: number): string {
  const next = String(number + 1);
  const own = String(number);
  return `Resources:
  Contact:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: team${own}, DisplayName: A, Type: PERSONAL, Plan: [] }
  Sms:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: !Ref Contact
      ChannelName: sms
      ChannelType: SMS
      ChannelAddress: '+1206555010${String(Math.floor(number / 2))}'
  Plan:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties:
      Name: team${own}
      IncidentTemplate: { Title: Broken, Impact: 1 }
      Engagements: ['arn:aws:ssm-contacts:eu-central-1:111122223333:contact/team${next}']
      ChatChannel: { ChatbotSns: [!Ref Topic, 'arn:aws:sns:eu-central-1:111122223333:team${next}'] }
      Tags: [{ Key: team, Value: team${own} }]
  Topic:
    Type: AWS::SNS::Topic
    Properties: { TopicName: team${own} }
  TopicPolicy:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Topic]
      PolicyDocument: { Statement: [{ Effect: Allow, Principal: '*', Action: 'sns:*', Resource: !Ref Topic }] }
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: team${own}
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: chatbot.amazonaws.com }, Action: sts:AssumeRole }]
  Chat:
    Type: AWS::Chatbot::SlackChannelConfiguration
    Properties:
      ConfigurationName: team${own}
      IamRoleArn: arn:aws:iam::111122223333:role/team${next}
      SlackChannelId: C000000${String(Math.floor(number / 2))}
      SlackWorkspaceId: T01234567
      SnsTopicArns: [!Ref Topic]
  Group:
    Type: AWS::ResourceGroups::Group
    Properties:
      Name: team${own}
      ResourceQuery:
        Type: TAG_FILTERS_1_0
        Query: { TagFilters: [{ Key: team, Values: [team${next}] }] }
`;
}

/** A bucket and a key whose policies stand in other files, and a file that may be malformed. */
const policies = {
  'trail.yaml': `Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties: { BucketName: my-trail-logs }
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties: { IsLogging: true, S3BucketName: !Ref Logs }
  Key:
    Type: AWS::KMS::Key
  Topic:
    Type: AWS::SNS::Topic
    Properties: { KmsMasterKeyId: !Ref Key }
  Plan:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties:
      Name: plan
      IncidentTemplate: { Title: Broken, Impact: 1 }
      ChatChannel: { ChatbotSns: [!Ref Topic] }
`,
  'policy.yaml': `Resources:
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: my-trail-logs
      PolicyDocument:
        Statement:
          - { Effect: Allow, Principal: '*', Action: ['s3:PutObject', 's3:GetBucketAcl'], Resource: '*' }
`,
  'other.yaml': `Resources:
  Topic: { Type: AWS::SNS::Topic }
`,
};

/** Templates from the samples whose files belong together. */
const estates: readonly (readonly [name: string, fill: (folder: string) => void])[] = [
  [
    'templates that nest, export and import',
    (folder) => {
      for (const [name, text] of Object.entries(links)) writeFileSync(path.join(folder, name), text);
    },
  ],
  [
    'teams that share what they have',
    (folder) => {
      for (const number of [1, 2, 3, 4])
        writeFileSync(path.join(folder, `${String(number)}.yaml`), team(number));
    },
  ],
  [
    'policies beside what they are for',
    (folder) => {
      for (const [name, text] of Object.entries(policies)) writeFileSync(path.join(folder, name), text);
    },
  ],
  ...['cloudformation/several-stacks', 'terraform', 'estate'].map(
    (name) =>
      [
        `the sample ${name}`,
        (folder: string) => {
          cpSync(path.join(samples, name), folder, { recursive: true });
        },
      ] as const,
  ),
];

describe('a folder that is linted again and again', () => {
  for (const [name, fill] of estates)
    it(`says the same as one that is linted for the first time, for ${name}`, async () => {
      const folder = temporaryFolder({ '.git/HEAD': '' });
      fill(folder);
      const live = await openFolder(folder);
      const texts = new Map<string, string>();
      expect(await live.lint(today)).to.deep.equal(await freshly(folder, texts));
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(?:ya?ml|json|tf)$/.test(file))
        .slice(0, 12);
      for (const file of files.map((relative) => path.join(folder, relative))) {
        const original = readFileSync(file, 'utf8');
        const edits = [
          `\n${original}`,
          original.replaceAll('true', 'false'),
          original.replaceAll('team3', 'team2'),
          original.replaceAll('Topic', 'Other'),
          original.replace("Principal: '*'", 'Principal: { Service: cloudtrail.amazonaws.com }'),
          '',
          '{',
          undefined,
        ];
        for (const text of edits) {
          live.setText(file, text);
          if (text === undefined) texts.delete(file);
          else texts.set(file, text);
          expect(await live.lint(today)).to.deep.equal(await freshly(folder, texts));
        }
      }
    });

  it('heeds that a template is nested from now on', async () => {
    const folder = temporaryFolder({ '.git/HEAD': '', ...links, 'parent.yaml': 'Resources: {}\n' });
    const live = await openFolder(folder);
    const isFound = async (): Promise<boolean> =>
      (await live.lint(today)).findings.some(
        ({ ruleId, certainty }) => ruleId === 'channel-unverified' && certainty === 'certain',
      );
    expect(await isFound()).to.equal(false);
    live.setText(path.join(folder, 'parent.yaml'), links['parent.yaml']);
    expect(await isFound()).to.equal(true);
    live.setText(path.join(folder, 'parent.yaml'), undefined);
    expect(await isFound()).to.equal(false);
  });

  it('puts templates together from what they include, and from nothing outside', async () => {
    const channel = `Type: AWS::SSMContacts::ContactChannel
Properties: { ContactId: arn:aws:ssm-contacts:eu-central-1:111122223333:contact/a, ChannelName: sms, ChannelType: SMS, ChannelAddress: '+12065550100', DeferActivation: true }
`;
    const repository = temporaryFolder({
      '.git/HEAD': '',
      'above.yaml': channel,
      'opened/channel.yaml': channel,
      'opened/main.yaml':
        'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Sms: !Include channel.yaml\n',
    });
    const folder = path.join(repository, 'opened');
    const [main, included] = ['main.yaml', 'channel.yaml'].map((name) => path.join(folder, name)) as [
      string,
      string,
    ];
    const live = await openFolder(folder);
    for (const reported of [undefined, new Set([main]), new Set([included])]) {
      const { findings } = await live.lint(today, reported);
      const found = findings.filter(({ ruleId }) => ruleId === 'channel-unverified');
      expect(found.map(({ file }) => file)).to.deep.equal(['channel.yaml']);
    }
    writeFileSync(included, channel.replace('true', 'false'));
    live.forgetListing();
    expect((await live.lint(today)).findings.map(({ ruleId }) => ruleId)).not.to.include(
      'channel-unverified',
    );
    live.setText(main, 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Sms: !Include ../above.yaml\n');
    expect((await live.lint(today)).problems.map(({ code }) => code)).to.deep.equal(['refused-include']);
  });

  it('looks for files again only when it is told', async () => {
    const folder = temporaryFolder({ '.git/HEAD': '', ...links });
    const live = await openFolder(folder);
    const before = await live.lint(today);
    rmSync(path.join(folder, 'child.yaml'));
    expect(await live.lint(today)).to.deep.equal(before);
    live.forgetListing();
    expect((await live.lint(today)).files).to.equal(before.files - 1);
  });
});
