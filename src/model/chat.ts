import type { Doubt } from '../value/tri.js';
import type { Leaf } from './leaf.js';
import type { Workspace } from './workspace.js';

/** Whose topic it is: that of a response plan, or that of a chat configuration which no plan is known to use. */
export type TopicUse = 'incident' | 'chat';

/** What tells topics apart: the resource, wherever it is named, or else the text. A doubt where neither is known. */
export function topicKey(topic: Leaf, workspace: Workspace): string | Doubt {
  const declared = workspace.follow(topic, 'topic');
  if (declared === undefined || !('resource' in declared)) return workspace.identity(topic);
  return `${declared.resource.place.file.path}#${declared.resource.name}`;
}

interface Topics {
  /** Topics that response plans send incident updates or notifications to. */
  readonly incident: ReadonlySet<string>;
  /** Topics that reach a chat channel. */
  readonly chat: ReadonlySet<string>;
}

const known = new WeakMap<Workspace, Topics>();

function topicsOf(workspace: Workspace): Topics {
  let topics = known.get(workspace);
  if (topics === undefined) {
    const plans = workspace.all('response-plan');
    topics = {
      incident: keysOf(
        plans.flatMap((plan) => [...plan.chatTopics, ...plan.notificationTopics]),
        workspace,
      ),
      chat: keysOf(
        workspace.all('chat-configuration').flatMap((configuration) => [...configuration.topics]),
        workspace,
      ),
    };
    known.set(workspace, topics);
  }
  return topics;
}

function keysOf(leaves: readonly Leaf[], workspace: Workspace): Set<string> {
  return new Set(leaves.map((leaf) => topicKey(leaf, workspace)).filter((key) => typeof key === 'string'));
}

/** What a topic is used for; undefined where neither a response plan nor a chat configuration names it. */
export function useOfTopic(topic: Leaf, workspace: Workspace): TopicUse | Doubt | undefined {
  const { incident, chat } = topicsOf(workspace);
  if (incident.size === 0 && chat.size === 0) return undefined;
  const key = topicKey(topic, workspace);
  if (typeof key !== 'string') return key;
  return incident.has(key) ? 'incident' : chat.has(key) ? 'chat' : undefined;
}

/** Whether a response plan is known to use a chat configuration: they share a topic. */
export function isIncidentChat(topics: Iterable<Leaf>, workspace: Workspace): boolean {
  return [...topics].some((topic) => useOfTopic(topic, workspace) === 'incident');
}
