import { isUnconnected } from '../../../src/model/chat/topic-connections.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require chat topics of response plans to lead to a chat channel.',
  severity: 'warning',
  profile: 'recommended',
  message:
    'The chat topic of response plan "{plan}" leads to no chat channel: no Slack or Teams configuration here names it.',
  help: 'Name the topic under SnsTopicArns of the chat configuration for the incident’s channel.',
  check: {
    'response-plan'({ resource, chatTopics }, { report, workspace }) {
      for (const topic of chatTopics) report(isUnconnected(topic, workspace), topic, { plan: resource.name });
    },
  },
});
