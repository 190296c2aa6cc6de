import { judgeRotations } from '../../../src/model/contacts/schedule-rotations.js';
import { rule } from '../../../src/rule/rule.js';
import { all } from '../../../src/value/tri.js';

export default rule({
  summary: 'Require on-call schedules to have rotations.',
  severity: 'error',
  profile: 'recommended',
  message: 'On-call schedule "{schedule}" {fault}.',
  help: 'Name one to eight rotations in the engagement plan of the schedule.',
  check: {
    contact(contact, { report, workspace }) {
      for (const type of contact.type) {
        const isSchedule = type.is((text) => text === 'ONCALL_SCHEDULE');
        if (isSchedule === false) continue;
        for (const { verdict, fault, ...at } of judgeRotations(contact, type.when, workspace))
          report(all(isSchedule, verdict), at, { schedule: contact.resource.name, fault });
      }
    },
  },
});
