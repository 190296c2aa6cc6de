import { objectIn } from '../../model/json-text.js';
import type { Partial, Text } from '../../value/value.js';

/** The policy that a text holds as JSON (`objectIn`); undefined for other texts, such as a managed policy's name. */
export function policyIn(value: Text | Partial): ReturnType<typeof objectIn> {
  return objectIn(value, 'policy');
}
