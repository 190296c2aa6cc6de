import { isDeferring } from '../../../src/model/channel-judgements.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Disallow contact channels that are deployed unverified.',
  severity: 'error',
  profile: 'recommended',
  message:
    'Channel "{channel}" is created inactive: nobody is engaged through it until somebody sends its activation code and enters it.',
  help: 'Check that the address belongs to the contact and leave the deferral out, so that the code is sent at creation. For a channel that exists already, send the code and activate it in Incident Manager: changing the template later activates nothing.',
  check: {
    'contact-channel'({ deferred, resource }, { report }) {
      for (const flag of deferred) report(flag.is(isDeferring), flag, { channel: resource.name });
    },
  },
});
