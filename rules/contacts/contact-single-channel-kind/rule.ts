import { singleKindOf } from '../../../src/model/contacts/channel-kinds.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require contacts to have channels of more than one type.',
  severity: 'info',
  profile: 'strict',
  message:
    'All channels of "{contact}" are of one type, so whatever disturbs it keeps this person from being reached.',
  help: 'Add a channel of another type: a call beside messages, or a phone beside a mailbox.',
  check: {
    contact(contact, { report, workspace }) {
      for (const { verdict, when } of singleKindOf(contact, workspace))
        report(verdict, { place: contact.place, when }, { contact: contact.resource.name });
    },
  },
});
