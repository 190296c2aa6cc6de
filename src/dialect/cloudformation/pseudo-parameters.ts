import type { Place } from '../../text/place.js';
import type { Value } from '../../value/value.js';

const texts = new Set([
  'AWS::AccountId',
  'AWS::Partition',
  'AWS::Region',
  'AWS::StackId',
  'AWS::StackName',
  'AWS::URLSuffix',
]);

/** The value of a pseudo parameter; undefined for any other name. Each is some literal that only deployment knows. */
export function pseudoParameter(name: string, place: Place): Value | undefined {
  if (name === 'AWS::NoValue') return { kind: 'absent', place };
  if (texts.has(name))
    return { kind: 'partial', parts: [{ what: name, literal: true, settle: 'a literal value' }], place };
  if (name === 'AWS::NotificationARNs')
    return {
      kind: 'unknown',
      what: name,
      why: `${name} is given at deployment`,
      settle: 'a literal list',
      place,
    };
  return undefined;
}
