import { judgeReach } from '../../../src/model/contacts/plan-channels.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Disallow engagement plans all of whose channels are deployed unverified.',
  severity: 'error',
  profile: 'recommended',
  message: 'Every channel that "{plan}" engages is created inactive, so its engagement plan reaches nobody.',
  help: 'Activate at least one channel of the plan, or let its activation code be sent at creation.',
  check: {
    'engagement-plan'(plan, { report, workspace }) {
      for (const { verdict, at, isAsked } of judgeReach(plan, workspace)) {
        // Who did not ask for the deferral cannot leave it out either.
        const severity = isAsked ? 'error' : 'warning';
        report(verdict, at, { plan: plan.resource.name }, { severity });
      }
    },
  },
});
