import { rule } from '../../../src/rule/rule.js';
import { not } from '../../../src/value/tri.js';

export default rule({
  summary: 'Require response plans to engage escalation plans rather than single contacts.',
  severity: 'info',
  profile: 'strict',
  message:
    'Response plan "{plan}" engages "{contact}" directly, so nobody else is asked when there is no answer.',
  help: 'Engage an escalation plan that begins with this contact and goes on to others.',
  check: {
    'response-plan'({ resource, engagements }, { report, workspace }) {
      for (const engagement of engagements) {
        const contact = workspace.follow(engagement, 'contact');
        // Whatever is declared elsewhere, or is no contact at all, is for other rules to tell.
        if (contact === undefined || 'why' in contact) continue;
        const data = { plan: resource.name, contact: contact.resource.name };
        for (const type of contact.type)
          report(not(type.is((text) => text === 'ESCALATION')), engagement, data);
      }
    },
  },
});
