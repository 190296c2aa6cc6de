import type { Resource } from '../../dialect/resource.js';
import { isSameValue } from '../../value/same.js';
import { entryOf, type Value } from '../../value/value.js';
import type { ResourceEffect } from '../change.js';

/**
 * The arguments whose change makes Terraform replace a resource: `ForceNew` in the provider aws, and the properties
 * that the types of the provider awscc call create-only.
 */
const identifying: Readonly<Record<string, readonly string[]>> = {
  aws_ssmcontacts_contact: ['alias', 'type'],
  aws_ssmcontacts_contact_channel: ['contact_id', 'type'],
  aws_ssmincidents_response_plan: ['name'],
  awscc_ssmcontacts_contact: ['alias', 'type'],
  awscc_ssmcontacts_contact_channel: ['contact_id', 'channel_type'],
  awscc_ssmincidents_response_plan: ['name'],
};

/**
 * What Terraform does to a resource that is declared before and after a change.
 *
 * @param addressNow the address that another resource of the base has now.
 */
export function terraformEffect(
  before: Resource,
  after: Resource,
  addressNow: (address: string) => string,
): ResourceEffect {
  if (before.sourceType !== after.sourceType) return { effect: 'replaced', causes: [] };
  const changes = (identifying[after.sourceType] ?? []).flatMap((name) => {
    const [old, current] = [argumentOf(before, name), argumentOf(after, name)];
    if (old === undefined || current === undefined || isSame(old, current, addressNow)) return [];
    return [{ name, isCertain: isLiteral(old, current) }];
  });
  const certain = changes.filter(({ isCertain }) => isCertain);
  if (certain.length > 0) return { effect: 'replaced', causes: certain.map(({ name }) => name) };
  if (changes.length > 0) return { effect: 'perhaps replaced', causes: changes.map(({ name }) => name) };
  return { effect: 'updated', causes: [] };
}

function argumentOf({ properties }: Resource, name: string): Value | undefined {
  return properties.kind === 'map' ? entryOf(properties, name)?.value : undefined;
}

/** Whether a resource is as it was, as far as it is known, and written as it was where it is not. */
export function isUntouched(before: Resource, after: Resource): boolean {
  return isSameValue(before.properties, after.properties, isWrittenAlike);
}

function isSame(old: Value, current: Value, addressNow: (address: string) => string): boolean {
  if (isSameValue(old, current, isWrittenAlike)) return true;
  return (
    old.kind === 'reference' &&
    current.kind === 'reference' &&
    old.attribute === current.attribute &&
    addressNow(old.target.name) === current.target.name
  );
}

/** Whether two values that differ are of one sort, so that nothing but a deployment could make them the same. */
function isLiteral(old: Value, current: Value): boolean {
  return old.kind === current.kind && (old.kind === 'text' || old.kind === 'reference');
}

function isWrittenAlike(left: Value, right: Value): boolean {
  return writtenText(left) === writtenText(right);
}

function writtenText({ place: { file, span } }: Value): string {
  return file.text.slice(span.start, span.end);
}
