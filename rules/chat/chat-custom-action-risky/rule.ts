import { isRiskyCommand, offerOf } from '../../../src/model/chat/custom-actions.js';
import { rule } from '../../../src/rule/rule.js';
import { combine } from '../../../src/value/assumption.js';

export default rule({
  summary: 'Disallow custom actions by which one click in a chat channel changes what cannot be taken back.',
  severity: 'warning',
  profile: 'strict',
  message:
    'A click on "{action}" in the chat channel of "{configuration}" runs a command that deletes, ends, overwrites or invokes something.',
  help: 'Offer commands that read, or a runbook that asks for approval.',
  check: {
    'custom-action'(action, { report, workspace }) {
      const offer = offerOf(action, workspace);
      if (offer === undefined) return;
      for (const command of action.command) {
        const when = combine(command.when, offer.when);
        if (when === undefined) continue;
        const data = { action: action.resource.name, configuration: offer.configuration.resource.name };
        report(isRiskyCommand(command), { place: command.place, when }, data, { milder: !offer.isIncident });
      }
    },
  },
});
