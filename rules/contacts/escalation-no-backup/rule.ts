import { judgeBackup } from '../../../src/model/engagement/escalation.js';
import { rule } from '../../../src/rule/rule.js';
import { all } from '../../../src/value/tri.js';

export default rule({
  summary: 'Require escalation plans to have somebody to go on to.',
  severity: 'warning',
  profile: 'recommended',
  message: 'Escalation plan "{escalation}" {fault}.',
  help: 'Add a stage that engages somebody else, or let an on-call schedule stand in for the one person.',
  check: {
    contact(contact, { report, workspace }) {
      for (const type of contact.type) {
        const isEscalation = type.is((text) => text === 'ESCALATION');
        if (isEscalation === false) continue;
        for (const { verdict, when, fault } of judgeBackup(contact, type.when, workspace))
          report(
            all(isEscalation, verdict),
            { place: contact.place, when },
            { escalation: contact.resource.name, fault },
          );
      }
    },
  },
});
