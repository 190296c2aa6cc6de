import { judgeTargetKinds } from '../../../src/model/contacts/target-kinds.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Disallow targets of a kind that the contact of an engagement plan cannot engage.',
  severity: 'error',
  profile: 'recommended',
  message: 'In "{plan}", {fault}.',
  help: 'Let a person engage channels, an escalation plan contacts that are persons or on-call schedules, and an on-call schedule rotations.',
  check: {
    'engagement-plan'(plan, { report, workspace }) {
      for (const { verdict, at, fault } of judgeTargetKinds(plan, workspace))
        report(verdict, at, { plan: plan.resource.name, fault });
    },
  },
});
