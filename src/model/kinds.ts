import { isOfAwsProvider, type KindSpec, type TypedResource } from './kind.js';
import { accessKinds } from './kinds/access.js';
import { advisoryKinds } from './kinds/advisories.js';
import { chatKinds } from './kinds/chat.js';
import { contactKinds } from './kinds/contacts.js';
import { incidentKinds } from './kinds/incidents.js';
import { inventoryKinds } from './kinds/inventory.js';
import { monitoringKinds } from './kinds/monitoring.js';
import { scriptKinds } from './kinds/scripts.js';
import { secretKinds } from './kinds/secrets.js';
import { sharingKinds } from './kinds/sharing.js';

/** The table of kinds: the one place that knows how a dialect spells what the rules speak of. */
export const kinds = {
  ...contactKinds,
  ...incidentKinds,
  ...chatKinds,
  ...accessKinds,
  ...sharingKinds,
  ...monitoringKinds,
  ...inventoryKinds,
  ...secretKinds,
  ...advisoryKinds,
  ...scriptKinds,
} as const satisfies Readonly<Record<string, KindSpec>>;

export type Kinds = typeof kinds;
export type KindName = keyof Kinds;

const byCloudFormationType = namesBy(({ cloudformation }) => cloudformation);
const byAwsType = namesBy(({ terraform = [] }) => terraform);

/** The kinds that a resource is of: most are of none. */
export function kindNamesOf(resource: TypedResource): readonly KindName[] {
  const found = isOfAwsProvider(resource)
    ? byAwsType.get(resource.sourceType)
    : byCloudFormationType.get(resource.type);
  return found ?? [];
}

function namesBy(typesOf: (kind: KindSpec) => readonly string[]): ReadonlyMap<string, readonly KindName[]> {
  const names = new Map<string, KindName[]>();
  for (const [name, kind] of Object.entries(kinds) as [KindName, KindSpec][])
    for (const type of typesOf(kind)) names.set(type, [...(names.get(type) ?? []), name]);
  return names;
}

/** The six types of Incident Manager; a workspace without one of them has nothing that needs a trail or a chat channel. */
export const incidentManagerTypes: readonly string[] = [
  'AWS::SSMContacts::Contact',
  'AWS::SSMContacts::ContactChannel',
  'AWS::SSMContacts::Plan',
  'AWS::SSMContacts::Rotation',
  'AWS::SSMIncidents::ReplicationSet',
  'AWS::SSMIncidents::ResponsePlan',
];
