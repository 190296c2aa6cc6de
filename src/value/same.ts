import type { Hole, Value } from './value.js';

/** Attributes that are what `Ref` gives for resources whose `Ref` is their ARN. */
const identities = new Set(['Ref', 'Arn']);

/**
 * Whether two values mean the same wherever they are written, as far as their forms show it: `!Ref Alice` and
 * `!GetAtt Alice.Arn` do.
 *
 * @param isUntouched whether two values are the same of which something is not known; left out: never, not even one and
 * itself.
 */
export function isSameValue(
  left: Value,
  right: Value,
  isUntouched: (left: Value, right: Value) => boolean = () => false,
): boolean {
  switch (left.kind) {
    case 'text':
      return right.kind === 'text' && left.text === right.text;
    case 'one-of':
      return right.kind === 'one-of' && left.source === right.source && isSameList(left.texts, right.texts);
    case 'reference':
      return (
        right.kind === 'reference' &&
        left.target.name === right.target.name &&
        left.target.scope.path === right.target.scope.path &&
        (left.attribute === right.attribute ||
          (identities.has(left.attribute) && identities.has(right.attribute)))
      );
    case 'partial':
      return (
        right.kind === 'partial' &&
        left.parts.length === right.parts.length &&
        (left.parts.every((part, index) => isSamePart(part, right.parts[index])) || isUntouched(left, right))
      );
    case 'list':
      return (
        right.kind === 'list' &&
        left.items.length === right.items.length &&
        left.items.every((item, index) => {
          const other = right.items[index];
          return other !== undefined && isSameValue(item, other, isUntouched);
        })
      );
    case 'map': {
      if (right.kind !== 'map' || left.entries.length !== right.entries.length) return false;
      const others = new Map(right.entries.map(({ key, value }) => [key, value]));
      return left.entries.every(({ key, value }) => {
        const other = others.get(key);
        return other !== undefined && isSameValue(value, other, isUntouched);
      });
    }
    case 'absent':
      return right.kind === 'absent';
    case 'choice':
    case 'unknown':
      return left.kind === right.kind && isUntouched(left, right);
  }
}

function isSamePart(left: string | Hole, right: string | Hole | undefined): boolean {
  if (typeof left === 'string' || typeof right === 'string') return left === right;
  return right !== undefined && left.literal && right.literal && left.what === right.what;
}

function isSameList(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((text, index) => text === right[index]);
}
