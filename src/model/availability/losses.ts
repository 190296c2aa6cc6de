import { isSameValue } from '../../value/same.js';
import type { Tri } from '../../value/tri.js';
import { entryOf, type Value } from '../../value/value.js';
import type { Resource } from '../../dialect/resource.js';
import type { Changed } from '../change.js';
import type { KindName } from '../kinds.js';

/** Whether a change deletes a resource or puts a new one in its place. */
export function isLost({ effect, causes, before, after }: Changed<KindName>): Tri {
  if (effect === 'deleted') return true;
  if (effect !== 'replaced' && effect !== 'perhaps replaced') return false;
  // The comparison is one of texts: `!Ref Alice` and `!GetAtt Alice.Arn` differ there, and replace nothing.
  const real = causes.filter((name) => !isSameProperty(name, before?.resource, after?.resource));
  const [first] = real;
  if (causes.length > 0 && first === undefined) return false;
  if (effect === 'replaced') return true;
  return {
    why: `it is replaced only under some values of ${first ?? 'its properties'}`,
    settle: 'a change set in the account, or a plan of Terraform',
  };
}

function isSameProperty(name: string, before: Resource | undefined, after: Resource | undefined): boolean {
  const [old, current] = [propertyOf(before, name), propertyOf(after, name)];
  return old !== undefined && current !== undefined && isSameValue(old, current);
}

function propertyOf(resource: Resource | undefined, name: string): Value | undefined {
  const { properties } = resource ?? {};
  return properties?.kind === 'map' ? entryOf(properties, name)?.value : undefined;
}
