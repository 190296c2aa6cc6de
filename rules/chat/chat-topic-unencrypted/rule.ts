import { isChatTopic } from '../../../src/model/chat/chat-topics.js';
import { isNoKey } from '../../../src/model/chat/encryption-keys.js';
import { rule } from '../../../src/rule/rule.js';
import { all } from '../../../src/value/tri.js';

export default rule({
  summary: 'Require chat topics to be encrypted.',
  severity: 'info',
  profile: 'strict',
  message:
    'Chat topic "{topic}" has no KMS key, so only the disk encryption of SNS guards the updates of an incident.',
  help: 'Set a KMS key of your own that ssm-incidents.amazonaws.com may use. AWS’s own key for SNS would keep Incident Manager out.',
  check: {
    topic(topic, { report, workspace }) {
      const isUsed = isChatTopic(topic, workspace);
      for (const key of topic.key) report(all(isUsed, isNoKey(key)), key, { topic: topic.resource.name });
    },
  },
});
