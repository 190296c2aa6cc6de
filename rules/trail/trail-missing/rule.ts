import { firstIncidentManagerResource } from '../../../src/model/incident-manager.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require a trail or an event data store that records calls to Incident Manager.',
  severity: 'warning',
  profile: 'recommended',
  message: 'A CloudTrail trail or event data store is declared in none of the scanned files ({files}).',
  help: 'Declare a multi-Region trail. If another repository holds it, name it under external.cloudtrail in the configuration.',
  options: ['external.cloudtrail'],
  check: {
    resource(resource, { workspace, settings, report }) {
      if (settings.external.cloudtrail !== undefined) return;
      if (resource !== firstIncidentManagerResource(workspace)) return;
      const lacks = workspace.lacks('trail', 'event-data-store');
      report(lacks, { place: resource.place, when: [] }, { files: workspace.fileCount });
    },
  },
});
