import { lackingIn } from '../../../src/model/lacking.js';
import { engagementOf } from '../../../src/model/contacts/plan-targets.js';
import { rule } from '../../../src/rule/rule.js';
import { all, not } from '../../../src/value/tri.js';

export default rule({
  summary: 'Require contacts and escalation plans to have an engagement plan with targets.',
  severity: 'error',
  profile: 'recommended',
  message: 'Whoever engages "{contact}" reaches nobody: {why}.',
  help: 'Give it an engagement plan whose stages have targets: channels for a person, contacts for an escalation plan.',
  check: {
    contact(contact, { report, workspace }) {
      const { targets, hasStages } = engagementOf(contact, workspace);
      const why = hasStages ? 'no stage of its engagement plan has a target' : 'it has no engagement plan';
      const data = { contact: contact.resource.name, why };
      for (const type of contact.type) {
        // On-call schedules have rotations in place of stages.
        const isStaged = not(type.is((text) => text === 'ONCALL_SCHEDULE'));
        for (const { verdict, when } of lackingIn(targets, type.when))
          report(all(isStaged, verdict), { place: contact.place, when }, data);
      }
    },
  },
});
