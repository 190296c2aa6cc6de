import { judgeGrouping } from '../../../src/model/inventory/resource-groups.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require a resource group that lists the resources of Incident Manager.',
  severity: 'warning',
  profile: 'recommended',
  message: '{what} in the resource groups of the scanned files ({files}).',
  help: 'Declare a resource group whose tag filters match the tags of every contact, rotation and plan. If another repository holds it, name it under external.resourceGroups in the configuration.',
  options: ['external.resourceGroups'],
  check: {
    taggable({ resource, place }, { workspace, settings, report }) {
      if (settings.external.resourceGroups !== undefined) return;
      for (const { verdict, when, isAlone } of judgeGrouping(resource, workspace)) {
        const what = isAlone ? `"${resource.name}" is not listed` : 'Nothing of Incident Manager is listed';
        report(verdict, { place, when }, { what, files: workspace.fileCount });
      }
    },
  },
});
