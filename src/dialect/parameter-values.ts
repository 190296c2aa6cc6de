import type { Document } from '../parse/document.js';
import type { Place } from '../text/place.js';

/** What a deployment gives to a parameter; a list as CloudFormation takes it, with commas. */
export interface ParameterValue {
  readonly text: string;
  /** Where it is written. */
  readonly place: Place;
}

/** Values by the names of parameters. */
export type ValuesByName = ReadonlyMap<string, ParameterValue>;

/** What is known of the parameters of a deployment. */
export interface ParameterValues {
  /** For every template that declares the parameter. */
  readonly everywhere: ValuesByName;
  /** For the template of one stack, by the stack's name; these count more. */
  readonly byStack: ReadonlyMap<string, ValuesByName>;
}

/**
 * The values for a template. The stack's name is what a cloud assembly calls it, else its file's, without
 * `.template.json`, `.yaml` and the like.
 */
export function valuesFor(
  values: ParameterValues | undefined,
  { file, assembly }: Pick<Document, 'file' | 'assembly'>,
): ValuesByName {
  if (values === undefined) return new Map();
  const { byStack } = values;
  const own = byStack.get(assembly?.stackName ?? '') ?? byStack.get(stackNameOf(file.path));
  return own === undefined ? values.everywhere : new Map([...values.everywhere, ...own]);
}

function stackNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.template)?\.(?:json|ya?ml|template)$/, '');
}

/** What a deployment adds to its documents. */
export interface Deployment {
  readonly parameters?: ParameterValues;
}
