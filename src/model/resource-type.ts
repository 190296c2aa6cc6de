import { resourceTypes } from '../data/resource-schemas.js';
import { nearest } from '../text/nearest.js';

const namespaces = /^AWS::(?:SSMIncidents|SSMContacts|Chatbot)::/;

/** What people look for a type of its own for: escalation plans and schedules are contacts with a `Type`. */
const misnomers: Readonly<Record<string, string>> = {
  EscalationPlan: 'AWS::SSMContacts::Contact',
  OnCallSchedule: 'AWS::SSMContacts::Contact',
  EngagementPlan: 'AWS::SSMContacts::Plan',
  Channel: 'AWS::SSMContacts::ContactChannel',
};

/** Whether a type claims to be one of Incident Manager's or Chatbot's and is none. */
export function isUnknownType(type: string): boolean {
  return namespaces.test(type) && !resourceTypes.includes(type);
}

/** The type that an unknown one most likely means; undefined when none is close. */
export function nearestType(type: string): string | undefined {
  const name = lastPart(type);
  const misnomer = Object.hasOwn(misnomers, name) ? misnomers[name] : undefined;
  if (misnomer !== undefined) return misnomer;
  const close = nearest(name, resourceTypes.map(lastPart));
  return resourceTypes.find((known) => lastPart(known) === close);
}

function lastPart(type: string): string {
  return type.slice(type.lastIndexOf(':') + 1);
}
