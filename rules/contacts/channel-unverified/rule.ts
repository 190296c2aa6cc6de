import { activationOf } from '../../../src/model/contacts/activation.js';
import { isDeferring } from '../../../src/model/contacts/channel-judgements.js';
import { rule } from '../../../src/rule/rule.js';
import { not } from '../../../src/value/tri.js';

export default rule({
  summary: 'Disallow contact channels that are deployed unverified.',
  severity: 'error',
  profile: 'recommended',
  message:
    'Channel "{channel}" {state}: nobody is engaged through it until somebody sends its activation code and enters it.',
  help: 'Check that the address belongs to the contact. If the template asks for the deferral, leave that out, so that the code is sent at creation. In all other cases send the code and enter it in Incident Manager: changing the template later activates nothing.',
  check: {
    'contact-channel'(channel, { report, workspace }) {
      const { name } = channel.resource;
      const known = activationOf(channel, workspace);
      if (known === undefined) {
        for (const flag of channel.deferred) {
          // Who did not ask for the deferral cannot leave it out either.
          const severity = flag.isAbsent === true ? 'warning' : 'error';
          report(flag.is(isDeferring), flag, { channel: name, state: 'is created inactive' }, { severity });
        }
        return;
      }
      const related = [{ place: known.place, message: 'the account says so' }];
      report(not(known.isActivated), channel, { channel: name, state: 'was not activated' }, { related });
    },
  },
});
