import { administers } from '../../../src/iam/administrators.js';
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
      const { resource, boundary, namedBoundary } = principal;
      // A group cannot have a boundary: its users have.
      if (settings.external.scp !== undefined || workspace.view(resource, 'group') !== undefined) return;
      const isAdministrator = administers(principal, workspace);
      for (const limit of boundary) {
        const when = combine(limit.when, isAdministrator.when);
        if (when === undefined) continue;
        const isMissing = all(limit.isAbsent, ...[...namedBoundary].map((named) => named.isAbsent));
        const at = { place: limit.place, when };
        report(all(isAdministrator.verdict, isMissing), at, { principal: resource.name });
      }
    },
  },
});
