import { anything, type Leaf } from '../../model/leaf.js';
import { all, any, not, type Tri } from '../../value/tri.js';
import { isSensitive, isWrite } from './actions.js';
import { gapOf } from './gap.js';
import { reaches } from './grants.js';

/** Whether a text has `*` or `?`. */
export function hasWildcard(leaf: Leaf): Tri {
  return leaf.test((text) => /[*?]/.test(text) || (text.includes(anything) ? gapOf(leaf) : false));
}

/** Whether a wildcard reaches actions of Incident Manager that manage permissions, share or destroy. */
export function reachesSensitive(action: Leaf): Tri {
  return all(hasWildcard(action), reaches(action, isSensitive));
}

/** Whether a wildcard reaches actions of Incident Manager that change something, and none that is worse. */
export function reachesWrites(action: Leaf): Tri {
  return all(hasWildcard(action), reaches(action, isWrite), not(reachesSensitive(action)));
}

/** Whether an action is `*` or a whole service, of which nothing more can be said than that. */
export function isWholeService(action: Leaf): Tri {
  return any(action.test((text) => /(^|:)\*+$/.test(text)));
}
