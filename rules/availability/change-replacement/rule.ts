import type { Changed } from '../../../src/model/change.js';
import { isLost } from '../../../src/model/availability/losses.js';
import type { KindName } from '../../../src/model/kinds.js';
import { rule, type Report } from '../../../src/rule/rule.js';

const message = 'This change {loses} "{resource}": {loss}.';

export default rule({
  summary: 'Disallow changes that replace or delete what Incident Manager cannot bring back.',
  severity: 'error',
  profile: 'recommended',
  message,
  help: 'Keep the properties that identify it, or plan for its loss: deploy the new one beside it first.',
  check: {
    changed: {
      'contact-channel': (changed, { report }) => {
        judge(changed, report, 'its new device has to be activated before it is engaged again');
      },
      contact: (changed, { report }) => {
        judge(
          changed,
          report,
          'its channels and plan go with it, and every device has to be activated again',
        );
      },
      'replication-set': (changed, { report }) => {
        judge(changed, report, 'all data of Incident Manager in its Regions is deleted');
      },
      'response-plan': (changed, { report }) => {
        judge(changed, report, 'alarms and rules that name its ARN start no incident any more');
      },
    },
  },
});

function judge(changed: Changed<KindName>, report: Report<typeof message>, loss: string): void {
  const resource = (changed.after ?? changed.before)?.resource.name ?? '';
  const loses = changed.after === undefined ? 'deletes' : 'replaces';
  report(isLost(changed), changed, { loses, resource, loss });
}
