import { firstIncidentManagerResource } from '../../../src/model/incident-manager.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require a trail or an event data store that records calls to Incident Manager.',
  severity: 'warning',
  profile: 'recommended',
  message: 'A CloudTrail trail or event data store is not found in the {files}.',
  help: 'Declare a multi-Region trail. If another repository holds it, name it under external.cloudtrail in the configuration.',
  options: ['external.cloudtrail'],
  check: {
    resource(resource, { workspace, settings, report }) {
      if (settings.external.cloudtrail !== undefined) return;
      if (resource !== firstIncidentManagerResource(workspace)) return;
      const count = workspace.fileCount;
      const files = count === 1 ? '1 scanned file' : `${String(count)} scanned files`;
      report(workspace.lacks('trail', 'event-data-store'), { place: resource.place, when: [] }, { files });
    },
  },
});
