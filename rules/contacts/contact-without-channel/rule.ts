import { channelDoubt, channelsOf } from '../../../src/model/contacts/contact-channels.js';
import { lackingIn } from '../../../src/model/lacking.js';
import { rule } from '../../../src/rule/rule.js';
import { all } from '../../../src/value/tri.js';

export default rule({
  summary: 'Require contacts that are persons to have a contact channel.',
  severity: 'error',
  profile: 'recommended',
  message: 'No contact channel belongs to "{contact}", so there is no way to engage this person.',
  help: 'Declare a contact channel whose contact is this one, or remove the contact.',
  check: {
    contact(contact, { report, workspace }) {
      const channels = channelsOf(contact, workspace).map(({ when }) => ({ verdict: true, when }));
      const doubt = channelDoubt(contact, workspace);
      for (const type of contact.type) {
        const unseen = doubt === undefined ? [] : [{ verdict: doubt, when: type.when }];
        for (const { verdict, when } of lackingIn([...channels, ...unseen], type.when))
          report(
            all(
              type.is((text) => text === 'PERSONAL'),
              verdict,
            ),
            { place: contact.place, when },
            { contact: contact.resource.name },
          );
      }
    },
  },
});
