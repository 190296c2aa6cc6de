import { anything, someLiteral, type Leaf } from '../../model/leaf.js';
import { isDoubt, type Doubt } from '../../value/tri.js';

/** Whether a text that `Leaf.test` hands out has gaps. */
export function hasGap(text: string): boolean {
  return text.includes(someLiteral) || text.includes(anything);
}

/** The text with each gap as `*`: the widest glob that it can turn out to be. */
export function widest(text: string): string {
  return text.replaceAll(someLiteral, '*').replaceAll(anything, '*');
}

/** Why the gaps of a leaf keep a question open. */
export function gapOf(leaf: Leaf): Doubt {
  // `is` doubts exactly the texts with gaps.
  const doubt = leaf.is(() => true);
  return isDoubt(doubt)
    ? doubt
    : { why: `${leaf.text} is not known before deployment`, settle: 'a literal value' };
}
