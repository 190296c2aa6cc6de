import type { Entry, MapValue, Value } from '../value/value.js';
import { entryOf } from '../value/value.js';

/** A resource of the account as a command printed it. */
export interface Answer {
  /** The CloudFormation type. */
  readonly type: string;
  /** The command, such as `aws cloudtrail describe-trails`. */
  readonly command: string;
  readonly name: string;
  readonly properties: MapValue;
}

/** How a command's output is read: the key under which it lists its items, or the keys of a single one. */
interface Command {
  readonly command: string;
  readonly list?: string;
  /** Keys that together tell a single item from the output of other commands. */
  readonly keys?: readonly string[];
  readonly type: string;
  /** The key that names an item. */
  readonly name: string;
  /** What is kept of an item, with the names of CloudFormation's properties. Addresses are not among it. */
  readonly properties: Readonly<Record<string, string>>;
}

const channel = {
  type: 'AWS::SSMContacts::ContactChannel',
  name: 'ContactChannelArn',
  properties: {
    ContactArn: 'ContactId',
    Name: 'ChannelName',
    Type: 'ChannelType',
    ActivationStatus: 'ActivationStatus',
  },
};

const trail = {
  type: 'AWS::CloudTrail::Trail',
  name: 'TrailARN',
  properties: {
    Name: 'TrailName',
    IsMultiRegionTrail: 'IsMultiRegionTrail',
    IncludeGlobalServiceEvents: 'IncludeGlobalServiceEvents',
    LogFileValidationEnabled: 'EnableLogFileValidation',
    S3BucketName: 'S3BucketName',
    KmsKeyId: 'KMSKeyId',
    CloudWatchLogsLogGroupArn: 'CloudWatchLogsLogGroupArn',
    HasCustomEventSelectors: 'HasCustomEventSelectors',
  },
};

const slack = {
  type: 'AWS::Chatbot::SlackChannelConfiguration',
  name: 'ConfigurationName',
  properties: {
    ConfigurationName: 'ConfigurationName',
    SlackTeamId: 'SlackWorkspaceId',
    SlackChannelId: 'SlackChannelId',
    IamRoleArn: 'IamRoleArn',
    SnsTopicArns: 'SnsTopicArns',
    LoggingLevel: 'LoggingLevel',
    GuardrailPolicyArns: 'GuardrailPolicies',
    UserAuthorizationRequired: 'UserRoleRequired',
  },
};

const group = { type: 'AWS::ResourceGroups::Group', name: 'GroupName', properties: { GroupName: 'Name' } };

/** The commands whose output is understood (AWS CLI command reference). */
const commands: readonly Command[] = [
  { command: 'aws ssm-contacts list-contact-channels', list: 'ContactChannels', ...channel },
  {
    command: 'aws ssm-contacts get-contact-channel',
    keys: ['ContactChannelArn', 'ActivationStatus'],
    ...channel,
  },
  { command: 'aws cloudtrail describe-trails', list: 'trailList', ...trail },
  {
    command: 'aws chatbot describe-slack-channel-configurations',
    list: 'SlackChannelConfigurations',
    ...slack,
  },
  { command: 'aws resource-groups list-groups', list: 'GroupIdentifiers', ...group },
];

/** The resources in a command's output; undefined where it is the output of none that is understood. */
export function answersIn(output: MapValue): Answer[] | undefined {
  const command = commands.find(({ list, keys = [] }) =>
    list === undefined
      ? keys.every((key) => entryOf(output, key) !== undefined)
      : entryOf(output, list)?.value.kind === 'list',
  );
  if (command === undefined) return undefined;
  const items = command.list === undefined ? [output] : itemsOf(entryOf(output, command.list)?.value);
  return items.flatMap((item) => {
    const name = textAt(item, command.name);
    if (name === undefined) return [];
    const entries = item.entries.flatMap((entry): Entry[] => {
      const key = Object.hasOwn(command.properties, entry.key) ? command.properties[entry.key] : undefined;
      return key === undefined ? [] : [{ key, keyPlace: entry.keyPlace, value: entry.value }];
    });
    const properties: MapValue = { kind: 'map', entries, place: item.place };
    return [{ type: command.type, command: command.command, name, properties }];
  });
}

function itemsOf(value: Value | undefined): MapValue[] {
  if (value?.kind !== 'list') return [];
  return value.items.flatMap((item) => (item.kind === 'map' ? [item] : []));
}

/** The text under a key. */
export function textAt(map: MapValue, key: string): string | undefined {
  const value = entryOf(map, key)?.value;
  return value?.kind === 'text' ? value.text : undefined;
}
