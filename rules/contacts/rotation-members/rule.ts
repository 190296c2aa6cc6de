import { judgeMembers } from '../../../src/model/contacts/rotation-members.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require rotations to have members who are persons, enough of them and each of them once.',
  severity: 'error',
  profile: 'recommended',
  message: 'Rotation "{rotation}" {fault}.',
  help: 'List personal contacts, at least two of them, each once, and no fewer than are on call at once.',
  check: {
    rotation(rotation, { workspace, report }) {
      for (const { verdict, fault, severity, ...at } of judgeMembers(rotation, workspace))
        report(verdict, at, { rotation: rotation.resource.name, fault }, { severity: severity ?? 'error' });
    },
  },
});
