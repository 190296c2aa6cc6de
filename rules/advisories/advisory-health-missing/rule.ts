import { receives } from '../../../src/iam/advisories/advisories.js';
import { health } from '../../../src/iam/advisories/event-patterns.js';
import { firstIncidentManagerResource } from '../../../src/model/incident-manager.js';
import { rule } from '../../../src/rule/rule.js';
import { not } from '../../../src/value/tri.js';

export default rule({
  summary: 'Require the events of AWS Health to reach somebody.',
  severity: 'info',
  profile: 'recommended',
  message: 'A rule for events of AWS Health is declared in none of the scanned files ({files}).',
  help: 'Send events with the source aws.health to a topic or a response plan. If another repository does, name it under external.healthMonitoring in the configuration.',
  options: ['external.healthMonitoring'],
  check: {
    resource(resource, { workspace, settings, report }) {
      if (settings.external.healthMonitoring !== undefined) return;
      if (resource !== firstIncidentManagerResource(workspace)) return;
      const isMissing = not(receives(health, workspace));
      report(isMissing, { place: resource.place, when: [] }, { files: workspace.fileCount });
    },
  },
});
