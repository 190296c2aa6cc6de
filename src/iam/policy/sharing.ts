import type { Leaf } from '../../model/leaf.js';
import { all, any, not, type Tri } from '../../value/tri.js';
import { isSharing } from './actions.js';
import { reaches } from './grants.js';
import type { Statement } from './statement.js';
import { isWholeService } from './wildcards.js';

/**
 * Whether an action of a statement shares response plans or contacts: by their own services, or by AWS RAM on their
 * ARNs. A whole service shares as well, but is worse than that, and reported as what it is.
 */
export function shares(statement: Statement, action: Leaf): Tri {
  const byRam = all(reaches(action, isSharing, ['ram']), namesTheirArns(statement));
  return all(any(reaches(action, isSharing), byRam), not(isWholeService(action)));
}

const named = new WeakMap<Statement, Tri>();

/** It is asked for each action of a statement, and read once: both lists may be long. */
function namesTheirArns(statement: Statement): Tri {
  let verdict = named.get(statement);
  if (verdict === undefined) named.set(statement, (verdict = any(...statement.resources.map(namesTheirArn))));
  return verdict;
}

function namesTheirArn(resource: Leaf): Tri {
  return resource.test((text) => /^arn:[^:]*:ssm-(incidents|contacts):/.test(text));
}
