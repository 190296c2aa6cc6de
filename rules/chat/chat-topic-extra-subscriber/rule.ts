import { extraSubscribers, type ExtraSubscriber } from '../../../src/iam/topics/extra-subscribers.js';
import { accountNamed, isChatTopic, namesChatTopic } from '../../../src/model/chat/chat-topics.js';
import { rule, type Report } from '../../../src/rule/rule.js';
import { combine, type Assumptions } from '../../../src/value/assumption.js';
import { all, type Tri } from '../../../src/value/tri.js';

const message = 'What is sent to the chat topic of a response plan also goes {where}.';

export default rule({
  summary: 'Disallow subscriptions by which the updates of an incident leave its chat channel.',
  severity: 'warning',
  profile: 'recommended',
  message,
  help: 'Remove the subscription, or give it a topic of its own: whatever is sent to the channel goes there too.',
  options: ['account.id'],
  check: {
    topic(topic, { workspace, settings, report }) {
      const isUsed = isChatTopic(topic, workspace);
      for (const subscription of topic.subscriptions)
        for (const found of extraSubscribers(subscription, settings.account.id))
          tell(found, isUsed, topic.when, report);
    },
    'topic-subscription'(subscription, { workspace, settings, report }) {
      for (const topic of subscription.topic) {
        const isUsed = namesChatTopic(topic, workspace);
        for (const found of extraSubscribers(subscription, settings.account.id ?? accountNamed(topic)))
          tell(found, isUsed, topic.when, report);
      }
    },
  },
});

function tell(
  found: ExtraSubscriber,
  isUsed: Tri,
  ofTopic: Assumptions,
  report: Report<typeof message>,
): void {
  const { verdict, at, where, severity } = found;
  const when = combine(found.when, ofTopic);
  if (when !== undefined) report(all(isUsed, verdict), { place: at.place, when }, { where }, { severity });
}
