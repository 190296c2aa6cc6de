import { anything, type Leaf } from '../model/leaf.js';
import type { Tri } from '../value/tri.js';
import { gapOf } from './gap.js';

/** Managed policies that allow everything, or everything but IAM (AWS managed policy reference), in any partition. */
const open = /^arn:[^:]*:iam::aws:policy\/(AdministratorAccess|PowerUserAccess)$/;

/** Whether a guardrail policy is one that limits next to nothing. */
export function isOpenGuardrail(policy: Leaf): Tri {
  return policy.test((text) => open.test(text) || (text.includes(anything) ? gapOf(policy) : false));
}
