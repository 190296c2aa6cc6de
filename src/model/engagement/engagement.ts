import type { Resource } from '../../dialect/resource.js';
import type { EngagementKind } from '../../report/engagements.js';
import type { Place } from '../../text/place.js';
import type { Doubt } from '../../value/tri.js';
import type { ChannelState } from '../contacts/channel-states.js';
import type { Arm } from '../combinations.js';
import type { Leaf } from '../leaf.js';
import type { Judgement } from '../unanimous.js';

/** A step on the way from a response plan to a device. */
export interface EngagementNode {
  readonly kind: EngagementKind;
  readonly resource: Resource;
  /** What it engages, in the order of the document. */
  readonly links: readonly EngagementLink[];
  /** Where nothing follows that has to. */
  readonly gaps: readonly EngagementGap[];
  /** For channels: whether somebody is engaged through them. */
  readonly states: readonly ChannelState[];
}

/** From one node to the next. It is followed where it leads to a node and is not broken. */
export interface EngagementLink extends Arm {
  readonly place: Place;
  /** What is engaged, as it is written. */
  readonly text: string;
  /** What names it; left out for what is no contact, rotation or channel. */
  readonly leaf?: Leaf;
  /** What it should be. */
  readonly wanted?: 'contact' | 'rotation' | 'contact-channel';
  readonly to?: EngagementNode;
  /** Why nobody is engaged by it, as a clause. */
  readonly broken?: string;
  /** Why it is not known what it leads to. */
  readonly doubt?: Doubt;
  /** What is odd about it though it is followed, as a clause. */
  readonly oddity?: string;
  /** For what a stage of an engagement plan engages. */
  readonly stage?: EngagementStage;
}

/** A stage of an engagement plan. */
export interface EngagementStage {
  /** What no other stage of the plan has, in any arm of conditions. */
  readonly position: number;
  /** From 1; undefined where a condition decides which stages there are. */
  readonly number: number | undefined;
  /** How long it lasts, where that is literal. */
  readonly minutes: string | undefined;
  /** Whether an acknowledgement stops the plan, in every way that can turn out; empty for channels. */
  readonly isEssential: readonly Judgement[];
}

/** That a node engages nothing at all, or why it cannot be told whether it does. */
export interface EngagementGap extends Arm {
  readonly why: string;
  /** Left out where it is certain. */
  readonly doubt?: Doubt;
}

/** What a node leads to: its links that are followed. */
export function followedLinks(node: EngagementNode): readonly (EngagementLink & { to: EngagementNode })[] {
  return node.links.filter(
    (link): link is EngagementLink & { to: EngagementNode } =>
      link.to !== undefined && link.broken === undefined,
  );
}
