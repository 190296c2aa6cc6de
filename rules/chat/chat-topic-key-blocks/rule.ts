import { judgeTopicKey } from '../../../src/iam/topics/topic-keys.js';
import { isChatTopic } from '../../../src/model/chat/chat-topics.js';
import { rule } from '../../../src/rule/rule.js';
import { all } from '../../../src/value/tri.js';

export default rule({
  summary: 'Require encryption keys of chat topics to let Incident Manager publish.',
  severity: 'error',
  profile: 'recommended',
  message: 'Chat topic "{topic}" {fault}, so nothing of an incident reaches the chat channel.',
  help: 'Use a key of your own, and let ssm-incidents.amazonaws.com do kms:GenerateDataKey* and kms:Decrypt in its policy.',
  check: {
    topic(topic, { report, workspace }) {
      const isUsed = isChatTopic(topic, workspace);
      for (const { verdict, at, when, fault, key } of judgeTopicKey(topic, workspace)) {
        const related = key === undefined ? [] : [{ place: key.place, message: 'the key is declared here' }];
        const data = { topic: topic.resource.name, fault };
        report(all(isUsed, verdict), { place: at.place, when }, data, { related });
      }
    },
  },
});
