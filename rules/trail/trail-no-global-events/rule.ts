import { judgeGlobalEvents } from '../../../src/model/trail/global-events.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require trails to record the events of global services such as IAM.',
  severity: 'warning',
  profile: 'strict',
  message:
    'Trail "{trail}" leaves out the events of global services, so nobody sees who changed a role or a policy.',
  help: 'Include the events of global services: the roles of runbooks and of chat channels are changed in IAM.',
  fixable: true,
  check: {
    trail(trail, { workspace, report }) {
      const data = { trail: trail.resource.name };
      for (const { verdict, flag, when } of judgeGlobalEvents(trail, workspace)) {
        const fix = { description: 'Include them', isSafe: true, to: 'true', field: trail.globalEvents };
        report(verdict, { place: flag.place, when }, data, { fix });
      }
    },
  },
});
