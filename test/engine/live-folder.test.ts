import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { LiveFolder, loadConfig, rules, type Outcome } from '../../src/index.js';
import { temporaryFolder } from '../temporary-folder.js';
import { estates, links } from './live-estates.js';

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
