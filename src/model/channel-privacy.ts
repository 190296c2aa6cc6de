import { plainOf } from '../value/plain.js';
import type { Doubt, Tri } from '../value/tri.js';
import type { Leaf } from './leaf.js';
import type { Workspace } from './workspace.js';

/** What the user declares of one platform's channels. */
export interface Declared {
  readonly private: readonly string[];
  readonly public: readonly string[];
  /** Whether a text can be a channel ID at all. */
  readonly isChannelId: (text: string) => boolean;
  /** The configuration key of the private channels. */
  readonly key: string;
}

/** One thing that can be wrong with a channel, as a clause, and whether it is. */
export interface PrivacyFault {
  readonly fault: string;
  readonly verdict: Tri;
}

/**
 * Whether a channel is private. An ID does not tell: Slack keeps the ID of a channel that is made private, and a Teams
 * ID has no flag. So only what the user or the organization declares decides.
 *
 * @param isEnforced whether the organization lets private channels in only.
 */
export function privacyFaults(channel: Leaf, declared: Declared, isEnforced: boolean): PrivacyFault[] {
  const { isChannelId } = declared;
  const undeclared: Tri =
    declared.private.length > 0
      ? true
      : ({
          why: 'no template shows whether a chat channel is private',
          settle: `its ID under ${declared.key} in the configuration`,
        } satisfies Doubt);
  return [
    { fault: 'is named by something that is no channel ID', verdict: channel.is((id) => !isChannelId(id)) },
    { fault: 'is declared public', verdict: channel.is((id) => declared.public.includes(id)) },
    {
      fault: 'is not among the declared private ones',
      verdict: isEnforced
        ? false
        : channel.test((id) => (declared.private.includes(id) ? false : undeclared)),
    },
  ];
}

/** Slack's IDs of channels begin with `C`, those of old private groups with `G`; members and direct messages have others. */
export function isSlackChannelId(text: string): boolean {
  return /^[CG][A-Za-z0-9]+$/.test(text);
}

/** Teams's IDs of channels are URL-encoded threads, such as `19%3a…%40thread.tacv2` (CloudFormation: TeamsChannelId). */
export function isTeamsChannelId(text: string): boolean {
  return /^[^\s/#]*(%3a|:)[^\s#]*(%40|@)thread/i.test(text);
}

/** The path to Slack's channel types in a chat applications policy (AWS Organizations user guide, policy syntax). */
const channelTypes = ['chatbot', 'platforms', 'slack', 'default', 'supported_channel_types', '@@assign'];

/** Whether a chat applications policy of the workspace lets private Slack channels in only, without any exception. */
export function enforcesPrivateSlack(workspace: Workspace): boolean {
  return workspace.all('organization-policy').some(({ resource, type, content }) => {
    const isChatPolicy = [...type].every((leaf) => leaf.is((text) => text === 'CHATBOT_POLICY') === true);
    if (!isChatPolicy || resource.when.length > 0) return false;
    return [...content].every(({ value }) => {
      const policy = value.kind === 'text' ? jsonOf(value.text) : plainOf(value);
      const types = channelTypes.reduce<unknown>(stepInto, policy);
      const slack = channelTypes.slice(0, 3).reduce<unknown>(stepInto, policy);
      const only = Array.isArray(types) && types.length === 1 && types[0] === 'private';
      return only && !JSON.stringify(slack).includes('"overrides"');
    });
  });
}

function stepInto(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
