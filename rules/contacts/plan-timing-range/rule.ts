import { judgeTiming } from '../../../src/model/contacts/plan-timing.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Disallow durations and retry intervals that engagement plans cannot have.',
  severity: 'error',
  profile: 'recommended',
  message: 'The {what} {value} in "{plan}" {fault}.',
  help: 'Let a stage last 0 to 30 whole minutes, 0 only with a target, and retry after 0 to 60.',
  check: {
    'engagement-plan'({ resource, stages }, { report }) {
      for (const stage of stages)
        for (const { verdict, at, what, fault } of judgeTiming(stage))
          report(verdict, at, { what, value: at, plan: resource.name, fault });
    },
  },
});
