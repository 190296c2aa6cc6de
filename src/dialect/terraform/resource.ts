import type { Place } from '../../text/place.js';
import type { Value } from '../../value/value.js';
import type { Resource } from '../resource.js';
import { cloudFormationType } from './cloudformation-type.js';
import type { Instance } from './instance.js';
import { textAt } from './located.js';

/** Attributes by whose values other resources name one. */
const identifying = ['arn', 'id', 'topic_arn'] as const;

/** A resource of a plan or a state. Its properties are read when they are asked for: most plans hold much that no rule looks at. */
export class InstanceResource implements Resource {
  readonly type: string;
  readonly sourceType: string;
  readonly name: string;
  readonly place: Place;
  readonly when = [];
  #properties: Value | undefined;

  constructor(
    private readonly instance: Instance,
    private readonly read: (instance: Instance) => Value,
  ) {
    this.type = cloudFormationType(instance.type);
    this.sourceType = instance.type;
    this.name = instance.address;
    this.place = instance.place;
  }

  get properties(): Value {
    return (this.#properties ??= this.read(this.instance));
  }

  get attributes(): Value {
    return { kind: 'absent', place: this.place };
  }

  get identifiers(): readonly string[] {
    const { values } = this.instance;
    return values === undefined ? [] : identifying.flatMap((key) => textAt(values, key) ?? []);
  }
}
