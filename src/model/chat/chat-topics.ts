import type { Doubt, Tri } from '../../value/tri.js';
import { topicIdentity } from './chat.js';
import type { Leaf } from '../leaf.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

/** The topics by which response plans speak to their chat channels. Those of notifications are none. */
interface ChatTopics {
  readonly keys: ReadonlySet<string>;
  readonly topics: ReadonlySet<View<'topic'>>;
  /** Why there may be more. */
  readonly doubt: Doubt | undefined;
}

const known = new WeakMap<Workspace, ChatTopics>();

/** Whether a topic of this workspace is the chat topic of a response plan. */
export function isChatTopic(topic: View<'topic'>, workspace: Workspace): Tri {
  const { topics, doubt } = chatTopicsOf(workspace);
  return topics.has(topic) || (doubt ?? false);
}

/** Whether a leaf names the chat topic of a response plan. */
export function namesChatTopic(leaf: Leaf, workspace: Workspace): Tri {
  const { keys, doubt } = chatTopicsOf(workspace);
  const identity = topicIdentity(leaf, workspace);
  if (identity.key !== undefined && keys.has(identity.key)) return true;
  return doubt ?? (keys.size > 0 ? (identity.doubt ?? false) : false);
}

function chatTopicsOf(workspace: Workspace): ChatTopics {
  let topics = known.get(workspace);
  if (topics === undefined) known.set(workspace, (topics = readTopics(workspace)));
  return topics;
}

function readTopics(workspace: Workspace): ChatTopics {
  const identities = workspace
    .all('response-plan')
    .flatMap(({ chatTopics }) => [...chatTopics])
    .filter((leaf) => leaf.isAbsent !== true)
    .map((leaf) => topicIdentity(leaf, workspace));
  return {
    keys: new Set(identities.flatMap(({ key }) => key ?? [])),
    topics: new Set(identities.flatMap(({ topic }) => topic ?? [])),
    doubt: identities.map(({ doubt }) => doubt).find((doubt) => doubt !== undefined),
  };
}

/** The account that the ARN of a topic names; undefined where it names none that is known. */
export function accountNamed({ value }: Leaf): string | undefined {
  const account = value.kind === 'text' ? value.text.split(':')[4] : undefined;
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}
