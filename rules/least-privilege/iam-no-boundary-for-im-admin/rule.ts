import { administers } from '../../../src/iam/roles/administrators.js';
import { missingBoundaries } from '../../../src/iam/roles/boundaries.js';
import { rule } from '../../../src/rule/rule.js';
import { combine } from '../../../src/value/assumption.js';
import { all } from '../../../src/value/tri.js';

export default rule({
  summary: 'Require a permissions boundary for those who administer Incident Manager.',
  severity: 'info',
  profile: 'strict',
  message: '"{principal}" may change much of Incident Manager, and no permissions boundary limits it.',
  help: 'Set a permissions boundary, or name the service control policy that does the same under external.scp in the configuration.',
  options: ['external.scp'],
  check: {
    principal(principal, { report, workspace, settings }) {
      const { resource, place } = principal;
      // A group cannot have a boundary: its users have.
      if (settings.external.scp !== undefined || workspace.view(resource, 'group') !== undefined) return;
      const isAdministrator = administers(principal, workspace);
      for (const { isMissing, ...limit } of missingBoundaries(principal, workspace)) {
        const when = combine(limit.when, isAdministrator.when);
        if (when === undefined) continue;
        report(all(isAdministrator.verdict, isMissing), { place, when }, { principal: resource.name });
      }
    },
  },
});
