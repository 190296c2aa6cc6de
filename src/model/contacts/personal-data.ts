import type { Tri } from '../../value/tri.js';
import { anything, type Leaf } from '../leaf.js';

/** Personal data that does not belong in names, as messages call it. */
const personalData = ['an e-mail address', 'a phone number'] as const;
export type PersonalData = (typeof personalData)[number];

/** Lengths as in RFC 5321; no part of it can grow without bound. */
const email = /[^\s@"'<>()[\],;:]{1,64}@[^\s@"'<>()[\],;:]{1,190}\.[a-z]{2,24}/i;

/** `+` and seven digits at least, grouped in any usual way. */
const international = /\+[ ().-]{0,3}\d(?:[ ().-]{0,3}\d){6}/;

/** Digits alone, from seven to fifteen (ITU-T E.164). */
const digits = /(?<![\w.+-])\d{7,15}(?![\w.-])/g;

/** What a text holds, or may hold. */
export interface Disclosure {
  readonly verdict: Tri;
  readonly data: PersonalData;
}

/** The personal data in a text; a text of which not enough is known gives one doubt. */
export function disclosuresIn(leaf: Leaf, isName: boolean): Disclosure[] {
  const all = personalData.map((data) => ({ verdict: holds(leaf, data, isName), data }));
  const found = all.filter(({ verdict }) => verdict === true);
  return found.length > 0 ? found : all.filter(({ verdict }) => verdict !== false).slice(0, 1);
}

/**
 * Whether a text holds an e-mail address or a phone number.
 *
 * @param isName whether digits alone count: what stands in a tag's value can be any number.
 */
function holds(leaf: Leaf, data: PersonalData, isName: boolean): Tri {
  return leaf.test((text) => {
    if (data === 'an e-mail address' ? email.test(text) : hasPhone(text, isName)) return true;
    if (!text.includes(anything)) return false;
    return leaf.is(() => false);
  });
}

function hasPhone(text: string, isName: boolean): boolean {
  if (international.test(text)) return true;
  return isName && [...text.matchAll(digits)].some(([found]) => !isOtherNumber(found));
}

/** An account's ID has twelve digits, and a date such as 20260131 eight. */
function isOtherNumber(found: string): boolean {
  return found.length === 12 || /^(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d$/.test(found);
}
