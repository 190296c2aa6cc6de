import { judgePublishing } from '../../../src/iam/topics/topic-publishing.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require chat topics to let Incident Manager publish.',
  severity: 'error',
  profile: 'recommended',
  message: 'Incident Manager may not publish to the chat channel of "{plan}": its topic {fault}.',
  help: 'Add a topic policy that allows sns:Publish to ssm-incidents.amazonaws.com, with a condition on aws:SourceAccount.',
  check: {
    'response-plan'({ resource, chatTopics }, { report, workspace }) {
      for (const topic of chatTopics)
        for (const { verdict, fault, severity, cause, when } of judgePublishing(topic, workspace)) {
          const related = cause === undefined ? [] : [cause];
          report(
            verdict,
            { place: topic.place, when },
            { plan: resource.name, fault },
            { severity, related },
          );
        }
    },
  },
});
