import { firstIncidentManagerResource, usesIncidentManager } from '../../../src/model/incident-manager.js';
import { contactFaultsOf, lacksSecurityContact } from '../../../src/model/security-contacts.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require a security contact of the account, at an address that the organization reads.',
  severity: 'warning',
  profile: 'recommended',
  message: 'The security contact of the account {fault}.',
  help: 'Declare an alternate contact of type SECURITY with a shared mailbox of your organization. Where it is set elsewhere, name it under external.securityContact in the configuration.',
  options: ['external.securityContact', 'contacts.allowedEmailDomains'],
  check: {
    resource(resource, { workspace, settings, report }) {
      if (settings.external.securityContact !== undefined) return;
      if (resource !== firstIncidentManagerResource(workspace)) return;
      const fault = `is declared in none of the scanned files (${String(workspace.fileCount)})`;
      report(lacksSecurityContact(workspace), { place: resource.place, when: [] }, { fault });
    },
    'alternate-contact'(contact, { workspace, settings, report }) {
      if (!usesIncidentManager(workspace)) return;
      const faults = contactFaultsOf(contact, settings.contacts.allowedEmailDomains);
      for (const { verdict, at, fault } of faults) report(verdict, at, { fault });
    },
  },
});
