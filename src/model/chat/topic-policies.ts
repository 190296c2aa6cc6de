import { combine, type Assumptions } from '../../value/assumption.js';
import type { Doubt } from '../../value/tri.js';
import { topicIdentity, type Identity } from './chat.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

/** A topic policy that speaks to a topic, and what it rests on that it does. */
export interface PolicyOfTopic {
  readonly policy: View<'topic-policy'>;
  readonly when: Assumptions;
}

/** The policies of a topic. */
export interface PoliciesOfTopic {
  readonly policies: readonly PolicyOfTopic[];
  /** Why there may be more: a policy whose topic is not known, or a file that could not be read. */
  readonly doubt: Doubt | undefined;
}

interface Index {
  readonly byTopic: ReadonlyMap<string, readonly PolicyOfTopic[]>;
  readonly doubt: Doubt | undefined;
}

const known = new WeakMap<Workspace, Index>();

/** Every topic policy of the workspace that names a topic; a policy may name several (AWS::SNS::TopicPolicy, Topics). */
export function policiesOf({ key }: Identity, workspace: Workspace): PoliciesOfTopic {
  let index = known.get(workspace);
  if (index === undefined) known.set(workspace, (index = indexOf(workspace)));
  return { policies: (key === undefined ? undefined : index.byTopic.get(key)) ?? [], doubt: index.doubt };
}

function indexOf(workspace: Workspace): Index {
  const byTopic = new Map<string, PolicyOfTopic[]>();
  let doubt: Doubt | undefined;
  for (const policy of workspace.all('topic-policy')) {
    // A topic of Terraform's may hold its policy, and most leave that to a resource of its own.
    if ([...policy.document].every(({ isAbsent }) => isAbsent === true)) continue;
    for (const topic of policy.topics) {
      const identity = topicIdentity(topic, workspace);
      doubt ??= identity.doubt;
      const when = combine(policy.when, topic.when);
      if (identity.key === undefined || when === undefined) continue;
      const same = byTopic.get(identity.key);
      if (same === undefined) byTopic.set(identity.key, [{ policy, when }]);
      else same.push({ policy, when });
    }
  }
  return { byTopic, doubt: doubt ?? workspace.unread };
}
