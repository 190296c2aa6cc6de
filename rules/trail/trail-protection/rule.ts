import { bucketFaultsOf } from '../../../src/iam/trail-buckets.js';
import { usesIncidentManager } from '../../../src/model/incident-manager.js';
import { isMissing, isUnprotected, missingOutlets } from '../../../src/model/trail/trail-protection.js';
import { rule } from '../../../src/rule/rule.js';

export default rule({
  summary: 'Require the records of trails and event data stores to be protected and watched.',
  severity: 'info',
  profile: 'recommended',
  message: '"{recorder}" {fault}.',
  help: 'Follow the security best practices of CloudTrail: a key of your own, alarms on a log group, a bucket for this trail only.',
  check: {
    trail(trail, { workspace, report }) {
      if (!usesIncidentManager(workspace)) return;
      const recorder = trail.resource.name;
      for (const key of trail.key) {
        const fault = 'is encrypted without a key of your own';
        report(isMissing(key), key, { recorder, fault });
      }
      for (const { verdict, at, when, isHalf } of missingOutlets(trail)) {
        const fault = isHalf
          ? 'has one of the log group and the role for it, but not the other'
          : 'sends nothing to CloudWatch Logs, so no alarm can go off';
        const severity = isHalf ? 'error' : 'info';
        report(verdict, { place: at.place, when }, { recorder, fault }, { severity });
      }
      for (const name of trail.bucket)
        for (const { verdict, when, fault, severity, statement } of bucketFaultsOf(name, workspace)) {
          const message = 'this statement of the bucket’s policy does it';
          const related = statement === undefined ? [] : [{ place: statement, message }];
          report(verdict, { place: name.place, when }, { recorder, fault }, { severity, related });
        }
    },
    'event-data-store'({ resource, terminationProtection }, { workspace, report }) {
      if (!usesIncidentManager(workspace)) return;
      const data = {
        recorder: resource.name,
        fault: 'can be deleted by one call: its termination protection is off',
      };
      for (const flag of terminationProtection) report(isUnprotected(flag), flag, data);
    },
  },
});
