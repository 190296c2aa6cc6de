import type { Place } from '../../../text/place.js';
import { unknown, type Value } from '../../../value/value.js';
import { collectionFunctions } from './collection-functions.js';
import { fallbackFunctions } from './fallback-functions.js';
import { formatFunctions } from './format-functions.js';
import type { Scope } from './frame.js';
import { sequenceFunctions } from './sequence-functions.js';
import { textFunctions } from './text-functions.js';

/** A call with its operands evaluated. */
export interface Invocation {
  readonly name: string;
  readonly operands: readonly Value[];
  readonly place: Place;
  readonly scope: Scope;
}

export type TerraformFunction = (invocation: Invocation) => Value;
export type FunctionTable = Readonly<Partial<Record<string, TerraformFunction>>>;

/** A function whose result is not known. */
export function undetermined({ name, place }: Invocation, why: string, settle = 'literal operands'): Value {
  return unknown(place, `${name}()`, why, settle);
}

function refused(what: string): TerraformFunction {
  return (invocation) =>
    undetermined(invocation, `${invocation.name} reads ${what}`, 'the value in the configuration itself');
}

const file = refused('a file, which is not followed');

/** Terraform's functions that policies, names and ARNs are written with. Any other is unknown. */
export const functions: FunctionTable = {
  ...textFunctions,
  ...collectionFunctions,
  ...fallbackFunctions,
  ...formatFunctions,
  ...sequenceFunctions,
  file,
  filebase64: file,
  templatefile: file,
  fileset: refused('the names of files, which are not followed'),
  timestamp: refused('the clock'),
  uuid: refused('random numbers'),
};
