import { combine, type Assumptions } from '../value/assumption.js';
import type { Doubt, Tri } from '../value/tri.js';
import type { Place } from '../text/place.js';
import { topicKey } from './chat.js';
import { byPlace } from './incident-manager.js';
import type { Leaf } from './leaf.js';
import type { View } from './view.js';
import type { Workspace } from './workspace.js';

/** A response plan's topic that leads to a chat channel which another response plan uses too. */
export interface SharedChannel {
  readonly place: Place;
  readonly when: Assumptions;
  /** The plan that uses the channel first, by file and position, and its topic. */
  readonly other: View<'response-plan'>;
  readonly otherTopic: Leaf;
  readonly verdict: Tri;
}

interface Use {
  readonly plan: View<'response-plan'>;
  readonly topic: Leaf;
  /** What the topic leads to: itself, and each channel. */
  readonly ends: ReadonlySet<string>;
  /** Why the topic is not known. */
  readonly doubt?: Doubt;
}

/**
 * The topics of a response plan that share a chat channel with a plan before it. A plan may have several topics in one
 * channel: one for each Region.
 *
 * @param allowed IDs of channels that plans may share.
 */
export function sharedChannelsOf(
  plan: View<'response-plan'>,
  workspace: Workspace,
  allowed: readonly string[],
): SharedChannel[] {
  const { uses, byEnd } = usesIn(workspace, allowed);
  const own = uses.get(plan) ?? [];
  const [first] = uses.values();
  return own.flatMap((use): SharedChannel[] => {
    const [other] = first ?? [];
    if (use.doubt !== undefined && other !== undefined && other.plan !== plan)
      return [
        { ...placeOf(use, use.topic.when), other: other.plan, otherTopic: other.topic, verdict: use.doubt },
      ];
    const [shared] = [...use.ends].flatMap((end) => earlier(use, byEnd.get(end) ?? []));
    return shared === undefined ? [] : [shared];
  });
}

/** The first use of an end by another plan before this one, under assumptions that do not contradict this one's. */
function earlier(use: Use, uses: readonly Use[]): SharedChannel[] {
  for (const other of uses) {
    // Uses are in the order of the plans: from the plan's own on, nothing is earlier.
    if (other.plan === use.plan) return [];
    const when = combine(use.topic.when, other.topic.when);
    if (when !== undefined)
      return [{ ...placeOf(use, when), other: other.plan, otherTopic: other.topic, verdict: true }];
  }
  return [];
}

function placeOf(use: Use, when: Assumptions): Pick<SharedChannel, 'place' | 'when'> {
  return { place: use.topic.place, when };
}

interface Uses {
  /** Of each plan, by file and position. */
  readonly uses: ReadonlyMap<View<'response-plan'>, readonly Use[]>;
  readonly byEnd: ReadonlyMap<string, readonly Use[]>;
}

const known = new WeakMap<Workspace, Uses>();

/** All uses of a workspace, read once. The configuration does not change while a workspace is judged. */
function usesIn(workspace: Workspace, allowed: readonly string[]): Uses {
  const kept = known.get(workspace);
  if (kept !== undefined) return kept;
  const configurations = new Map<string, View<'chat-configuration'>[]>();
  for (const configuration of workspace.all('chat-configuration'))
    for (const topic of configuration.topics) {
      const key = topicKey(topic, workspace);
      if (typeof key !== 'string') continue;
      const same = configurations.get(key);
      if (same === undefined) configurations.set(key, [configuration]);
      else same.push(configuration);
    }
  const plans = workspace
    .all('response-plan')
    .toSorted((left, right) => byPlace(left.resource, right.resource));
  const uses = new Map(plans.map((plan) => [plan, usesOf(plan, configurations, workspace, allowed)]));
  const byEnd = new Map<string, Use[]>();
  for (const use of [...uses.values()].flat())
    for (const end of use.ends) {
      const same = byEnd.get(end);
      if (same === undefined) byEnd.set(end, [use]);
      else same.push(use);
    }
  known.set(workspace, { uses, byEnd });
  return { uses, byEnd };
}

function usesOf(
  plan: View<'response-plan'>,
  configurations: ReadonlyMap<string, readonly View<'chat-configuration'>[]>,
  workspace: Workspace,
  allowed: readonly string[],
): Use[] {
  return [...plan.chatTopics].map((topic) => {
    const key = topicKey(topic, workspace);
    if (typeof key !== 'string') return { plan, topic, ends: new Set(), doubt: key };
    return { plan, topic, ends: endsOf(key, configurations.get(key) ?? [], workspace, allowed) };
  });
}

function endsOf(
  key: string,
  reached: readonly View<'chat-configuration'>[],
  workspace: Workspace,
  allowed: readonly string[],
): Set<string> {
  const mayShare = ({ channel }: View<'chat-configuration'>): boolean =>
    [...channel].every((leaf) => leaf.is((id) => allowed.includes(id)) === true);
  const counted = reached.filter((configuration) => !mayShare(configuration));
  // A topic that only leads to channels which plans may share may itself be shared.
  const own = reached.length > 0 && counted.length === 0 ? [] : [`topic ${key}`];
  const channels = counted.flatMap((configuration) =>
    [...configuration.workspace].flatMap((team) =>
      [...configuration.channel].flatMap((channel) => {
        const [place, name] = [workspace.identity(team), workspace.identity(channel)];
        return typeof place === 'string' && typeof name === 'string' ? [`channel ${place} ${name}`] : [];
      }),
    ),
  );
  return new Set([...own, ...channels]);
}
