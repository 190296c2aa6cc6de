import { anything, someLiteral } from '../leaf.js';

/** The types of contact channels (CloudFormation schema of `AWS::SSMContacts::ContactChannel`, `ChannelType`). */
export const channelTypes = ['SMS', 'VOICE', 'EMAIL'] as const;
export type ChannelType = (typeof channelTypes)[number];

/** Incident Manager API reference, ContactChannelAddress. */
const mostCharacters = 320;

/** ITU-T E.164 allows 15 digits with the country code; no country has whole numbers of less than seven. */
const leastDigits = 7;
const mostDigits = 15;

/**
 * What is wrong with an address for a type of channel, as a clause that follows "the address" and repeats nothing of
 * it; undefined when nothing is. Of a text with gaps (`someLiteral`, `anything`) only what stands between them counts.
 */
export function addressFault(address: string, type: ChannelType): string | undefined {
  if (address.trim() === '') return 'is empty';
  if (address.length > mostCharacters) return `has more than ${String(mostCharacters)} characters`;
  return type === 'EMAIL' ? emailFault(address) : phoneFault(address.trim(), type);
}

/** "+" and the country code first (API reference, ContactChannelAddress); whether AWS takes separators is not said. */
function phoneFault(number: string, type: ChannelType): string | undefined {
  if (number.includes('@')) return `is an e-mail address, which no channel of type ${type} takes`;
  const first = number.charAt(0);
  if (first !== '+' && !hasGap(first)) return 'does not start with "+" and a country code';
  const rest = number.slice(1);
  if (/[^\d ().\-\uE000\uE001]/.test(rest)) return 'has signs that no phone number has';
  const digits = rest.replace(/\D/g, '');
  if (/^\+[ ().-]*0/.test(number)) return 'has a country code that starts with 0';
  if (digits.length > mostDigits) return `has more than ${String(mostDigits)} digits`;
  if (digits.length < leastDigits && !hasGap(number)) return `has fewer than ${String(leastDigits)} digits`;
  return undefined;
}

function emailFault(address: string): string | undefined {
  const [local = '', domain, ...more] = address.split('@');
  const isOpen = hasGap(address);
  if (more.length > 0) return 'has more than one "@"';
  if (domain === undefined && !isOpen) {
    const isPhone = /^[+\d ().-]+$/.test(address) && /\d/.test(address);
    return isPhone ? 'is a phone number, which no channel of type EMAIL takes' : 'has no "@"';
  }
  if (/\s/.test(address)) return 'has a space in it';
  if (/[<>,;:]/.test(address)) return 'has signs that no e-mail address has';
  if (domain === undefined) return undefined;
  if (local === '') return 'has nothing before "@"';
  const labels = domain.split('.');
  const isIncomplete = labels.includes('') || labels.length < 2;
  return isIncomplete && !hasGap(domain) ? 'has no complete domain after "@"' : undefined;
}

/** Names that never belong to anybody (RFC 2606, RFC 6761). */
const reservedDomain = /(?:^|\.)(?:example\.(?:com|net|org)|example|invalid|localhost|test)$/i;

/**
 * Whether an e-mail address belongs to none of some domains: what is no e-mail address does not. Undefined where its
 * domain has a gap, or where it is not known whether it has one.
 */
export function isOutside(address: string, domains: readonly string[]): boolean | undefined {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  if (hasGap(domain)) return undefined;
  return at !== -1 && !domains.some((allowed) => allowed.toLowerCase() === domain.toLowerCase());
}

/** The large services that give anybody a mailbox. The list is not complete. */
const freeMail = [
  ...[
    'gmail.com',
    'googlemail.com',
    'outlook.com',
    'hotmail.com',
    'live.com',
    'msn.com',
    'yahoo.com',
    'aol.com',
  ],
  ...[
    'icloud.com',
    'me.com',
    'mac.com',
    'proton.me',
    'protonmail.com',
    'gmx.com',
    'gmx.net',
    'gmx.de',
    'web.de',
  ],
  ...['mail.com', 'mail.ru', 'yandex.ru', 'yandex.com', 'qq.com', '163.com', '126.com', 'zoho.com'],
];

/** Whether an e-mail address is of a service that gives anybody one; undefined where its domain has a gap. */
export function isFreeMail(address: string): boolean | undefined {
  const isOther = isOutside(address, freeMail);
  return isOther === undefined ? undefined : address.includes('@') && !isOther;
}

/** Equal for addresses that lead to one device or mailbox, whatever separators and capitals they are written with. */
export function addressKey(address: string): string {
  const trimmed = address.trim();
  return trimmed.includes('@') ? trimmed.toLowerCase() : trimmed.replace(/[ ().-]/g, '');
}

/** What people write where an address is still to be filled in. */
const fillerWord = /^(?:change[-_. ]?me|replace[-_. ]?me|to[-_. ]?do|tbd|fixme|placeholder|x{3,})$/i;

/**
 * Whether an address can belong to nobody: a reserved domain, a North American number of those kept for fiction
 * (555-0100 to 555-0199, NANPA), one digit repeated, digits counted up, or a word such as `changeme`. Of a text with
 * gaps only its domain counts.
 */
export function isPlaceholder(address: string): boolean {
  const trimmed = address.trim();
  const at = trimmed.lastIndexOf('@');
  if (at !== -1) return reservedDomain.test(trimmed.slice(at + 1)) || fillerWord.test(trimmed.slice(0, at));
  if (hasGap(trimmed)) return false;
  if (/x{3}/i.test(trimmed) || trimmed.split(/[^a-z_-]+/i).some((word) => fillerWord.test(word))) return true;
  return /^[+\d ().-]+$/.test(trimmed) && isSampleNumber(trimmed);
}

function isSampleNumber(number: string): boolean {
  const digits = number.replace(/\D/g, '');
  if (digits.length < leastDigits) return false;
  const national = nationalNumber(number, digits);
  return (
    /^(?:\d{3})?55501\d{2}$/.test(national) ||
    /^1?(\d)\1+$/.test(digits) ||
    '1234567890'.startsWith(digits) ||
    '0123456789'.startsWith(digits)
  );
}

/** The digits after North America's country code, where they can be such a number; else nothing. */
function nationalNumber(number: string, digits: string): string {
  if (digits.length === 11 && digits.startsWith('1')) return digits.slice(1);
  return number.startsWith('+') ? '' : digits;
}

function hasGap(text: string): boolean {
  return text.includes(someLiteral) || text.includes(anything);
}
