import type { Leaf } from '../../model/leaf.js';
import type { Slot } from '../../model/view.js';
import type { Place } from '../../text/place.js';
import type { Assumptions } from '../../value/assumption.js';
import type { Doubt, Tri } from '../../value/tri.js';

/** Somebody whom a statement names. */
export interface Principal {
  /** `AWS`, `Service`, `Federated` or `CanonicalUser`; a bare text is `AWS`. Undefined where it is not known. */
  readonly type: string | undefined;
  readonly leaf: Leaf;
}

/** One key of a statement's `Condition` under one operator. All conditions of a statement must hold. */
export interface Condition {
  /** As written, such as `StringEqualsIfExists`. */
  readonly operator: string;
  /** As written, such as `AWS:SourceAccount`; case does not count. */
  readonly key: string;
  /** One of them must match. */
  readonly values: readonly Leaf[];
}

/**
 * A statement of a policy, in one arm of the conditions it hangs on. A document that is not known reads as one
 * statement of which nothing is known, so that every question about it ends in a doubt and never in silence.
 */
export interface Statement {
  /** Whether its `Effect` is `Allow`, as IAM compares it: by case. */
  readonly allows: Tri;
  readonly denies: Tri;
  readonly sid: string | undefined;
  /** Each leaf of the lists has its own `when`: an item may stand in an arm of a condition. */
  readonly actions: readonly Leaf[];
  readonly notActions: readonly Leaf[];
  readonly resources: readonly Leaf[];
  readonly notResources: readonly Leaf[];
  readonly principals: readonly Principal[];
  readonly notPrincipals: readonly Principal[];
  readonly conditions: readonly Condition[];
  /** Why some of the conditions cannot be read. */
  readonly unreadConditions: Doubt | undefined;
  /** Where a condition can be added: it has none yet, and is no part of a text. */
  readonly conditionSlot?: Slot | undefined;
  readonly place: Place;
  readonly when: Assumptions;
}

/** The statement that stands for what cannot be known: every part of it is the unknown leaf. */
export function unknownStatement(leaf: Leaf, doubt: Doubt): Statement {
  return {
    allows: doubt,
    denies: doubt,
    sid: undefined,
    actions: [leaf],
    notActions: [],
    resources: [leaf],
    notResources: [],
    principals: [{ type: undefined, leaf }],
    notPrincipals: [],
    conditions: [],
    unreadConditions: doubt,
    place: leaf.place,
    when: leaf.when,
  };
}
