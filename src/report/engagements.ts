import type { ResourceName } from './finding.js';
import type { Range } from '../text/source-file.js';

/** What engages, and what is engaged. A `contact` is a person, or a contact whose type is not known. */
export type EngagementKind =
  'response-plan' | 'escalation-plan' | 'on-call-schedule' | 'rotation' | 'contact' | 'channel';

/**
 * Whether somebody is engaged through a channel: `verified` where the account says that its code was entered,
 * `unverified` where it says the opposite or the code is not sent at creation, and `unproven` where the code is sent and
 * nothing says whether it was entered.
 */
export type ChannelStateName = 'verified' | 'unverified' | 'unproven' | 'unknown';

/**
 * What comes of an engagement: `reached` is somebody with a verified channel, `unproven` somebody with channels of which
 * nothing says whether they are verified, and `unverified` somebody whose channels all are not.
 */
export type ReachName = 'reached' | 'unproven' | 'unverified' | 'nobody' | 'undecided';

/** Who is engaged by which response plan. Names and texts hold no addresses. */
export interface Engagements {
  /** By file and position; a node is there once, however many links lead to it. */
  readonly nodes: readonly EngagedNode[];
}

/** Why something is not known, and what would settle it. */
export interface EngagementDoubt {
  readonly reason: string;
  readonly settle: string;
}

/** A step on the way from a response plan to a device. */
export interface EngagedNode {
  readonly id: string;
  readonly kind: EngagementKind;
  readonly resource: ResourceName;
  readonly file: string;
  readonly range: Range;
  /** Where ways begin: at a response plan, or at what no response plan engages. */
  readonly start?: 'response-plan' | 'unengaged';
  /** `SMS`, `VOICE` or `EMAIL`, where it is literal. */
  readonly channelType?: string;
  /** What comes of it, in every way that differs; for all but channels. */
  readonly reach: readonly {
    readonly outcome: ReachName;
    readonly when?: string;
    readonly doubt?: EngagementDoubt;
  }[];
  /** For channels. */
  readonly states: readonly {
    readonly state: ChannelStateName;
    readonly when?: string;
    readonly doubt?: EngagementDoubt;
  }[];
  /** Where nothing follows that has to. */
  readonly gaps: readonly {
    readonly why: string;
    readonly when?: string;
    readonly doubt?: EngagementDoubt;
  }[];
  readonly links: readonly EngagedLink[];
}

/** From one node to the next. */
export interface EngagedLink {
  readonly file: string;
  readonly range: Range;
  /** What is engaged, as it is written. */
  readonly text: string;
  /** The ID of the node that it leads to. */
  readonly to?: string;
  readonly when?: string;
  readonly stage?: { readonly number?: number; readonly minutes?: string; readonly isEssential?: boolean };
  /** Why nobody is engaged by it. */
  readonly broken?: string;
  readonly doubt?: EngagementDoubt;
  /** What is odd about it. */
  readonly oddity?: string;
  /** Whether it leads back to where the way came from. */
  readonly isCircular?: true;
}
