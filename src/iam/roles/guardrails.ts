import { anything, type Leaf } from '../../model/leaf.js';
import type { Tri } from '../../value/tri.js';
import { gapOf } from '../policy/gap.js';
import { globMatches, globsMeet } from '../policy/glob.js';

/** Managed policies that allow everything, or everything but IAM (AWS managed policy reference), in any partition. */
const open = ['arn:*:iam::aws:policy/AdministratorAccess', 'arn:*:iam::aws:policy/PowerUserAccess'];

/** Whether a guardrail policy is one that limits next to nothing. */
export function isOpenGuardrail(policy: Leaf): Tri {
  return policy.test((text) => {
    if (open.some((arn) => globMatches(arn, text))) return true;
    // The literal parts can be enough to tell that it is none of them.
    const widest = text.replaceAll(anything, '*');
    return text.includes(anything) && open.some((arn) => globsMeet(widest, arn)) ? gapOf(policy) : false;
  });
}
