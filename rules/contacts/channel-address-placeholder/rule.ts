import { judgePlaceholder } from '../../../src/model/contacts/channel-judgements.js';
import { rule } from '../../../src/rule/rule.js';
import { isDoubt } from '../../../src/value/tri.js';

const sent = 'and the deployment sends an activation code there';
const maybeSent = 'and the deployment may send an activation code there';
const deferred = 'and nobody can enter an activation code that is sent there';

export default rule({
  summary: 'Disallow contact channels whose address is a placeholder.',
  severity: 'error',
  profile: 'recommended',
  message: 'The address of channel "{channel}" is a placeholder, {consequence}.',
  help: 'Give the address of the contact, best as a parameter without a default, so that it is in no repository.',
  check: {
    'contact-channel'(channel, { report }) {
      for (const { verdict, at, isSent } of judgePlaceholder(channel)) {
        const consequence = isDoubt(isSent) ? maybeSent : isSent ? sent : deferred;
        const severity = isSent === true ? 'error' : 'warning';
        report(verdict, at, { channel: channel.resource.name, consequence }, { severity });
      }
    },
  },
});
