import type { ChannelStateName } from '../../report/engagements.js';
import type { Place } from '../../text/place.js';
import { beyond } from '../../value/assumption.js';
import { isDoubt, not, type Doubt } from '../../value/tri.js';
import { activationOf } from './activation.js';
import { isDeferring } from './channel-judgements.js';
import type { Arm } from '../combinations.js';
import type { View } from '../view.js';
import type { Workspace } from '../workspace.js';

/** A state of a channel, in one of the ways it can turn out. */
export interface ChannelState extends Arm {
  readonly state: ChannelStateName;
  /** For `unknown`. */
  readonly doubt?: Doubt;
  readonly place: Place;
}

/** The states of a channel, resting on what its own conditions decide beyond whether it exists. */
export function channelStatesOf(channel: View<'contact-channel'>, workspace: Workspace): ChannelState[] {
  const known = activationOf(channel, workspace);
  if (known !== undefined) {
    const { isActivated, place } = known;
    if (isDoubt(isActivated)) return [{ state: 'unknown', doubt: isActivated, place, when: [] }];
    return [{ state: isActivated ? 'verified' : 'unverified', place, when: [] }];
  }
  return [...channel.deferred].map((flag): ChannelState => {
    const isSent = not(flag.is(isDeferring));
    const at = { place: flag.place, when: beyond(flag.when, channel.resource.when) };
    if (isDoubt(isSent)) return { state: 'unknown', doubt: isSent, ...at };
    return { state: isSent ? 'unproven' : 'unverified', ...at };
  });
}
