import { judgeEngagements } from '../../../src/model/engagement/response-plan-engagements.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require response plans to engage somebody, and no more than AWS takes.',
  severity: 'warning',
  profile: 'recommended',
  message: 'Response plan "{plan}" {fault}.',
  help: 'Name an escalation plan among the engagements of the response plan. Where somebody else is told of the incident, turn the rule off for this plan and say who.',
  check: {
    'response-plan'(plan, { report, workspace }) {
      for (const { verdict, fault, severity, ...at } of judgeEngagements(plan, workspace))
        report(verdict, at, { plan: plan.resource.name, fault }, { severity });
    },
  },
});
