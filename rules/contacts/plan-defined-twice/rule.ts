import { secondPlansOf } from '../../../src/model/contacts/plan-duplicates.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Disallow more than one engagement plan for a contact.',
  severity: 'error',
  profile: 'recommended',
  message:
    '"{plan}" gives the contact of "{other}" another engagement plan: the last one deployed replaces it.',
  help: 'Keep one engagement plan for each contact, with the stages of both.',
  check: {
    'engagement-plan'(plan, { report, workspace }) {
      for (const { verdict, when, other } of secondPlansOf(plan, workspace)) {
        const data = { plan: plan.resource.name, other: other.resource.name };
        const related = [{ place: other.place, message: 'the other engagement plan is here' }];
        report(verdict, { place: plan.place, when }, data, { related });
      }
    },
  },
});
