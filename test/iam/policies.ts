import { Leaf } from '../../src/model/leaf.js';
import type { Statement } from '../../src/iam/policy/statement.js';
import { statementsOf } from '../../src/iam/policy/statements.js';
import type { Assumptions } from '../../src/value/assumption.js';
import type { Hole, OneOf, Partial, Reference, Settled, Unknown } from '../../src/value/value.js';
import { place, text } from '../value/values.js';

/** A leaf at the start of an empty file. References are to topics. */
export function leaf(value: Settled | string, when: Assumptions = []): Leaf {
  return new Leaf(
    typeof value === 'string' ? text(value) : value,
    when,
    place,
    undefined,
    () => 'AWS::SNS::Topic',
  );
}

/** The only statement of a policy that is written as JSON text. */
export function statement(written: object): Statement {
  const [only] = statementsOf(leaf(JSON.stringify({ Version: '2012-10-17', Statement: [written] })));
  if (only === undefined) throw new Error('the policy has no statement');
  return only;
}

/** A gap that is some literal, such as `AWS::Region`. */
export function literal(what: string): Hole {
  return { what, literal: true, settle: 'a literal value' };
}

/** A gap of which nothing is known. */
export function gap(what: string): Hole {
  return { what, literal: false, settle: 'a literal value' };
}

export function partial(...parts: (string | Hole)[]): Partial {
  return { kind: 'partial', parts, place };
}

export function oneOf(...texts: string[]): OneOf {
  return { kind: 'one-of', texts, source: 'parameter Stage', place };
}

export function reference(name: string, attribute = 'Ref'): Reference {
  return { kind: 'reference', target: { scope: place.file, name }, attribute, place };
}

export const unknown: Unknown = {
  kind: 'unknown',
  what: 'parameter Team',
  why: 'parameter Team has no allowed values',
  settle: 'AllowedValues',
  place,
};
