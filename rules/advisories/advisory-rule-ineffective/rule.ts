import { advisoryFaultsOf } from '../../../src/iam/advisories/advisory-rules.js';
import { usesIncidentManager } from '../../../src/model/incident-manager.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Disallow rules for advisories of AWS that never fire or lead nowhere.',
  severity: 'error',
  profile: 'recommended',
  message: 'Rule "{rule}" for events of {service} {fault}.',
  help: 'Compare it with the event pattern that AWS documents for the service, on the default event bus, and give it a target.',
  fixable: true,
  check: {
    'event-pattern'(eventRule, { workspace, report }) {
      if (!usesIncidentManager(workspace)) return;
      for (const { verdict, at, service, fault, severity, to } of advisoryFaultsOf(eventRule, workspace)) {
        const data = { rule: eventRule.resource.name, service: service.name, fault };
        const fix = to === undefined ? undefined : { description: `Write ${to}`, isSafe: true, to };
        report(verdict, at, data, { ...(severity && { severity }), ...(fix && { fix }) });
      }
    },
  },
});
