import { anything, someLiteral } from '../../model/leaf.js';
import { any, type Tri } from '../../value/tri.js';
import { gapOf, hasGap, widest } from './gap.js';
import { globMatches } from './glob.js';
import type { Principal, Statement } from './statement.js';

/**
 * Whether a statement is for everybody, with or without an AWS account: `*`, `{"AWS": "*"}`, or any `NotPrincipal`
 * (IAM JSON policy elements: Principal, "All principals"). A statement without a principal is for whom it is attached to.
 */
export function isAnonymous({ principals, notPrincipals }: Statement): Tri {
  return notPrincipals.length > 0 ? true : any(...principals.map(isEverybody));
}

/** Whether a principal is everybody. */
export function isEverybody({ type, leaf }: Principal): Tri {
  if (type !== undefined && type !== 'AWS') return false;
  return leaf.test((text) => {
    if (text === '*') return true;
    return text === anything ? gapOf(leaf) : false;
  });
}

/** Whether a statement names an AWS service such as `ssm-incidents.amazonaws.com`. `*` names none. */
export function namesService({ principals }: Pick<Statement, 'principals'>, service: string): Tri {
  const label = service.slice(0, service.indexOf('.') + 1);
  return any(
    ...principals.map(({ type, leaf }): Tri => {
      if (type !== undefined && type !== 'Service') return false;
      return leaf.test((text) => {
        // What follows the service's own label is `AWS::URLSuffix`.
        if (text === service || text === `${label}${someLiteral}`) return true;
        return hasGap(text) && globMatches(widest(text), service) ? gapOf(leaf) : false;
      });
    }),
  );
}
