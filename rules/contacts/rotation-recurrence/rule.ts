import { judgeRecurrence } from '../../../src/model/contacts/rotation-recurrence.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Disallow rotations with a recurrence, a time zone or a start that does not work.',
  severity: 'error',
  profile: 'recommended',
  message: 'Rotation "{rotation}" {fault}.',
  help: 'Set one of the daily, weekly and monthly hand-offs, a time zone of the IANA database, and a start in the form that is asked for.',
  options: ['contacts.maxAgeDays'],
  check: {
    rotation(rotation, { settings, today, report }) {
      const terms = { today, mostDaysAhead: settings.contacts.maxAgeDays };
      for (const { verdict, fault, severity, ...at } of judgeRecurrence(rotation, terms))
        report(verdict, at, { rotation: rotation.resource.name, fault }, { severity: severity ?? 'error' });
    },
  },
});
