import { anything, type Leaf } from '../../model/leaf.js';
import { all, any, type Doubt, type Tri } from '../../value/tri.js';
import { gapOf } from './gap.js';
import type { Condition, Statement } from './statement.js';

/** The keys, in lower case, by which a service says for whom it calls (AWS global condition context keys). */
const sourceKeys = ['aws:sourceaccount', 'aws:sourcearn', 'aws:sourceorgid', 'aws:sourceorgpaths'];

/**
 * Keys that a service calling for itself does not send: they speak of a principal that has an account, and
 * `aws:SourceOwner` of the topic's owner (Amazon SNS developer guide, access control).
 */
const principalKeys = [
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:sourceowner',
];

const positive =
  /^(?:foranyvalue:|forallvalues:)?(?:string(?:equals|equalsignorecase|like)|arn(?:equals|like))(?:ifexists)?$/i;
const negative =
  /^(?:foranyvalue:|forallvalues:)?(?:stringnot(?:equals|equalsignorecase|like)|arnnot(?:equals|like))(?:ifexists)?$/i;

/**
 * Whether a statement for a service says for whom the service may call. `…IfExists` is enough here, and AWS's own
 * form: the service always sends the key (Incident Manager user guide, chat channels).
 */
export function limitsSource({ conditions, unreadConditions }: Statement): Tri {
  return any(...conditions.map(isSource), unreadConditions ?? false);
}

function isSource({ operator, key, values }: Condition): Tri {
  if (!positive.test(operator) || !sourceKeys.includes(key.toLowerCase()) || values.length === 0)
    return false;
  return all(...values.map(isNotEverything));
}

function isNotEverything(value: Leaf): Tri {
  return value.test((text) => {
    if (/^\*+$/.test(text)) return false;
    return text === anything ? gapOf(value) : true;
  });
}

/** Whether the conditions of an Allow let a service through that calls for its own account. */
export function admitsService({ conditions, unreadConditions }: Statement): Tri {
  return all(...conditions.map(admits), unreadConditions ?? true);
}

function admits({ operator, key }: Condition): Tri {
  const name = key.toLowerCase();
  if (principalKeys.includes(name)) return /ifexists$/i.test(operator) || negative.test(operator);
  if (positive.test(operator) && sourceKeys.includes(name)) return true;
  return name === 'aws:securetransport' ? true : judgedLater(key);
}

/** Whether a Deny for everybody, with these conditions, refuses a service as well: it sends no key of a principal. */
export function refusesService({ conditions, unreadConditions }: Statement): Tri {
  return all(...conditions.map(refuses), unreadConditions ?? true);
}

function refuses({ operator, key }: Condition): Tri {
  const name = key.toLowerCase();
  if (name === 'aws:securetransport' || name === 'aws:principalisawsservice') return false;
  if (principalKeys.includes(name)) return negative.test(operator);
  return sourceKeys.includes(name) ? false : judgedLater(key);
}

function judgedLater(key: string): Doubt {
  return {
    why: `its condition on ${key} is judged at each call`,
    settle: 'a statement without that condition',
  };
}
