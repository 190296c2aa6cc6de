import { runCommand } from './command.js';
import { temporaryFolder } from './temporary-folder.js';

const good = 'Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n';

/** A template with a fault of `channel-unverified` in line 9. */
export const bad = `Resources:
  AliceSms:
    Type: AWS::SSMContacts::ContactChannel
    Properties:
      ContactId: arn:aws:ssm-contacts:us-east-1:123456789012:contact/alice
      ChannelName: alice-sms
      ChannelType: SMS
      ChannelAddress: '+12065550100'
      DeferActivation: true # for alice@corp.example
`;

const files = {
  'good.yaml': good,
  'bad.yaml': bad,
  'malformed.yaml': `${good}  X: [\n`,
  'values.yaml': 'a: 1\n',
};

/** A configuration that turns every rule off but `channel-unverified`, so that new rules do not change these tests. */
export function configuration(more = ''): string {
  const listed = JSON.parse(runCommand(process.cwd(), ['rules', '--format', 'json']).out) as {
    readonly rules: readonly { readonly id: string }[];
  };
  const others = listed.rules.map(({ id }) => id).filter((id) => id !== 'channel-unverified');
  return `${more}rules:\n  channel-unverified: error\n${others.map((id) => `  ${id}: off\n`).join('')}`;
}

/** A folder with a good, a bad, a malformed and no template, and the configuration above. */
export function folderWithTemplates(): string {
  return temporaryFolder({ ...files, 'incident-lint.yaml': configuration() });
}
