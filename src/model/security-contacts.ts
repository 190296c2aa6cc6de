import { all, any, isDoubt, not, type Doubt, type Tri } from '../value/tri.js';
import { addressFault, isFreeMail, isOutside, isPlaceholder } from './contacts/addresses.js';
import type { Leaf } from './leaf.js';
import type { View } from './view.js';
import type { Workspace } from './workspace.js';

/** What is wrong with an address of the account's security contact. */
export interface ContactFault {
  readonly at: Leaf;
  readonly verdict: Tri;
  /** A clause that follows "the security contact of the account", and repeats nothing of the address. */
  readonly fault: string;
}

const byHand: Doubt = {
  why: 'CloudFormation has no type for the security contact of an account, which may be set by hand',
  settle: 'external.securityContact in the configuration',
};

/** The contacts of an account that AWS writes to about security (AWS User Notifications API, AccountContactIdentifier). */
const notified = ['ACCOUNT_PRIMARY', 'ACCOUNT_ALTERNATE_SECURITY'];

/**
 * Whether nothing in a workspace names a security contact of the account. CloudFormation has no type for one, so that
 * its absence proves something only beside a configuration of Terraform's.
 */
export function lacksSecurityContact(workspace: Workspace): Tri {
  const isNamed = any(
    ...workspace.all('alternate-contact').map(isForSecurity),
    ...workspace
      .all('notified-contact')
      .flatMap(({ contact }) => [...contact].map((leaf) => leaf.is((text) => notified.includes(text)))),
    workspace.unread ?? false,
  );
  const isTerraform = workspace.templates.some(
    ({ isConfiguration, isPlan }) => isConfiguration === true || isPlan === true,
  );
  return all(not(isNamed), isTerraform ? true : byHand);
}

function isForSecurity({ type }: View<'alternate-contact'>): Tri {
  return any(...[...type].map((leaf) => leaf.is((text) => text === 'SECURITY')));
}

/**
 * What is wrong with the addresses of a security contact: they are none, belong to nobody, or to a mailbox that anybody
 * can have.
 *
 * @param allowed the domains of e-mail addresses that the user allows; undefined: any but those of free services.
 */
export function contactFaultsOf(
  contact: View<'alternate-contact'>,
  allowed: readonly string[] | undefined,
): ContactFault[] {
  const isOurs = isForSecurity(contact);
  if (isOurs === false) return [];
  const isForeign = (text: string): boolean | undefined =>
    allowed === undefined ? isFreeMail(text) : isOutside(text, allowed);
  const foreign =
    allowed === undefined
      ? 'has an e-mail address of a service that gives anybody one'
      : 'has an e-mail address in a domain that the configuration does not allow';
  const found = [
    ...[...contact.email].flatMap((at) => [
      faultAt(at, 'has an e-mail address that is a placeholder', isPlaceholder),
      faultAt(at, 'has an e-mail address that is none', (text) => addressFault(text, 'EMAIL') !== undefined),
      faultAt(at, foreign, isForeign),
    ]),
    ...[...contact.phone].flatMap((at) => [
      faultAt(at, 'has a phone number that is a placeholder', isPlaceholder),
      faultAt(
        at,
        'has a phone number without "+" and a country code',
        (text) => addressFault(text, 'VOICE') !== undefined,
      ),
    ]),
  ];
  return worstOf(found.map((one) => ({ ...one, verdict: all(isOurs, one.verdict) })));
}

function faultAt(at: Leaf, fault: string, isWrong: (text: string) => boolean | undefined): ContactFault {
  const verdict = at.isAbsent === true ? false : at.test((text) => isWrong(text) ?? at.is(() => true));
  return { at, fault, verdict };
}

/** The first fault of each value, or else its first doubt. */
function worstOf(found: readonly ContactFault[]): ContactFault[] {
  const values = [...new Set(found.map(({ at }) => at))];
  return values.flatMap((at) => {
    const own = found.filter((one) => one.at === at);
    const worst = own.find(({ verdict }) => verdict === true) ?? own.find(({ verdict }) => isDoubt(verdict));
    return worst === undefined ? [] : [worst];
  });
}
