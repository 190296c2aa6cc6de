import { combine } from '../../value/assumption.js';
import { all, any, isDoubt, not, type Tri } from '../../value/tri.js';
import { isOff } from './event-selectors.js';
import type { Leaf } from '../leaf.js';
import type { Judgement } from '../unanimous.js';
import type { View } from '../view.js';

/** Where the log group of a trail, or the role to write there, is missing, in one arm of conditions. */
export interface MissingOutlet extends Judgement {
  readonly at: Leaf;
  /** Only one of the two is there, which CloudTrail refuses. */
  readonly isHalf: boolean;
}

/** Whether a value is missing; an empty text is none either. */
export function isMissing(leaf: Leaf): Tri {
  return any(
    leaf.isAbsent,
    leaf.test((text) => text === ''),
  );
}

/** Where a trail sends nothing to CloudWatch Logs: it needs a log group and a role (CloudTrail API, CreateTrail). */
export function missingOutlets({ logGroup, logsRole }: View<'trail'>): MissingOutlet[] {
  return [...logGroup].flatMap((group) =>
    [...logsRole].flatMap((role): MissingOutlet[] => {
      const when = combine(group.when, role.when);
      const [noGroup, noRole] = [isMissing(group), isMissing(role)];
      const verdict = any(noGroup, noRole);
      if (when === undefined || verdict === false) return [];
      const isHalf = any(all(noGroup, not(noRole)), all(not(noGroup), noRole)) === true;
      return [{ verdict, when, isHalf, at: isDoubt(noGroup) || (isHalf && !noGroup) ? group : role }];
    }),
  );
}

/** Whether an event data store can be deleted by one call, by the flag of its termination protection. */
export function isUnprotected(flag: Leaf): Tri {
  const isUndocumented = flag.isAbsent === true && !flag.hasDefault;
  return isUndocumented
    ? {
        why: 'CloudFormation documents no default of TerminationProtectionEnabled',
        settle: 'TerminationProtectionEnabled: true or false',
      }
    : flag.is(isOff);
}
