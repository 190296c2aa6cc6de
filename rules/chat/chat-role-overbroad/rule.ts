import { hasRestriction } from '../../../src/iam/policy/conditions.js';
import {
  changingRights,
  destroying,
  everything,
  readingAddresses,
  unscoped,
  wildcard,
} from '../../../src/iam/roles/excesses.js';
import { wordingOf } from '../../../src/iam/policy/reached.js';
import { excessesOf, isKeptBack } from '../../../src/iam/roles/role-excesses.js';
import { isIncidentChat } from '../../../src/model/chat/chat.js';
import { sharedRolesOf } from '../../../src/model/chat/shared-roles.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Disallow roles of chat channels that hand their members more than a responder needs.',
  severity: 'error',
  profile: 'recommended',
  message: 'Every member of the chat channel of "{configuration}" acts with role "{role}", which {excess}.',
  help: 'Give the role AWSIncidentManagerResolverAccess, and what else the channel needs by name. Set the same as its guardrail.',
  check: {
    'chat-configuration'(configuration, { report, workspace }) {
      const { resource, role: roles, topics, guardrails } = configuration;
      const kinds = [everything, changingRights, wildcard, destroying, unscoped, readingAddresses];
      const isOther = !isIncidentChat(topics, workspace);
      for (const role of roles)
        for (const found of excessesOf(role, kinds, workspace)) {
          const { kind, grant, verdict } = found;
          const excess = `${kind.clause}, by "${wordingOf(grant)}"`;
          const data = { configuration: resource.name, role, excess };
          const related = grant === undefined ? [] : [{ place: grant.place, message: 'it is allowed here' }];
          const isTied = grant !== undefined && hasRestriction(grant.statement);
          const milder = isOther || isTied || isKeptBack(grant, guardrails.variants, workspace);
          const severity = kind === unscoped || kind === readingAddresses ? 'warning' : 'error';
          report(verdict, found, data, { severity, milder, related });
        }
      for (const { role, other, ...at } of sharedRolesOf(configuration, workspace)) {
        const excess = `the channel of "${other.resource.name}" has as well`;
        report(true, at, { configuration: resource.name, role, excess }, { severity: 'info' });
      }
    },
  },
});
