import { sharedChannelsOf } from '../../../src/model/chat/shared-channels.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require a chat channel of its own for every response plan.',
  severity: 'warning',
  profile: 'recommended',
  message:
    'Response plan "{plan}" uses the chat channel of response plan "{other}", so both incidents end up in one channel.',
  help: 'Give each plan a topic and a channel of its own, or name the channel under chat.sharedChannelsAllowed in the configuration.',
  options: ['chat.sharedChannelsAllowed'],
  check: {
    'response-plan'(plan, { report, workspace, settings }) {
      for (const shared of sharedChannelsOf(plan, workspace, settings.chat.sharedChannelsAllowed)) {
        const data = { plan: plan.resource.name, other: shared.other.resource.name };
        const related = [{ place: shared.otherTopic.place, message: 'the other response plan uses it here' }];
        report(shared.verdict, shared, data, { related });
      }
    },
  },
});
