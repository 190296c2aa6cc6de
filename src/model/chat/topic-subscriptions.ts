import type { Tri } from '../../value/tri.js';
import { topicIdentity, type Identity } from './chat.js';
import type { Leaf } from '../leaf.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

/** A subscription to a topic: a resource of its own, or written with the topic. */
export type Subscription =
  View<'topic-subscription'> | View<'topic'>['subscriptions']['variants'][number]['items'][number];

const known = new WeakMap<Workspace, ReadonlyMap<string, readonly View<'topic-subscription'>[]>>();

/** The subscriptions to a topic that the workspace declares. */
export function subscriptionsOf({ key, topic }: Identity, workspace: Workspace): Subscription[] {
  let byTopic = known.get(workspace);
  if (byTopic === undefined) known.set(workspace, (byTopic = index(workspace)));
  const separate = (key === undefined ? undefined : byTopic.get(key)) ?? [];
  return [...(topic?.subscriptions ?? []), ...separate];
}

function index(workspace: Workspace): ReadonlyMap<string, readonly View<'topic-subscription'>[]> {
  const byTopic = new Map<string, View<'topic-subscription'>[]>();
  for (const subscription of workspace.all('topic-subscription'))
    for (const topic of subscription.topic) {
      const { key } = topicIdentity(topic, workspace);
      if (key === undefined) continue;
      const same = byTopic.get(key);
      if (same === undefined) byTopic.set(key, [subscription]);
      else if (same.at(-1) !== subscription) same.push(subscription);
    }
  return byTopic;
}

/** Whether an endpoint is the one by which chat configurations subscribe, whoever wrote the subscription. */
export function isChatEndpoint(endpoint: Leaf): Tri {
  return endpoint.test((text) =>
    /^https:\/\/(?:[a-z0-9-]+\.)?sns-api\.chatbot\.amazonaws\.com(?:[/?#]|$)/i.test(text),
  );
}
