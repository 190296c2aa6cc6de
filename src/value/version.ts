/** The numbers of a version, three at the least: `1.9` is `[1, 9, 0]`. */
export type Version = readonly number[];

/** Longer texts are no version, nor a constraint. */
const longest = 200;

/** Reads `2.200.0`, `v1.9` or `6.0.0-beta1`, whose suffix is left out; undefined for anything else. */
export function readVersion(text: string): Version | undefined {
  if (text.length > longest) return undefined;
  const [, numbers] = /^v?(\d{1,9}(?:\.\d{1,9}){0,3})(?:[-+].*)?$/.exec(text.trim()) ?? [];
  if (numbers === undefined) return undefined;
  const read = numbers.split('.').map(Number);
  return [...read, 0, 0].slice(0, Math.max(3, read.length));
}

export function isOlder(one: Version, other: Version): boolean {
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/**
 * Whether a constraint of Terraform's (https://developer.hashicorp.com/terraform/language/expressions/version-constraints)
 * takes only versions that are older than another; undefined where it cannot be read.
 */
export function takesOnlyOlder(constraint: string, than: Version): boolean | undefined {
  if (constraint.length > longest) return undefined;
  let isOnlyOlder = false;
  for (const part of constraint.split(',')) {
    const [, operator = '', text = ''] = /^\s*(=|!=|>=|<=|~>|>|<)?\s*(\S+)\s*$/.exec(part) ?? [];
    const version = readVersion(text);
    if (version === undefined) return undefined;
    if (endsBelow(operator, version, text, than)) isOnlyOlder = true;
  }
  return isOnlyOlder;
}

function endsBelow(operator: string, version: Version, text: string, than: Version): boolean {
  switch (operator) {
    case '':
    case '=':
    case '<=':
      return isOlder(version, than);
    case '<':
      return !isOlder(than, version);
    case '~>': {
      // The last number that is written may rise; one number alone has no end.
      const written = text.split(/[-+]/, 1).join('').split('.').length;
      if (written < 2) return false;
      const end = version
        .slice(0, written - 1)
        .map((number, index) => (index === written - 2 ? number + 1 : number));
      return !isOlder(than, end);
    }
    default:
      return false;
  }
}
