import type { Construct } from '../report/finding.js';
import type { Place } from '../text/place.js';
import type { Assumptions } from '../value/assumption.js';
import type { Value } from '../value/value.js';

/** A resource that a document declares, whatever its dialect. */
export interface Resource {
  /** The CloudFormation type. */
  readonly type: string;
  /** The type as the document spells it. */
  readonly sourceType: string;
  /** The logical ID, or the Terraform address. */
  readonly name: string;
  /** The resource's key: where something is reported that is missing from it. */
  readonly place: Place;
  /** What the resource's existence rests on (its `Condition`). */
  readonly when: Assumptions;
  /** Its properties, evaluated when asked for. */
  readonly properties: Value;
  /** Whether a program put it together, so that it is mended there and not here. */
  readonly isGenerated?: true;
  /** For CDK apps: what it was synthesised from. */
  readonly construct?: Construct;
  /**
   * The tags of its stack, where a cloud assembly names them: CloudFormation gives them to the resources of the stack
   * that take tags (API reference, "CreateStack").
   */
  readonly stackTags?: ReadonlyMap<string, string>;
  /** The attributes besides `Properties`, such as `Metadata` and `DependsOn`. */
  readonly attributes: Value;
  /** The texts by which others name it, where they are known: ARNs and IDs from a state or a plan. */
  readonly identifiers?: readonly string[];
}
