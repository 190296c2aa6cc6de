import { unstoppedIn } from '../../../src/model/engagement/escalation.js';
import { rule } from '../../../src/rule/rule.js';
import { all } from '../../../src/value/tri.js';

export default rule({
  summary: 'Require escalation plans to stop when somebody who is essential acknowledges.',
  severity: 'info',
  profile: 'strict',
  message:
    'Escalation plan "{escalation}" has no essential contact, so it goes on to the others after somebody has answered.',
  help: 'Mark as essential whoever can take the incident over alone.',
  check: {
    contact(contact, { report, workspace }) {
      for (const type of contact.type) {
        const isEscalation = type.is((text) => text === 'ESCALATION');
        if (isEscalation === false) continue;
        for (const { verdict, when } of unstoppedIn(contact, type.when, workspace))
          report(
            all(isEscalation, verdict),
            { place: contact.place, when },
            { escalation: contact.resource.name },
          );
      }
    },
  },
});
