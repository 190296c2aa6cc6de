import type { Leaf } from '../../model/leaf.js';
import type { Assumptions } from '../../value/assumption.js';
import type { Tri } from '../../value/tri.js';
import { gapOf, hasGap, widest } from './gap.js';

/**
 * Whether a leaf stands for every text that another stands for, and is there whenever the other is.
 *
 * @param isCovered whether one text covers another; their gaps are `*` in it where that decides.
 */
export function leafCovers(
  outer: Leaf,
  inner: Leaf,
  isCovered: (wide: string, narrow: string) => boolean,
): Tri {
  if (!isImplied(outer.when, inner.when)) return false;
  if (isSame(outer, inner)) return true;
  return outer.test((wide) =>
    inner.test((narrow) => {
      if (isCovered(wide, widest(narrow))) return true;
      if (!hasGap(wide) && !hasGap(narrow)) return false;
      return isCovered(widest(wide), narrow) ? gapOf(hasGap(wide) ? outer : inner) : false;
    }),
  );
}

/** Whether two leaves are one and the same value, known or not: the same text, the same gaps or the same reference. */
export function isSame(left: Leaf, right: Leaf): boolean {
  const [a, b] = [left.value, right.value];
  if (a.kind === 'reference' && b.kind === 'reference')
    return (
      a.target.scope.path === b.target.scope.path &&
      a.target.name === b.target.name &&
      a.attribute === b.attribute
    );
  if (a.kind === 'text' && b.kind === 'text') return a.text === b.text;
  // Gaps of which nothing is known may share a name, as dynamic references do, and still differ.
  const isNamed = a.kind === 'partial' && a.parts.every((part) => typeof part === 'string' || part.literal);
  return isNamed && b.kind === 'partial' && left.text === right.text;
}

/** Whether what holds under some assumptions holds under others, too: they are among them. */
export function isImplied(outer: Assumptions, inner: Assumptions): boolean {
  return outer.every((assumption) =>
    inner.some(
      (other) =>
        other.kind === assumption.kind &&
        other.scope.path === assumption.scope.path &&
        other.name === assumption.name &&
        (other.kind !== 'condition' || assumption.kind !== 'condition' || other.holds === assumption.holds),
    ),
  );
}
