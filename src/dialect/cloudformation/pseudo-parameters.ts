import type { AssemblyTemplate } from '../../parse/assembly-template.js';
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

/**
 * The value of a pseudo parameter; undefined for any other name. Each is some literal that only deployment knows, unless
 * the app said where its stack goes.
 */
export function pseudoParameter(
  name: string,
  place: Place,
  assembly: AssemblyTemplate | undefined,
): Value | undefined {
  if (name === 'AWS::NoValue') return { kind: 'absent', place };
  const known = assembly && literalOf(name, assembly);
  if (known !== undefined) return { kind: 'text', text: known, type: 'string', place };
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

function literalOf(name: string, { environment, stackName }: AssemblyTemplate): string | undefined {
  if (name === 'AWS::AccountId') return environment.account;
  if (name === 'AWS::Region') return environment.region;
  return name === 'AWS::StackName' ? stackName : undefined;
}
