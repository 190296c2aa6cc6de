import { all, isDoubt, not, type Tri } from '../value/tri.js';
import { anything, someLiteral, type Leaf } from './leaf.js';

/**
 * Whether a document is AWS's own: its name begins as no other document's may (Systems Manager API reference:
 * CreateDocument, Name), or its ARN has no account.
 */
function isOfAws(document: Leaf): Tri {
  return document.test((text) => {
    const name = text.slice(text.lastIndexOf('/') + 1);
    if (/^(?:aws|amazon|amzn)/i.test(name) || /^arn:[^:]*:ssm:[^:]*::/.test(text)) return true;
    return name.startsWith(anything) ? document.is(() => true) : false;
  });
}

/** Whether a runbook runs whatever version of its document is current: none is pinned, and AWS does not own it. */
export function isUnpinned(document: Leaf, version: Leaf): Tri {
  const isMoving = version.is((text) => /^\$(?:latest|default)$/i.test(text));
  return all(version.isAbsent === true || isMoving, not(isOfAws(document)));
}

/** Whether a document is of an account that the configuration does not name. */
export function isForeignDocument(document: Leaf, own: readonly string[]): Tri {
  const verdict = document.test((text) => {
    const [, account = ''] = /^arn:[^:]*:ssm:[^:]*:([^:]*):/.exec(text) ?? [];
    // A gap is the account of the deployment, by far most often.
    if (account === '' || account.includes(someLiteral) || account.includes(anything)) return false;
    return !own.includes(account);
  });
  if (isDoubt(verdict) || !verdict || own.length > 0) return verdict;
  return {
    why: 'the configuration does not say which account is deployed to',
    settle: 'account.id in the configuration',
  };
}
