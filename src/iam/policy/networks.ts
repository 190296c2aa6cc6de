/**
 * Whether one range of addresses of `IpAddress` holds another: `203.0.113.0/24`, `2001:db8::/32`, or a single address.
 * Ranges that are written wrongly hold only themselves.
 */
export function networkCovers(outer: string, inner: string): boolean {
  const [wide, narrow] = [bitsOf(outer), bitsOf(inner)];
  if (wide === undefined || narrow === undefined) return outer === inner;
  return narrow.startsWith(wide);
}

/** The bits that all addresses of a range begin with, after a letter for the version of the protocol. */
function bitsOf(range: string): string | undefined {
  const [address = '', length, ...more] = range.split('/');
  const isFour = address.includes('.') && !address.includes(':');
  const numbers = isFour ? address.split('.').map(byteOf) : groupsOf(address);
  const [count, width] = isFour ? [4, 8] : [8, 16];
  if (more.length > 0 || numbers?.length !== count || numbers.some(Number.isNaN)) return undefined;
  const bits = numbers.map((number) => number.toString(2).padStart(width, '0')).join('');
  const kept = length === undefined ? bits.length : /^\d{1,3}$/.test(length) ? Number(length) : NaN;
  return kept <= bits.length ? `${isFour ? 'a' : 'b'}${bits.slice(0, kept)}` : undefined;
}

function byteOf(text: string): number {
  return /^\d{1,3}$/.test(text) && Number(text) < 256 ? Number(text) : NaN;
}

/** The eight groups of an address of version 6; `::` stands for as many of zeros as are missing. */
function groupsOf(address: string): number[] | undefined {
  const halves = address.split('::');
  const [first = [], last = []] = halves.map((half) => (half === '' ? [] : half.split(':').map(groupOf)));
  const missing = 8 - first.length - last.length;
  if (halves.length === 1) return first;
  return halves.length === 2 && missing > 0
    ? [...first, ...Array.from({ length: missing }, () => 0), ...last]
    : undefined;
}

function groupOf(text: string): number {
  return /^[0-9a-f]{1,4}$/i.test(text) ? parseInt(text, 16) : NaN;
}
