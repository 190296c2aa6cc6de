import type { View } from '../view.js';

/** The types of contacts (Incident Manager API reference, `Contact`). */
export const contactTypes = ['PERSONAL', 'ESCALATION', 'ONCALL_SCHEDULE'] as const;
export type ContactType = (typeof contactTypes)[number];

/** The type of a contact, where it is one and the same however its conditions turn out. */
export function contactTypeOf(contact: View<'contact'>): ContactType | undefined {
  const leaves = [...contact.type];
  return contactTypes.find((name) => leaves.every((leaf) => leaf.is((text) => text === name) === true));
}
