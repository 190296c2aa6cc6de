import { anything, someLiteral, type Leaf } from '../../model/leaf.js';
import { all, any, not, type Tri } from '../../value/tri.js';
import { hasFixedAccount } from './arns.js';
import { gapOf } from './gap.js';
import { isGlob } from './glob.js';
import { isAnonymous } from './principals.js';
import type { Condition, Statement } from './statement.js';

/** Whether a value of a condition key fixes who can call. The text has no gap of which nothing is known. */
type Fixes = (text: string) => boolean;

const isLiteral: Fixes = (text) => text !== '' && !isGlob(text);

/** `o-a1b2c3/*` and `AROAEXAMPLE:*` fix an organization and a role; what they leave open lies inside. */
const hasLiteralHead: Fixes = (text) =>
  isLiteral(text) || /[^/:]/.test(text.slice(0, headLength(text))) || text.startsWith(someLiteral);

function headLength(text: string): number {
  const head = text.slice(0, text.search(/[*?]/));
  return Math.max(head.lastIndexOf('/'), head.lastIndexOf(':'), 0);
}

/**
 * The keys, in lower case, that tie a statement for everybody to somebody ("The meaning of public" in the Amazon S3
 * user guide, and AWS global condition context keys). `aws:SecureTransport`, `sns:Protocol` and `sns:Endpoint` say
 * how somebody calls and not who.
 */
const restrictingKeys: Readonly<Record<string, Fixes>> = {
  'aws:sourceaccount': isLiteral,
  'aws:sourceowner': isLiteral,
  'aws:principalaccount': isLiteral,
  'aws:principalorgid': isLiteral,
  'aws:sourceorgid': isLiteral,
  'aws:sourcevpc': isLiteral,
  'aws:sourcevpce': isLiteral,
  'aws:principalorgpaths': hasLiteralHead,
  'aws:sourceorgpaths': hasLiteralHead,
  'aws:userid': hasLiteralHead,
  'aws:sourcearn': hasFixedAccount,
  'aws:principalarn': hasFixedAccount,
};

/**
 * Operators under which a request without the key, or with another value, is refused. `…IfExists` and `ForAllValues:`
 * let a request without the key pass, and a stranger who calls directly has none.
 */
const refusing = /^(?:foranyvalue:)?(?:string(?:equals|equalsignorecase|like)|arn(?:equals|like))$/i;

/** Whether a `Condition` ties a statement for everybody to certain accounts, organizations, endpoints or sources. */
export function restrictsAnonymous({ conditions, unreadConditions }: Statement): Tri {
  return any(...conditions.map(restricts), unreadConditions ?? false);
}

function restricts({ operator, key, values }: Condition): Tri {
  const fixes = fixesOf(key);
  if (fixes === undefined || !refusing.test(operator) || values.length === 0) return false;
  return all(...values.map((value) => isFixed(value, fixes)));
}

function fixesOf(key: string): Fixes | undefined {
  const name = key.toLowerCase();
  return Object.hasOwn(restrictingKeys, name) ? restrictingKeys[name] : undefined;
}

function isFixed(value: Leaf, fixes: Fixes): Tri {
  return value.test((text) => {
    if (fixes(text) && !text.includes(anything)) return true;
    // The gap decides only where any literal in its place would fix the rest.
    return text.includes(anything) && fixes(text.replaceAll(anything, someLiteral)) ? gapOf(value) : false;
  });
}

/** Whether a statement gives everybody what its actions name. */
export function statementIsPublic(statement: Statement): Tri {
  return all(statement.allows, isAnonymous(statement), not(restrictsAnonymous(statement)));
}

/** Keys that tie a request to who calls, or to tags of the caller, the resource or the request. */
const identityOrTag = /^(?:aws:(?:resource|request|principal)tag\/|aws:tagkeys$|aws:username$)/;

/**
 * Whether a statement has any condition on identities or tags. It makes a grant milder and never good: its value
 * may still be wide.
 */
export function hasRestriction({ conditions }: Statement): boolean {
  return conditions.some(
    ({ operator, key, values }) =>
      !/^null$/i.test(operator) &&
      (fixesOf(key) !== undefined || identityOrTag.test(key.toLowerCase())) &&
      !values.some((value) => value.is((text) => text === '*') === true),
  );
}
