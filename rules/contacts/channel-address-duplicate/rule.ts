import { sharedAddressesOf } from '../../../src/model/contacts/shared-addresses.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Disallow contact channels of different contacts with the same address.',
  severity: 'warning',
  profile: 'recommended',
  message: 'Channel "{channel}" has the same address as "{other}", {effect}.',
  help: 'Give each contact a device or mailbox of its own, and each channel of a contact another one.',
  check: {
    'contact-channel'(channel, { report, workspace }) {
      for (const { verdict, at, other, otherAddress, isOwn } of sharedAddressesOf(channel, workspace)) {
        const effect = isOwn
          ? 'a channel of the same type, so it adds nothing'
          : 'a channel of another contact, so one device stands for both';
        const data = { channel: channel.resource.name, other: other.resource.name, effect };
        const related = [{ place: otherAddress.place, message: 'the other channel has it here' }];
        report(verdict, at, data, { severity: isOwn ? 'info' : 'warning', related });
      }
    },
  },
});
