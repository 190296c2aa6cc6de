import { isDoubt, type Doubt } from '../../value/tri.js';
import type { Hole, Settled } from '../../value/value.js';
import type { Leaf } from '../leaf.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

/** Whose topic it is: that of a response plan, or that of a chat configuration which no plan is known to use. */
export type TopicUse = 'incident' | 'chat';

/** What is known of which topic, or which channel, a leaf names. */
export interface Identity {
  /** Equal keys name the same thing in every deployment. Undefined where not even that can be said. */
  readonly key: string | undefined;
  /** Why a leaf with another key may name the same thing all the same. */
  readonly doubt: Doubt | undefined;
  /** The topic, where a scanned template declares it. */
  readonly topic: View<'topic'> | undefined;
}

/** Which topic a leaf names: the resource, wherever it is named from, or else what `identityOf` tells. */
export function topicIdentity(leaf: Leaf, workspace: Workspace): Identity {
  const kept = ofOwnDocument.get(leaf);
  if (kept !== undefined) return kept;
  let identities = identified.get(workspace);
  if (identities === undefined) identified.set(workspace, (identities = new Map<Leaf, Identity>()));
  let identity = identities.get(leaf);
  if (identity === undefined) identities.set(leaf, (identity = readIdentity(leaf, workspace)));
  return identity;
}

/** Every rule on chat asks again. */
const identified = new WeakMap<Workspace, Map<Leaf, Identity>>();

/** What a leaf refers to in its own document is the same in every workspace that holds the document. */
const ofOwnDocument = new WeakMap<Leaf, Identity>();

function readIdentity(leaf: Leaf, workspace: Workspace): Identity {
  const topic = workspace.follow(leaf, 'topic');
  if (topic === undefined || !('resource' in topic)) return identityOf(leaf);
  const { place, name } = topic.resource;
  const identity = { key: `${place.file.path}#${name}`, doubt: undefined, topic };
  if (leaf.value.kind === 'reference' && leaf.value.target.scope === leaf.place.file)
    ofOwnDocument.set(leaf, identity);
  return identity;
}

/**
 * What tells two leaves apart. A parameter, an import, or an attribute that only deployment knows, is the same wherever its own
 * template names it, and may still be the same as anything else.
 */
export function identityOf(leaf: Leaf): Identity {
  const { value } = leaf;
  const inFile = (what: string): string => `${value.place.file.path} ${what}`;
  const identity = { key: keyOf(value, inFile, leaf), doubt: undefined, topic: undefined };
  if (value.kind === 'text') return identity;
  if (value.kind === 'partial' && holesOf(value).every(({ literal }) => literal)) return identity;
  const doubt = leaf.is(() => true);
  const isVague = { why: `${leaf.text} is not known before deployment`, settle: 'a literal value' };
  return { ...identity, doubt: isDoubt(doubt) ? doubt : isVague };
}

function keyOf(value: Settled, inFile: (what: string) => string, leaf: Leaf): string | undefined {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'reference':
      // Two outputs of one nested stack are two things.
      return `${value.target.scope.path}#${value.target.name}.${value.attribute}`;
    case 'unknown':
      return isNamedAlike(value.what) ? inFile(value.what) : undefined;
    case 'one-of':
      return isNamedAlike(value.source) ? inFile(`${value.source} ${value.texts.join(' ')}`) : undefined;
    case 'partial': {
      const holes = holesOf(value);
      if (!holes.every(({ what, literal }) => literal || isNamedAlike(what))) return undefined;
      return holes.some(isOfTemplate) ? inFile(leaf.text) : leaf.text;
    }
    case 'absent':
    case 'list':
    case 'map':
      return undefined;
  }
}

function holesOf(value: Extract<Settled, { kind: 'partial' }>): Hole[] {
  return value.parts.filter((part) => typeof part !== 'string');
}

/**
 * Whether what is unknown is the same wherever a template names it so. Values name parameters and imports in
 * this way; what else is unknown may share its name with something else that is unknown.
 */
function isNamedAlike(what: string): boolean {
  return /^(?:parameter|import) /.test(what);
}

/** Whether a gap is filled differently in each template: an account and a Region are not, a stack's name is. */
function isOfTemplate({ what, literal, target }: Hole): boolean {
  return target !== undefined || !literal || what.startsWith('AWS::Stack');
}

interface Topics {
  /** Those that response plans send updates or notifications to. */
  readonly planned: ReadonlySet<string>;
  /** Those that lead to a channel which gets a planned one too. */
  readonly wired: ReadonlySet<string>;
  /** All that lead to a chat channel. */
  readonly chat: ReadonlySet<string>;
  /** Why a response plan may use a topic that is in none of these. */
  readonly doubt: Doubt | undefined;
}

const known = new WeakMap<Workspace, Topics>();

function topicsOf(workspace: Workspace): Topics {
  let topics = known.get(workspace);
  if (topics === undefined) {
    topics = readTopics(workspace);
    known.set(workspace, topics);
  }
  return topics;
}

function readTopics(workspace: Workspace): Topics {
  const keysOf = (leaves: Iterable<Leaf>): string[] =>
    [...leaves].flatMap((leaf) => topicIdentity(leaf, workspace).key ?? []);
  const leaves = workspace
    .all('response-plan')
    .flatMap((plan) => [...plan.chatTopics, ...plan.notificationTopics])
    .filter((leaf) => leaf.isAbsent !== true);
  const planned = new Set(keysOf(leaves));
  const reached = workspace.all('chat-configuration').map(({ topics }) => keysOf(topics));
  return {
    planned,
    wired: new Set(reached.filter((keys) => keys.some((key) => planned.has(key))).flat()),
    chat: new Set(reached.flat()),
    doubt: leaves.map((leaf) => topicIdentity(leaf, workspace).doubt).find((doubt) => doubt !== undefined),
  };
}

/**
 * What a topic is used for; undefined where no response plan and no chat configuration uses it. A doubt only where a
 * response plan has topics: without one, nothing that is unknown concerns incidents.
 */
export function useOfTopic(topic: Leaf, workspace: Workspace): TopicUse | Doubt | undefined {
  const { planned, wired, chat, doubt } = topicsOf(workspace);
  const identity = topicIdentity(topic, workspace);
  const isIn = (keys: ReadonlySet<string>): boolean => identity.key !== undefined && keys.has(identity.key);
  if (isIn(planned) || isIn(wired)) return 'incident';
  if (isIn(chat)) return 'chat';
  return planned.size > 0 ? (identity.doubt ?? doubt) : doubt;
}

/** Whether a response plan is known to use a chat configuration: they share a topic. */
export function isIncidentChat(topics: Iterable<Leaf>, workspace: Workspace): boolean {
  const { planned } = topicsOf(workspace);
  return [...topics].some((topic) => planned.has(topicIdentity(topic, workspace).key ?? ''));
}
