import type { TSESTree } from '../../parse/typescript.js';
import type { Place } from '../../text/place.js';
import type { SourceFile } from '../../text/source-file.js';
import type { Value } from '../../value/value.js';

/** A `new` of one of CDK's constructs. */
export interface Construct {
  readonly node: TSESTree.NewExpression;
  /** Its class: `aws-ssmcontacts.CfnContact`. */
  readonly className: string;
  /** Its ID, which no other construct of the file has. */
  readonly name: string;
  readonly props: TSESTree.Node | undefined;
  /** Whether it is one of the template's resources; of others only their names and ARNs are known. */
  readonly isRead: boolean;
}

/** The constructs of a file. */
export class Constructs {
  readonly #byNode = new Map<TSESTree.Node, Construct>();

  get all(): Iterable<Construct> {
    return this.#byNode.values();
  }

  add(construct: Construct): void {
    this.#byNode.set(construct.node, construct);
  }

  at(node: TSESTree.Node): Construct | undefined {
    return this.#byNode.get(node);
  }
}

/** A construct, or an attribute of it, as a value. */
export function referenceTo(construct: Construct, scope: SourceFile, place: Place, attribute = 'Ref'): Value {
  const { name, isRead } = construct;
  if (isRead) return { kind: 'reference', target: { scope, name }, attribute, place };
  const what = attribute === 'Ref' ? name : `${name}.${attribute}`;
  return { kind: 'partial', parts: [{ what, literal: true, settle: 'a literal value' }], place };
}

/**
 * The attribute of CloudFormation's that a property of a construct is: `ref`, `attrArn` and `roleArn`; undefined for a
 * property that is no text of AWS's.
 */
export function attributeOf(property: string): string | undefined {
  const own = /^attr([A-Z]\w*)$/.exec(property)?.[1];
  if (own !== undefined) return own;
  if (property.endsWith('Arn')) return 'Arn';
  return /^ref$|(?:Name|Id|Ref|Url)$/.test(property) ? 'Ref' : undefined;
}
