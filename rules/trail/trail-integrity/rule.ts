import { isOff } from '../../../src/model/trail/event-selectors.js';
import { usesIncidentManager } from '../../../src/model/incident-manager.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require trails to validate the integrity of their log files.',
  severity: 'warning',
  profile: 'recommended',
  message:
    'Log files of trail "{trail}" can be changed or deleted unnoticed, because their validation is off.',
  help: 'Switch log file validation on: CloudTrail then signs a digest of the log files every hour.',
  fixable: true,
  check: {
    trail({ resource, validation }, { workspace, report }) {
      if (!usesIncidentManager(workspace)) return;
      const fix = { description: 'Switch the validation on', isSafe: true, to: 'true', field: validation };
      for (const flag of validation) report(flag.is(isOff), flag, { trail: resource.name }, { fix });
    },
  },
});
