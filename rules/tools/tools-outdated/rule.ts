import { ageOf } from '../../../src/model/tools/tool-age.js';
import { toolsAt } from '../../../src/model/tools/tool-versions.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Disallow old versions of the tools that make what is deployed.',
  severity: 'warning',
  profile: 'recommended',
  message: '{tool} {fault}.',
  help: 'Update it, and name the oldest version that your team takes under tools.minimum in the configuration.',
  options: ['tools.minimum'],
  check: {
    resource(resource, { workspace, settings, report }) {
      for (const used of toolsAt(resource, workspace)) {
        const { verdict, tool, fault, severity } = ageOf(used, settings.tools.minimum);
        const at = { place: used.place, when: [] };
        report(verdict, at, { tool, fault }, severity === undefined ? {} : { severity });
      }
    },
  },
});
