import { judgeDomain } from '../../../src/model/contacts/channel-judgements.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Disallow e-mail addresses of contact channels outside the allowed domains.',
  severity: 'warning',
  profile: 'recommended',
  message: 'The address of channel "{channel}" is in a domain that the configuration does not allow.',
  help: 'Use an address of your own organization, or add its domain to contacts.allowedEmailDomains.',
  options: ['contacts.allowedEmailDomains'],
  check: {
    'contact-channel'({ resource, address }, { report, settings }) {
      const { allowedEmailDomains: allowed } = settings.contacts;
      if (allowed === undefined) return;
      for (const leaf of address) report(judgeDomain(leaf, allowed), leaf, { channel: resource.name });
    },
  },
});
