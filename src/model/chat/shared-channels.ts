import { combine, type Assumptions } from '../../value/assumption.js';
import type { Doubt, Tri } from '../../value/tri.js';
import type { Place } from '../../text/place.js';
import { identityOf, topicIdentity } from './chat.js';
import { byPlace, isSameThing } from '../incident-manager.js';
import type { Leaf } from '../leaf.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

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
  /** Why what it leads to may be the same as what other topics lead to. */
  readonly doubt: Doubt | undefined;
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
  const { uses, byEnd, first, vague } = usesIn(workspace, allowed);
  const own = uses.get(plan) ?? [];
  const shared = own.flatMap((use) =>
    [...use.ends].flatMap((end) => earlier(use, byEnd.get(end) ?? [])).slice(0, 1),
  );
  if (shared.length > 0) return shared;
  // One place is enough: what is unknown may be anything that an earlier plan uses, and the other way round.
  const unclear = own.find(({ doubt }) => doubt !== undefined);
  return unclear === undefined ? doubted(own[0], vague, vague) : doubted(unclear, first, unclear);
}

function doubted(use: Use | undefined, other: Use | undefined, unclear: Use | undefined): SharedChannel[] {
  if (use === undefined || other === undefined || unclear?.doubt === undefined) return [];
  const when = combine(use.topic.when, other.topic.when);
  if (when === undefined || byPlace(other.plan.resource, use.plan.resource) >= 0) return [];
  return [{ ...placeOf(use, when), other: other.plan, otherTopic: other.topic, verdict: unclear.doubt }];
}

/** The first use of an end by another plan before this one, under assumptions that do not contradict this one's. */
function earlier(use: Use, uses: readonly Use[]): SharedChannel[] {
  for (const other of uses) {
    // Uses are in the order of the plans: from the plan's own on, nothing is earlier.
    if (other.plan === use.plan) return [];
    // A Terraform plan and the state beside it both have it.
    if (isSameThing(other.plan.resource, use.plan.resource)) continue;
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
  /** The first of all, and the first of those that are in doubt. */
  readonly first: Use | undefined;
  readonly vague: Use | undefined;
}

const known = new WeakMap<Workspace, Uses>();

/** All uses of a workspace, read once. The configuration does not change while a workspace is judged. */
function usesIn(workspace: Workspace, allowed: readonly string[]): Uses {
  const earlierUses = known.get(workspace);
  if (earlierUses !== undefined) return earlierUses;
  const ledTo = new Map<string, Led>();
  for (const [key, reached] of configurationsByTopic(workspace)) ledTo.set(key, led(key, reached, allowed));
  const plans = workspace
    .all('response-plan')
    .toSorted((left, right) => byPlace(left.resource, right.resource));
  const uses = new Map(plans.map((plan) => [plan, usesOf(plan, ledTo, workspace)]));
  const inOrder = [...uses.values()].flat();
  const byEnd = new Map<string, Use[]>();
  for (const use of inOrder) for (const end of use.ends) add(byEnd, end, use);
  const vague = inOrder.find(({ doubt }) => doubt !== undefined);
  const found = { uses, byEnd, first: inOrder[0], vague };
  known.set(workspace, found);
  return found;
}

function configurationsByTopic(workspace: Workspace): ReadonlyMap<string, View<'chat-configuration'>[]> {
  const configurations = new Map<string, View<'chat-configuration'>[]>();
  for (const configuration of workspace.all('chat-configuration'))
    for (const topic of configuration.topics) {
      const { key } = topicIdentity(topic, workspace);
      if (key !== undefined) add(configurations, key, configuration);
    }
  return configurations;
}

function add<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const same = map.get(key);
  if (same === undefined) map.set(key, [item]);
  else same.push(item);
}

/** The channels of more configurations than this on one topic are not compared with those of other topics. */
const mostConfigurations = 100;

const tooMany: Doubt = {
  why: 'its topic leads to more chat channels than are compared',
  settle: 'fewer chat configurations with one topic',
};

/** What a topic leads to, and why that may be what other topics lead to. */
type Led = Pick<Use, 'ends' | 'doubt'>;

function usesOf(plan: View<'response-plan'>, ledTo: ReadonlyMap<string, Led>, workspace: Workspace): Use[] {
  const written = [...plan.chatTopics].filter((topic) => topic.isAbsent !== true);
  return written.map((topic) => {
    const { key, doubt } = topicIdentity(topic, workspace);
    if (key === undefined) return { plan, topic, ends: new Set(), doubt };
    const led = ledTo.get(key) ?? { ends: new Set([`topic ${key}`]), doubt: undefined };
    return { plan, topic, ends: led.ends, doubt: led.ends.size === 0 ? undefined : (doubt ?? led.doubt) };
  });
}

interface KeptLed {
  readonly key: string;
  readonly allowed: readonly string[];
  readonly led: Led;
}

/** By the only configuration of a topic, as most topics have. */
const kept = new WeakMap<View<'chat-configuration'>, KeptLed>();

function led(key: string, reached: readonly View<'chat-configuration'>[], allowed: readonly string[]): Led {
  const [only, ...others] = reached;
  if (only === undefined || others.length > 0) return readLed(key, reached, allowed);
  const known = kept.get(only);
  if (known?.key === key && known.allowed === allowed) return known.led;
  const found = readLed(key, reached, allowed);
  kept.set(only, { key, allowed, led: found });
  return found;
}

function readLed(
  key: string,
  reached: readonly View<'chat-configuration'>[],
  allowed: readonly string[],
): Led {
  const mayShare = ({ channel }: View<'chat-configuration'>): boolean =>
    [...channel].every((leaf) => leaf.is((id) => allowed.includes(id)) === true);
  const counted = reached.filter((configuration) => !mayShare(configuration));
  // A topic that only leads to channels which plans may share may itself be shared.
  if (counted.length === 0) return { ends: new Set(), doubt: undefined };
  const channels = counted.slice(0, mostConfigurations).flatMap(channelsOf);
  const doubt = channels.map((channel) => channel.doubt).find((why) => why !== undefined);
  return {
    ends: new Set([`topic ${key}`, ...channels.flatMap(({ end }) => end ?? [])]),
    doubt: counted.length > mostConfigurations ? tooMany : doubt,
  };
}

/** What a channel is told apart by, and why it may be another one all the same. */
interface Channel {
  readonly end?: string;
  readonly doubt: Doubt | undefined;
}

/** The channels of a chat configuration. */
function channelsOf(configuration: View<'chat-configuration'>): Channel[] {
  return [...configuration.workspace].flatMap((team) =>
    [...configuration.channel].map((channel) => {
      const [place, name] = [identityOf(team), identityOf(channel)];
      const isKnown = place.key !== undefined && name.key !== undefined;
      // Channels have IDs of their own in each workspace: another channel is enough to be apart.
      const doubt = name.doubt;
      return isKnown ? { end: `channel ${place.key} ${name.key}`, doubt } : { doubt };
    }),
  );
}
