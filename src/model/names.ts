import { isDoubt } from '../value/tri.js';
import type { KindName } from './kinds.js';
import type { Leaf } from './leaf.js';
import type { Judgement } from './unanimous.js';
import type { Field } from './view.js';
import type { Workspace } from './workspace.js';

/** Whether a list names anything of a kind, in every way it can turn out. What the scanned files do not declare may be of it. */
export function namesIn(list: Field, kind: KindName, workspace: Workspace): Judgement[] {
  return list.variants.map(({ isEmpty, items, when }) => ({
    verdict: isDoubt(isEmpty) ? isEmpty : items.some((item) => isName(item, kind, workspace)),
    when,
  }));
}

function isName(leaf: Leaf, kind: KindName, workspace: Workspace): boolean {
  // The default '' of a list of texts is a list of one empty text (CloudFormation user guide, "Parameters").
  const isBlank = leaf.is((text) => text.trim() === '');
  return isBlank !== true && leaf.isAbsent !== true && workspace.follow(leaf, kind) !== undefined;
}
