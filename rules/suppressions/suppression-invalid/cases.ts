import { cases, type RuleCase } from '../../../test/rule-cases.js';

/** A trail whose log files are not validated, with a comment beside its key. */
function trail(comment: string): string {
  return `Resources:
  Replication: { Type: AWS::SSMIncidents::ReplicationSet, Properties: { Regions: [{ RegionName: eu-west-1 }] } }
  Trail: ${comment}
    Type: AWS::CloudTrail::Trail
    Properties: { IsLogging: true, S3BucketName: audit }
`;
}

/** The same with an entry of its metadata. */
function withMetadata(entry: string): string {
  return trail('').replace(
    '    Properties: { IsLogging',
    `    Metadata: { incident-lint: { disable: [${entry}] } }\n    Properties: { IsLogging`,
  );
}

/** The rules that the suppressions name must be there. */
function alongside(ruleCase: RuleCase): RuleCase {
  return { alongside: ['trail-integrity', 'suppression-unused'], ...ruleCase };
}

export default cases({
  good: [
    {
      name: 'a rule and a reason in a comment',
      template: trail('# incident-lint-disable-line trail-integrity -- the bucket is locked'),
    },
    {
      name: 'a rule and a reason in metadata',
      template: withMetadata('{ rule: trail-integrity, reason: the bucket is locked, until: 2027-01-31 }'),
    },
    { name: 'a comment about the tool', template: trail('# incident-lint speaks of this') },
  ].map(alongside),
  bad: [
    {
      name: 'no reason',
      template: trail('«# incident-lint-disable-line trail-integrity»'),
      message: 'This suppression gives no reason, so it hides nothing.',
    },
    { name: 'a dash without a reason', template: trail('«# incident-lint-disable-line trail-integrity --»') },
    {
      name: 'no rule',
      template: trail('«# incident-lint-disable-line»'),
      message: 'This suppression names no rule, so it hides nothing.',
    },
    {
      name: 'a rule that is misspelt',
      template: trail('«# incident-lint-disable-line trail-integrit -- the bucket is locked»'),
      message: 'This suppression names no rule (did you mean "trail-integrity"?), so it hides nothing.',
    },
    {
      name: 'one wrong rule of two',
      template: trail('«# incident-lint-disable-line trail-integrity, everything -- the bucket is locked»'),
      message: 'This suppression names a rule that does not exist, so it hides nothing.',
    },
    {
      name: 'a rule on suppressions',
      template: trail('«# incident-lint-disable-line suppression-unused -- quiet»'),
    },
    {
      name: 'metadata without a reason, written as JSON',
      template: `{
  "Metadata": { "incident-lint": { "disable": [«{ "rule": "trail-integrity" }»] } },
  "Resources": { "Topic": { "Type": "AWS::SNS::Topic" } }
}`,
    },
    {
      name: 'a day that is not in the calendar',
      template: withMetadata('«{ rule: trail-integrity, reason: the bucket is locked, until: 2027-02-30 }»'),
      message: 'This suppression has an end that is no date such as 2027-01-31, so it hides nothing.',
    },
    {
      name: 'metadata that is no list of suppressions',
      template: withMetadata('«trail-integrity»'),
    },
  ].map(alongside),
  alwaysCertain: 'a suppression is read as it is written',
});
