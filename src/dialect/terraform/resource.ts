import type { Value } from '../../value/value.js';
import type { Resource } from '../resource.js';
import { cloudFormationType } from './cloudformation-type.js';
import type { Instance } from './instance.js';
import { enter, textOf } from './located.js';

/** Attributes by whose values other resources name one. */
const identifying = ['arn', 'id', 'topic_arn'] as const;

/** A resource of a plan or a state. Its properties are read when they are asked for: most plans hold much that no rule looks at. */
export function resourceOf(instance: Instance, read: () => Value): Resource {
  const { type, address, place, values } = instance;
  let properties: Value | undefined;
  return {
    type: cloudFormationType(type),
    sourceType: type,
    name: address,
    place,
    when: [],
    get properties() {
      return (properties ??= read());
    },
    attributes: { kind: 'absent', place },
    get identifiers() {
      return identifying.flatMap((key) => textOf(enter(values, key)) ?? []);
    },
  };
}
