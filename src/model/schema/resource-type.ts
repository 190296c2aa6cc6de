import { resourceTypes } from '../../data/resource-schemas.js';
import { awsccType } from '../../dialect/terraform/cloudformation-type.js';
import { nearest } from '../../text/nearest.js';
import { providerSchemas } from './provider-schemas.js';

/** The types that a language, or a provider of Terraform's, has of Incident Manager and Chatbot. */
interface Namespace {
  readonly pattern: RegExp;
  readonly types: readonly string[];
}

const namespaces: readonly Namespace[] = [
  { pattern: /^AWS::(?:SSMIncidents|SSMContacts|Chatbot)::/, types: resourceTypes },
  { pattern: /^aws_(?:ssmincidents|ssmcontacts|chatbot)_/, types: Object.keys(providerSchemas) },
  { pattern: /^awscc_(?:ssmincidents|ssmcontacts|chatbot)_/, types: resourceTypes.map(awsccType) },
];

/** What people look for a type of its own for: escalation plans and schedules are contacts with a `Type`. */
const misnomers: Readonly<Record<string, string>> = {
  escalationplan: 'contact',
  oncallschedule: 'contact',
  engagementplan: 'plan',
  channel: 'contactchannel',
};

/** Whether a type claims to be one of Incident Manager's or Chatbot's and is none. */
export function isUnknownType(type: string): boolean {
  return namespaces.some(({ pattern, types }) => pattern.test(type) && !types.includes(type));
}

/** The type that an unknown one most likely means; undefined when none is close. */
export function nearestType(type: string): string | undefined {
  const namespace = namespaces.find(({ pattern }) => pattern.test(type));
  if (namespace === undefined) return undefined;
  const { pattern, types } = namespace;
  const nameOf = (full: string): string => full.replace(pattern, '').replaceAll('_', '').toLowerCase();
  const name = nameOf(type);
  const meant = Object.hasOwn(misnomers, name) ? misnomers[name] : nearest(name, types.map(nameOf));
  return types.find((known) => nameOf(known) === meant);
}
