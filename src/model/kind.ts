/** A path, or a path for each resource type where they differ. */
export type FieldPath = string | Readonly<Record<string, string>>;

/**
 * A field of a kind. In a path, `.` goes into a map and `[]` through every item of a list; a lone map, such as a block
 * of Terraform's that stands once, counts as a list of one. `[0]` goes into a block that stands once at the most, and the
 * empty path stays at the resource. The paths of the awscc provider and of CDK's constructs follow from CloudFormation's.
 */
export interface FieldSpec {
  /** Left out for what CloudFormation has no property for. */
  readonly cloudformation?: FieldPath;
  /** In Terraform's aws provider; left out for what it has no argument for. */
  readonly terraform?: FieldPath;
  /** In what the AWS CLI prints of the account, where CloudFormation has no property for it. */
  readonly evidence?: FieldPath;
  /** The documented default, as text; without one an absent value is neither this nor that. */
  readonly default?: string;
  /** The default of Terraform's aws provider, where it is another one; without a path, what that provider always does. */
  readonly terraformDefault?: string;
  /**
   * `policy`: a policy document, as an object or as JSON text; `map`: an object whose keys are the user's; `any`: whatever
   * holds the texts that are looked for.
   */
  readonly shape?: 'policy' | 'map' | 'any';
  /** The fields of a map, or of each map of a list. */
  readonly fields?: FieldSpecs;
}

export type FieldSpecs = Readonly<Record<string, FieldSpec>>;

/** What rules speak of: a sort of resource, field by field, in every dialect's spelling. */
export interface KindSpec {
  /** The CloudFormation types that are of this kind. */
  readonly cloudformation: readonly string[];
  /** The types of Terraform's aws provider that are of this kind. */
  readonly terraform?: readonly string[];
  readonly fields: FieldSpecs;
}

/**
 * The types by which a resource is spelled: `type` is CloudFormation's, `sourceType` the document's own, or the command
 * of the AWS CLI that printed it.
 */
export interface TypedResource {
  readonly type: string;
  readonly sourceType: string;
}

/** The steps of a field's path for a resource; undefined where its type has no such field. */
export function pathOf(field: FieldSpec, resource: TypedResource): readonly string[] | undefined {
  const isAws = isOfAwsProvider(resource);
  const other = isOfAccount(resource) ? field.evidence : undefined;
  const spelling = isAws ? field.terraform : (other ?? field.cloudformation);
  const path =
    typeof spelling === 'string' ? spelling : spelling?.[isAws ? resource.sourceType : resource.type];
  if (path === undefined) return undefined;
  if (resource.sourceType.startsWith('awscc_')) return stepsOf(snakeCase(path));
  return resource.sourceType.startsWith('aws-cdk-lib/') ? stepsOf(camelCase(path)) : stepsOf(path);
}

/** What an absent value of a field means for a resource. */
export function defaultOf(field: FieldSpec, resource: TypedResource): string | undefined {
  return (isOfAwsProvider(resource) ? field.terraformDefault : undefined) ?? field.default;
}

/** Whether a resource has no property for a field and behaves in one way all the same. */
export function isFixed(field: FieldSpec, resource: TypedResource): boolean {
  return isOfAwsProvider(resource) && field.terraform === undefined && field.terraformDefault !== undefined;
}

/** Whether it is no declaration: the AWS CLI printed it of the account. */
export function isOfAccount({ sourceType }: TypedResource): boolean {
  return sourceType.startsWith('aws ');
}

/** Whether it is one of Terraform's aws provider, which has names of its own; awscc has CloudFormation's. */
export function isOfAwsProvider({ sourceType }: TypedResource): boolean {
  return sourceType.startsWith('aws_');
}

/** The awscc provider's name of a property: `SlackChannelId` is `slack_channel_id`; CloudWatch is one word to it. */
export function snakeCase(name: string): string {
  return separated(name.replaceAll('CloudWatch', 'Cloudwatch'));
}

function separated(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_').toLowerCase();
}

/** CDK's name of a property of a construct: `KMSKeyId` is `kmsKeyId`. Every object of Java's has a method `equals`. */
function camelCase(path: string): string {
  return separated(path)
    .replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
    .replace(/\bequals\b/, 'equalTo');
}

const steps = new Map<string, readonly string[]>();

function stepsOf(path: string): readonly string[] {
  let known = steps.get(path);
  if (known === undefined) {
    known = path
      .split('.')
      .flatMap((step) => /^(.*)(\[0?\])$/.exec(step)?.slice(1) ?? [step])
      .filter((step) => step !== '');
    steps.set(path, known);
  }
  return known;
}
