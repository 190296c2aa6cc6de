import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require response plans to have a chat channel.',
  severity: 'info',
  profile: 'strict',
  message:
    'Response plan "{plan}" has no chat channel, so responders get no updates where they could answer them.',
  help: 'Name an SNS topic under ChatChannel that leads to a private Slack or Teams channel.',
  check: {
    'response-plan'({ resource, chatTopics }, { report }) {
      for (const list of chatTopics.variants) report(list.isEmpty, list, { plan: resource.name });
    },
  },
});
