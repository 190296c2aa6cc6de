import { plainOf } from '../../value/plain.js';
import { isDoubt, type Doubt, type Tri } from '../../value/tri.js';
import type { Leaf } from '../leaf.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

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
 * What keeps a channel from being taken for private: what is certain, or else why it cannot be told; undefined for a
 * private channel. An ID does not tell: Slack keeps the ID of a channel that is made private, and a Teams ID has no
 * flag. So only what the user or the organization declares decides.
 *
 * @param isEnforced whether the organization lets private channels in only, whichever they turn out to be.
 */
export function privacyFault(
  channel: Leaf,
  declared: Declared,
  isEnforced: boolean,
): PrivacyFault | undefined {
  const { isChannelId } = declared;
  const undeclared: Tri =
    declared.private.length > 0
      ? true
      : ({
          why: 'no template shows whether a chat channel is private',
          settle: `its ID under ${declared.key} in the configuration`,
        } satisfies Doubt);
  const faults: PrivacyFault[] = [
    { fault: 'is named by something that is no channel ID', verdict: channel.is((id) => !isChannelId(id)) },
    { fault: 'is declared public', verdict: channel.is((id) => declared.public.includes(id)) },
    {
      fault: 'is not among the declared private ones',
      verdict: isEnforced
        ? false
        : channel.test((id) => (declared.private.includes(id) ? false : undeclared)),
    },
  ];
  const certain = faults.find(({ verdict }) => verdict === true);
  return certain ?? (isEnforced ? undefined : faults.find(({ verdict }) => isDoubt(verdict)));
}

/** Slack's IDs of channels begin with `C`, those of old private groups with `G`; members and direct messages have others. */
export function isSlackChannelId(text: string): boolean {
  return /^[CG][A-Z0-9]+$/.test(text);
}

/** Teams's IDs of channels are URL-encoded threads, such as `19%3a…%40thread.tacv2` (CloudFormation: TeamsChannelId). */
export function isTeamsChannelId(text: string): boolean {
  if (/[\s#]/.test(text)) return false;
  const decoded = text.toLowerCase().replaceAll('%3a', ':').replaceAll('%40', '@');
  const [start, end] = [decoded.indexOf(':'), decoded.lastIndexOf('@thread')];
  return start >= 0 && start < end && !decoded.slice(0, end).includes('/');
}

const enforcing = new WeakMap<Workspace, boolean>();

/**
 * Whether a chat applications policy of the workspace lets private Slack channels in only, without any exception. A
 * policy without targets has no effect (AWS Organizations user guide, attaching and detaching policies).
 */
export function enforcesPrivateSlack(workspace: Workspace): boolean {
  let isEnforced = enforcing.get(workspace);
  if (isEnforced === undefined) {
    isEnforced = workspace
      .all('organization-policy')
      .some((policy) => isAttached(policy, workspace) && isPrivateOnly(policy));
    enforcing.set(workspace, isEnforced);
  }
  return isEnforced;
}

/** CloudFormation lists the targets in the policy; Terraform attaches by a resource of its own. */
function isAttached({ resource, targets }: View<'organization-policy'>, workspace: Workspace): boolean {
  if (targets.variants.length > 0) return targets.variants.every(({ isEmpty }) => isEmpty === false);
  return workspace.all('organization-policy-attachment').some(({ policy, when }) => {
    const attached = [...policy].map((leaf) => workspace.follow(leaf, 'organization-policy'));
    return (
      when.length === 0 &&
      attached.some((view) => view !== undefined && 'resource' in view && view.resource === resource)
    );
  });
}

function isPrivateOnly({ resource, type, content }: View<'organization-policy'>): boolean {
  const isChatPolicy = [...type].every((leaf) => leaf.is((text) => text === 'CHATBOT_POLICY') === true);
  if (!isChatPolicy || resource.when.length > 0) return false;
  return [...content].every(({ value }) => {
    const policy = value.kind === 'text' ? jsonOf(value.text) : plainOf(value);
    // The path to Slack's channel types (AWS Organizations user guide, chat applications policy syntax).
    const slack = ['chatbot', 'platforms', 'slack'].reduce<unknown>(stepInto, policy);
    const types = ['default', 'supported_channel_types', '@@assign'].reduce<unknown>(stepInto, slack);
    const only = Array.isArray(types) && types.length === 1 && types[0] === 'private';
    return only && stepInto(slack, 'overrides') === undefined;
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
