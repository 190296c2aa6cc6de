import { unusedIn } from '../../../src/model/contacts/contact-uses.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require contacts to be engaged by something.',
  severity: 'info',
  profile: 'strict',
  message: 'Contact "{contact}" is engaged by nothing in the scanned files ({count}).',
  help: 'Engage the contact, or remove it with its channels when nobody needs it any more.',
  check: {
    contact(contact, { report, workspace }) {
      for (const { verdict, when } of unusedIn(contact, workspace))
        report(
          verdict,
          { place: contact.place, when },
          { contact: contact.resource.name, count: workspace.fileCount },
        );
    },
  },
});
