import { isIncidentChat } from '../../../src/model/chat/chat.js';
import { isOpenGuardrail } from '../../../src/iam/roles/guardrails.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require chat configurations to have a guardrail policy.',
  severity: 'error',
  profile: 'recommended',
  message: '"{configuration}" {fault}, which keeps members of the chat channel from next to nothing.',
  help: 'Add a guardrail policy, such as AWSIncidentManagerResolverAccess.',
  fixable: true,
  check: {
    'chat-configuration'({ resource, guardrails, topics }, { report, workspace }) {
      const milder = !isIncidentChat(topics, workspace);
      const configuration = resource.name;
      // Whatever else members do in the channel would end, so nobody gets it without asking.
      const fix = {
        description: 'Add AWSIncidentManagerResolverAccess as the guardrail',
        isSafe: false,
        to: { arn: 'iam::aws:policy/AWSIncidentManagerResolverAccess' },
        field: guardrails,
      };
      for (const list of guardrails.variants) {
        const missing = 'has no guardrail policy and so gets AdministratorAccess';
        report(list.isEmpty, list, { configuration, fault: missing }, { milder, ...(!milder && { fix }) });
        for (const policy of list.items) {
          const open = 'has an administrator’s policy for a guardrail';
          report(isOpenGuardrail(policy), policy, { configuration, fault: open }, { milder });
        }
      }
    },
  },
});
