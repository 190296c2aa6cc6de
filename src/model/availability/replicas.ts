import { all, any, isDoubt, not, type Doubt, type Tri } from '../../value/tri.js';
import { combinations } from '../combinations.js';
import type { Leaf } from '../leaf.js';
import { unanimous, type Judgement } from '../unanimous.js';
import type { Variant, View } from '../view.js';
import type { Workspace } from '../workspace.js';
import type { Place } from '../../text/place.js';

type ReplicationSet = View<'replication-set'>;
type Replica = ReplicationSet['replicas'] extends Iterable<infer Part> ? Part : never;

/** A verdict, and where the Regions stand that it is about. */
export interface ReplicaJudgement extends Judgement {
  readonly place: Place;
}

const tooMany: Doubt = {
  why: 'the Regions depend on more conditions than are followed',
  settle: 'fewer conditions in one replication set',
};

/** Whether a replication set keeps its data in one Region, in every way in which its Regions can turn out. */
export function judgeSingleRegion(set: ReplicationSet): ReplicaJudgement[] {
  return unanimous(
    waysOf(set).map(({ items, isEmpty, when, place }) => {
      const [first, ...others] = items;
      // One block whose Region nobody knows may stand for several: Terraform's `dynamic`.
      const doubt = others.length > 0 ? undefined : [...(first?.name ?? [])][0]?.doubt;
      const isSingle = doubt ?? (first !== undefined && others.length === 0);
      return { verdict: isDoubt(isEmpty) ? isEmpty : isSingle, when, place };
    }),
    set.when,
  );
}

/** Whether some Regions of a replication set have a customer managed key and others have none. */
export function judgeMixedKeys(set: ReplicationSet): ReplicaJudgement[] {
  const ways = waysOf(set).flatMap(({ items, isEmpty, when, place }): ReplicaJudgement[] => {
    if (isDoubt(isEmpty)) return [{ verdict: isEmpty, when, place }];
    const found = combinations(
      items.map(({ key }) => [...key]),
      when,
    );
    if (found === undefined) return [{ verdict: tooMany, when, place }];
    return found.map(({ arms, when: so }) => {
      const keyed = arms.map(hasKey);
      return { verdict: all(any(...keyed), any(...keyed.map(not))), when: so, place };
    });
  });
  return unanimous(ways, set.when);
}

/** Whether a key is named by an alias where only its own ARN is taken. */
export function isAlias(leaf: Leaf, workspace: Workspace): Tri {
  const { value } = leaf;
  if (value.kind === 'reference' && value.attribute === 'arn')
    return workspace.resourceAt(value.target)?.type === 'AWS::KMS::Alias';
  return leaf.test((text) => /^arn:[^:]*:kms:[^:]*:[^:]*:alias\//.test(text));
}

/** Every replica once, whatever its block is called. */
export function replicasOf({ replicas, olderReplicas }: ReplicationSet): Replica[] {
  const found = [...replicas];
  return found.length > 0 ? found : [...olderReplicas];
}

/** The provider reads back what stands in one sort of block under both names: the longer list is the whole. */
function waysOf({ replicas, olderReplicas }: ReplicationSet): readonly Variant<Replica>[] {
  const older = olderReplicas.variants.filter(({ isEmpty }) => isEmpty !== true);
  return older.length > 0 && replicas.variants.every(({ isEmpty }) => isEmpty === true)
    ? older
    : replicas.variants;
}

/** `DefaultKey` is how the aws provider writes that there is none (its documentation of `kms_key_arn`). */
function hasKey(key: Leaf): Tri {
  return key.test((text) => text !== 'DefaultKey');
}
