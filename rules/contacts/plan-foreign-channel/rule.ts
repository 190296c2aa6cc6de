import { foreignChannelsOf } from '../../../src/model/contacts/foreign-channels.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Disallow engagement plans that engage the channel of another contact.',
  severity: 'error',
  profile: 'recommended',
  message: '"{plan}" engages "{channel}", a channel of another contact, so the wrong person is called.',
  help: 'Engage a channel whose contact is that of the plan.',
  check: {
    'engagement-plan'(plan, { report, workspace }) {
      for (const { verdict, at, channel } of foreignChannelsOf(plan, workspace)) {
        const data = { plan: plan.resource.name, channel: channel?.resource.name ?? at };
        const [owner] = channel?.contact ?? [];
        const related =
          owner === undefined ? [] : [{ place: owner.place, message: 'the channel says here whose it is' }];
        report(verdict, at, data, { related });
      }
    },
  },
});
