import type { Place } from '../../../text/place.js';
import { unknown, type Hole, type Value } from '../../../value/value.js';

/** Data sources that only say where Terraform runs: every attribute is some literal. */
const whereabouts = new Set(['aws_caller_identity', 'aws_region', 'aws_partition', 'aws_default_tags']);

/** What names a thing of AWS's that exists already; it is some literal without wildcards. */
const naming = new Set(['arn', 'id', 'name', 'key_id', 'account_id']);

/** The attribute of a data source that the configuration alone does not tell. */
export function lookedUp(address: string, type: string, attribute: string, place: Place): Value {
  const what = `${address}.${attribute}`;
  const isLiteral = whereabouts.has(type) || (/^aws(?:cc)?_/.test(type) && naming.has(attribute));
  const settle = isLiteral ? 'a literal value' : 'a literal value, or the plan';
  const hole: Hole = { what, literal: true, settle };
  if (isLiteral) return { kind: 'partial', parts: [hole], place };
  return unknown(place, what, `${what} is looked up when Terraform runs`, settle);
}
