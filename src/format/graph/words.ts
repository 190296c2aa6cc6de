import type { EngagedLink, EngagedNode, EngagementKind } from '../../report/engagements.js';

/** How bad something is that is said of a node or a link. */
export type RemarkMark = 'good' | 'broken' | 'unknown' | 'plain';

/** Something to be said of a node or a link, as a clause. */
export interface Remark {
  readonly mark: RemarkMark;
  readonly text: string;
}

const nouns: Readonly<Record<EngagementKind, string>> = {
  'response-plan': 'response plan',
  'escalation-plan': 'escalation plan',
  'on-call-schedule': 'on-call schedule',
  rotation: 'rotation',
  contact: 'contact',
  channel: 'channel',
};

/** What a node is, with its name: `SMS channel AliceSms`. */
export function nodeTitle({ kind, channelType, resource }: EngagedNode): string {
  return `${channelType === undefined ? '' : `${channelType} `}${nouns[kind]} ${resource.name}`;
}

/** What no response plan engages, as a clause; empty for others. */
export function startTitle({ start, kind }: EngagedNode): string {
  if (start !== 'unengaged') return '';
  return kind === 'channel' ? 'in no engagement plan' : 'engaged by nothing';
}

/** In which stage a link is, and under what: `stage 1, 5 minutes, when IsProd`; empty where there is nothing to say. */
export function linkTitle({ stage, when }: EngagedLink): string {
  const parts: string[] = [];
  if (stage !== undefined)
    parts.push(stage.number === undefined ? 'a stage' : `stage ${String(stage.number)}`);
  if (stage?.minutes !== undefined)
    parts.push(`${stage.minutes} ${stage.minutes === '1' ? 'minute' : 'minutes'}`);
  if (stage?.isEssential === true) parts.push('essential');
  if (when !== undefined) parts.push(`when ${when}`);
  return parts.join(', ');
}

/** What is wrong with a link, or not known, or odd. */
export function linkRemarks({ broken, doubt, oddity, isCircular }: EngagedLink): Remark[] {
  return [
    ...(broken === undefined ? [] : [{ mark: 'broken' as const, text: broken }]),
    ...(doubt === undefined ? [] : [{ mark: 'unknown' as const, text: doubt.reason }]),
    ...(oddity === undefined ? [] : [{ mark: 'broken' as const, text: oddity }]),
    ...(isCircular === true ? [{ mark: 'broken' as const, text: 'it goes round in a circle' }] : []),
  ];
}

/** What is to be said of a node by itself: what is missing, and whether a channel is verified. */
export function nodeRemarks({ gaps, states }: EngagedNode): Remark[] {
  return [
    ...gaps.map(({ why, when, doubt }): Remark => {
      if (doubt === undefined) return { mark: 'broken', text: `${why}${suffix(when)}` };
      return { mark: 'unknown', text: `cannot tell whether ${why}, because ${doubt.reason}${suffix(when)}` };
    }),
    ...states.map(({ state, when, doubt }): Remark => {
      switch (state) {
        case 'verified':
          return { mark: 'good', text: `verified${suffix(when)}` };
        case 'unverified':
          return { mark: 'broken', text: `not verified${suffix(when)}` };
        case 'unproven':
          return { mark: 'plain', text: `not known to be verified${suffix(when)}` };
        case 'unknown':
          return {
            mark: 'unknown',
            text: `cannot tell whether it is verified, because ${doubt?.reason ?? ''}`,
          };
      }
    }),
  ];
}

/** What comes of a node: one remark for each way that differs. Where it engages nothing, `nodeRemarks` says so. */
export function reachRemarks({ reach, gaps }: EngagedNode): Remark[] {
  const isGap = (when: string | undefined): boolean =>
    gaps.some((gap) => gap.doubt === undefined && (gap.when === undefined || gap.when === when));
  return reach.flatMap((way) => (isGap(way.when) ? [] : [reachRemark(way)]));
}

function reachRemark({ outcome, when, doubt }: EngagedNode['reach'][number]): Remark {
  switch (outcome) {
    case 'reached':
      return { mark: 'good', text: `reaches somebody${suffix(when)}` };
    case 'unproven':
      return {
        mark: 'good',
        text: `reaches somebody if a channel is verified, which is not known${suffix(when)}`,
      };
    case 'unverified':
      return { mark: 'broken', text: `reaches nobody: no channel on the way is verified${suffix(when)}` };
    case 'nobody':
      return { mark: 'broken', text: `reaches nobody${suffix(when)}` };
    case 'undecided':
      return { mark: 'unknown', text: `may reach nobody: ${doubt?.reason ?? ''}${suffix(when)}` };
  }
}

function suffix(when: string | undefined): string {
  return when === undefined ? '' : ` (when ${when})`;
}
