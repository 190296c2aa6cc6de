import type { Assumptions } from '../value/assumption.js';
import { isDoubt, type Tri } from '../value/tri.js';
import type { Arm } from './combinations.js';

/** A verdict, and what it rests on. */
export interface Judgement extends Arm {
  readonly verdict: Tri;
}

/**
 * What is to be said of the ways in which one thing can turn out: a fault in all of them is one fault that rests on
 * what the thing itself rests on, a fault in some is one each, and doubts are said once. A parameter's default is
 * never all of the ways.
 */
export function unanimous<J extends Judgement>(ways: readonly J[], when: Assumptions): J[] {
  const faults = ways.filter(({ verdict }) => verdict === true);
  const doubt = ways.find(({ verdict }) => isDoubt(verdict));
  const [first] = faults;
  const isWhole =
    faults.length === ways.length &&
    ways.every((way) => way.when.every((one) => one.kind === 'condition' || when.includes(one)));
  if (first !== undefined && isWhole) return [{ ...first, when }];
  return doubt === undefined ? faults : [...faults, doubt];
}
