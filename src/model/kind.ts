/** How CloudFormation spells a field: a path, or a path for each resource type where they differ. */
export type CloudFormationPath = string | Readonly<Record<string, string>>;

/** A field of a kind. In a path, `.` goes into a map and `[]` through every item of a list. */
export interface FieldSpec {
  readonly cloudformation: CloudFormationPath;
  /** The documented default, as text; without one an absent value is neither this nor that. */
  readonly default?: string;
  /** `policy`: a policy document, as an object or as JSON text. */
  readonly shape?: 'policy';
  /** The fields of a map, or of each map of a list. */
  readonly fields?: FieldSpecs;
}

export type FieldSpecs = Readonly<Record<string, FieldSpec>>;

/** What rules speak of: a sort of resource, field by field, in every dialect's spelling. */
export interface KindSpec {
  /** The CloudFormation types that are of this kind. */
  readonly cloudformation: readonly string[];
  readonly fields: FieldSpecs;
}

/** The steps of a field's path for a resource type; undefined where the type has no such field. */
export function pathOf(field: FieldSpec, type: string): readonly string[] | undefined {
  const path = typeof field.cloudformation === 'string' ? field.cloudformation : field.cloudformation[type];
  return path === undefined ? undefined : stepsOf(path);
}

const steps = new Map<string, readonly string[]>();

function stepsOf(path: string): readonly string[] {
  let known = steps.get(path);
  if (known === undefined) {
    known = path.split('.').flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), '[]'] : [step]));
    steps.set(path, known);
  }
  return known;
}
