import type { KindSpec } from './kind.js';
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

/** The six types of Incident Manager; a workspace without one of them has nothing that needs a trail or a chat channel. */
export const incidentManagerTypes: readonly string[] = [
  'AWS::SSMContacts::Contact',
  'AWS::SSMContacts::ContactChannel',
  'AWS::SSMContacts::Plan',
  'AWS::SSMContacts::Rotation',
  'AWS::SSMIncidents::ReplicationSet',
  'AWS::SSMIncidents::ResponsePlan',
];
