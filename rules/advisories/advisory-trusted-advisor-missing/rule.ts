import { receives } from '../../../src/iam/advisories/advisories.js';
import { trustedAdvisor } from '../../../src/iam/advisories/event-patterns.js';
import { firstIncidentManagerResource } from '../../../src/model/incident-manager.js';
import { rule } from '../../../src/rule/rule.js';
import { not } from '../../../src/value/tri.js';

export default rule({
  summary: 'Require the advice of Trusted Advisor to reach somebody.',
  severity: 'info',
  profile: 'strict',
  message:
    'A rule for events of Trusted Advisor, or a right to ask it, is declared in none of the scanned files ({files}).',
  help: 'Send events with the source aws.trustedadvisor, in us-east-1, to those who respond. If another repository does, or your support plan has no Trusted Advisor, say so under external.trustedAdvisor in the configuration.',
  options: ['external.trustedAdvisor'],
  check: {
    resource(resource, { workspace, settings, report }) {
      if (settings.external.trustedAdvisor !== undefined) return;
      if (resource !== firstIncidentManagerResource(workspace)) return;
      const isMissing = not(receives(trustedAdvisor, workspace));
      report(isMissing, { place: resource.place, when: [] }, { files: workspace.fileCount });
    },
  },
});
