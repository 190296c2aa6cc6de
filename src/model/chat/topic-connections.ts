import { all, isDoubt, type Doubt, type Tri } from '../../value/tri.js';
import { topicIdentity } from './chat.js';
import type { Leaf } from '../leaf.js';
import { isChatEndpoint, subscriptionsOf } from './topic-subscriptions.js';
import type { Workspace } from '../workspace.js';

/** The topics that lead to a chat channel, as far as a workspace shows. */
interface Connections {
  readonly topics: ReadonlySet<string>;
  /** Why there may be more. */
  readonly doubt: Doubt | undefined;
}

const known = new WeakMap<Workspace, Connections>();

const outside: Doubt = {
  why: 'the topic is declared outside the scanned files, and so may be its chat configuration',
  settle: 'the template that declares the chat configuration among the scanned files',
};

/**
 * Whether a topic leads to no chat configuration of the workspace. A topic of this workspace that none names leads
 * nowhere; one of elsewhere may have its chat configuration there.
 */
export function isUnconnected(topic: Leaf, workspace: Workspace): Tri {
  let connections = known.get(workspace);
  if (connections === undefined) known.set(workspace, (connections = connectionsOf(workspace)));
  const identity = topicIdentity(topic, workspace);
  if (identity.key !== undefined && connections.topics.has(identity.key)) return false;
  const isByHand = subscriptionsOf(identity, workspace).some(({ endpoint }) =>
    [...endpoint].some((leaf) => isChatEndpoint(leaf) === true),
  );
  if (isByHand) return false;
  return all(identity.topic === undefined ? (identity.doubt ?? outside) : true, connections.doubt ?? true);
}

function connectionsOf(workspace: Workspace): Connections {
  const topics = new Set<string>();
  let doubt: Doubt | undefined;
  for (const configuration of workspace.all('chat-configuration'))
    for (const { isEmpty, items } of configuration.topics.variants) {
      if (isDoubt(isEmpty)) doubt ??= isEmpty;
      for (const leaf of items) {
        const identity = topicIdentity(leaf, workspace);
        if (identity.key !== undefined) topics.add(identity.key);
        doubt ??= identity.doubt;
      }
    }
  return { topics, doubt: doubt ?? workspace.unread };
}
