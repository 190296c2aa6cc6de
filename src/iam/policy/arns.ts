import { serviceActions } from '../../data/iam-actions.js';
import { anything, someLiteral, type Leaf } from '../../model/leaf.js';
import { any, type Tri } from '../../value/tri.js';
import { incidentManagerServices, type Action } from './actions.js';
import { gapOf, widest } from './gap.js';
import { globCovers, globMatches, globsMeet } from './glob.js';

/** A pattern of a policy's `Resource`, field by field; any field can have wildcards and the markers of gaps. */
export interface ArnPattern {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/**
 * Reads an ARN pattern. `*` is any ARN, and fields that are missing at the end are `*` (IAM JSON policy elements:
 * Resource, "incomplete ARN"). Undefined for a text that does not begin like an ARN.
 */
export function arnPattern(text: string): ArnPattern | undefined {
  if (isAll(text)) return { partition: '*', service: '*', region: '*', account: '*', resource: '*' };
  const [scheme, partition = '*', service = '*', region = '*', account = '*', ...rest] = text.split(':');
  if (scheme !== 'arn') return undefined;
  return { partition, service, region, account, resource: rest.length === 0 ? '*' : rest.join(':') };
}

/** The fields of an ARN pattern. */
export const arnFields = ['partition', 'service', 'region', 'account', 'resource'] as const;

/** Whether one pattern of `Resource` matches every ARN that another matches. */
export function resourceCovers(outer: string, inner: string): boolean {
  const [wide, narrow] = [arnPattern(outer), arnPattern(inner)];
  if (wide === undefined || narrow === undefined) return outer === inner;
  // Actions without resource types are allowed on `*` alone, which no ARN covers.
  if (/^\*+$/.test(inner)) return /^\*+$/.test(outer);
  return arnFields.every((field) => globCovers(wide[field], narrow[field]));
}

function isAll(text: string): boolean {
  return /^\*+$/.test(text);
}

/** Whether a resource is `*`, the only one that actions without resource types can be allowed on. */
export function isEverything(resource: Leaf): Tri {
  return resource.test((text) => {
    if (isAll(text)) return true;
    return isAll(text.replaceAll(anything, '*')) ? gapOf(resource) : false;
  });
}

/**
 * Whether a resource covers every resource of a service, in one account and Region at least: `*`,
 * `arn:aws:ssm-incidents::*:*`, `arn:*:ssm-contacts:*:*:*`. A pattern for all resources of one type does not.
 */
export function coversService(resource: Leaf, service: string): Tri {
  return resource.test((text) => {
    const low = arnPattern(text);
    if (low !== undefined && isWhole(low, service)) return true;
    const high = arnPattern(text.replaceAll(anything, '*'));
    if (high === undefined) return text.startsWith(anything) ? gapOf(resource) : false;
    return isWhole({ ...high, service: widest(high.service) }, service) ? gapOf(resource) : false;
  });
}

function isWhole({ service, region, account, resource }: ArnPattern, wanted: string): boolean {
  if (!globMatches(service, wanted) || account === '') return false;
  return formatsOf(wanted).every(
    (format) =>
      (format.region === '' ? globMatches(region, '') : region !== '') &&
      globCovers(resource, format.resource),
  );
}

const formats = new Map<string, readonly ArnPattern[]>();

/** The ARN formats of a service's resource types, with `*` for each of their variables. */
function formatsOf(service: string): readonly ArnPattern[] {
  let known = formats.get(service);
  if (known === undefined) {
    const arns = Object.hasOwn(serviceActions, service) ? serviceActions[service]?.arns : undefined;
    known = Object.values(arns ?? {}).flatMap((arn) => arnPattern(arn.replace(/\$\{\w+\}/g, '*')) ?? []);
    formats.set(service, known);
  }
  return known;
}

/** Patterns for every resource that an action works on; none for one that works on `*` alone. */
export function everyArnOf({ service, resourceTypes }: Action): string[] {
  const arns = Object.hasOwn(serviceActions, service) ? serviceActions[service]?.arns : undefined;
  return resourceTypes.flatMap((type) => arns?.[type]?.replace(/\$\{\w+\}/g, '*') ?? []);
}

/**
 * How real ARNs and CloudTrail's samples spell what the Service Authorization Reference calls `contactchannel`
 * (Incident Manager API Reference: GetContactChannel; user guide: Logging API calls).
 */
const otherSpellings: Readonly<Record<string, readonly string[]>> = {
  'ssm-contacts': ['contact-channel', 'device'],
};

/**
 * Whether a resource names an ARN of Incident Manager that IAM can never match: an ARN of `ssm-incidents` with a
 * Region (they have none), one of `ssm-contacts` without, one without an account, or one of a type that does not exist
 * (Service Authorization Reference: resource types of both services).
 */
export function neverMatches(resource: Leaf): Tri {
  return resource.test((text) => {
    const arn = arnPattern(text);
    if (arn === undefined) return text.startsWith(anything) ? gapOf(resource) : false;
    if (!incidentManagerServices.includes(arn.service)) return false;
    const hasRegion = formatsOf(arn.service).some(({ region }) => region !== '');
    return any(
      arn.account === '',
      hasRegion ? arn.region === '' : isNeverEmpty(arn.region, resource),
      isNoType(arn, resource),
    );
  });
}

/** An ARN of `ssm-incidents` without its Region, where that makes it one that exists; undefined for all others. */
export function withoutRegion(resource: Leaf): string | undefined {
  const { value } = resource;
  if (value.kind !== 'text' || neverMatches(resource) !== true) return undefined;
  const [prefix, partition, service, region, ...rest] = value.text.split(':');
  if (service !== 'ssm-incidents' || region === undefined || region === '') return undefined;
  const text = [prefix, partition, service, '', ...rest].join(':');
  return neverMatches(resource.inner({ ...value, text }, resource.when)) === false ? text : undefined;
}

/** Whether a field can match no empty text. */
function isNeverEmpty(field: string, resource: Leaf): Tri {
  const literal = field.replaceAll('*', '');
  if (literal.replaceAll(anything, '') !== '') return true;
  return literal === '' ? false : gapOf(resource);
}

function isNoType({ service, resource: field }: ArnPattern, resource: Leaf): Tri {
  const slash = field.indexOf('/');
  if (slash > 0 && slash < field.length - 1 && typesOf(service).includes(field.slice(0, slash))) return false;
  const meets = (glob: string): boolean => typesOf(service).some((type) => globsMeet(glob, `${type}/?*`));
  if (!meets(widest(field))) return true;
  // A name that only deployment knows is some name; what is not known at all may also be a type.
  return meets(field) || !field.includes(anything) ? false : gapOf(resource);
}

const types = new Map<string, readonly string[]>();

/** What the resource field of a service's ARNs begins with, before its first slash. */
function typesOf(service: string): readonly string[] {
  let known = types.get(service);
  if (known === undefined) {
    const listed = formatsOf(service).map(({ resource }) => resource.slice(0, resource.indexOf('/')));
    known = [...listed, ...(otherSpellings[service] ?? [])];
    types.set(service, known);
  }
  return known;
}

/** Whether the account of an ARN is fixed: `true` for any literal, whether or not it is known before deployment. */
export function hasFixedAccount(text: string): boolean {
  if (text.startsWith(someLiteral)) return true;
  const arn = arnPattern(text);
  if (arn === undefined) return false;
  // The ARNs of S3 buckets have no account, but a bucket's name belongs to one owner.
  const field = arn.service === 's3' ? arn.resource : arn.account;
  return field !== '' && !/[*?]/.test(field) && !field.includes(anything);
}
