import { createHash } from 'node:crypto';

/** What makes a finding the same finding after lines moved or the file was formatted anew. */
export interface Evidence {
  readonly ruleId: string;
  readonly file: string;
  /** The logical ID or address of the resource; empty for a finding about a file. */
  readonly address: string;
  /** The keys that lead to the place. */
  readonly keys: readonly (string | number)[];
  /** What the message names. */
  readonly data: readonly string[];
}

/** A fingerprint of 32 hexadecimal digits. Positions in lists do not count, so that reordering changes nothing. */
export function fingerprint({ ruleId, file, address, keys, data }: Evidence): string {
  const names = keys.filter((key) => typeof key === 'string');
  return createHash('sha256')
    .update(JSON.stringify([ruleId, file, address, names, data]))
    .digest('hex')
    .slice(0, 32);
}
