import { activationOf } from '../../../src/model/contacts/activation.js';
import { isDeferring } from '../../../src/model/contacts/channel-judgements.js';
import { rule } from '../../../src/rule/rule.js';
import { all, any, not, type Doubt } from '../../../src/value/tri.js';

const unproven: Doubt = {
  why: 'whether the activation code was entered is known only in the account',
  settle: 'evidence from the account: list-contact-channels must say ACTIVATED',
};

export default rule({
  summary: 'Require evidence that every contact channel was activated.',
  severity: 'error',
  profile: 'strict',
  message: 'Channel "{channel}" was never activated: nobody is engaged through it until its code is entered.',
  help: 'Enter the activation code that Incident Manager sent to the device, or send a new one.',
  check: {
    'contact-channel'(channel, { report, workspace }) {
      // What the account says of it is told by the rule channel-unverified.
      if (activationOf(channel, workspace) !== undefined) return;
      const flags = [...channel.deferred];
      // Every deferred channel is unverified for sure, and a rule of its own says so.
      const isSent = any(...flags.map((flag) => not(flag.is(isDeferring))));
      report(all(unproven, isSent), channel, { channel: channel.resource.name });
    },
  },
});
