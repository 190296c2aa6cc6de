import { judgeFormat } from '../../../src/model/contacts/channel-judgements.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require the address of a contact channel to fit its type.',
  severity: 'error',
  profile: 'recommended',
  message: 'The address of channel "{channel}" {fault}.',
  help: 'Write telephone numbers as "+", country code and number, and e-mail addresses as name@domain. Ask the contact for the right one: nothing here can guess it.',
  check: {
    'contact-channel'(channel, { report }) {
      for (const { verdict, at, fault } of judgeFormat(channel))
        report(verdict, at, { channel: channel.resource.name, fault });
    },
  },
});
