import { cases, type RuleCase } from '../../../test/rule-cases.js';

/** A trail with a property of its own, and comments before its key and beside the property. */
function trail(property: string, before = '', beside = ''): string {
  return `Resources:
  Replication: { Type: AWS::SSMIncidents::ReplicationSet, Properties: { Regions: [{ RegionName: eu-west-1 }] } }
  ${before}
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: audit
      EnableLogFileValidation: ${property} ${beside}
`;
}

/** The same with an entry of its metadata. */
function withMetadata(property: string, entry: string): string {
  return trail(property).replace(
    '    Properties:\n      IsLogging',
    `    Metadata: { incident-lint: { disable: [${entry}] } }\n    Properties:\n      IsLogging`,
  );
}

const entry = '{ rule: trail-integrity, reason: the bucket is locked }';

/** The rule that the suppressions name has to run. */
function alongside(ruleCase: RuleCase): RuleCase {
  return { alongside: ['trail-integrity', 'trail-missing'], ...ruleCase };
}

export default cases({
  good: [
    {
      name: 'a comment on the line of the finding',
      template: trail('false', '', '# incident-lint-disable-line trail-integrity -- the bucket is locked'),
    },
    {
      name: 'a comment on the line before the finding',
      template: trail('false').replace(
        '      EnableLog',
        '      # incident-lint-disable-next-line trail-integrity -- the bucket is locked\n      EnableLog',
      ),
    },
    {
      name: 'a comment for the whole file',
      template: `# incident-lint-disable-file trail-integrity -- the bucket is locked\n${trail('false')}`,
    },
    { name: 'metadata of the resource', template: withMetadata('false', entry) },
    {
      name: 'metadata of the template',
      template: `Metadata: { incident-lint: { disable: [${entry}] } }\n${trail('false')}`,
    },
    {
      name: 'two that hide the same finding',
      template: withMetadata('false', entry).replace(
        'Validation: false',
        'Validation: false # incident-lint-disable-line trail-integrity -- the bucket is locked',
      ),
    },
    {
      name: 'one that hides an undecided check',
      template: `Parameters: { Validated: { Type: String } }\n${withMetadata('!Ref Validated', entry)}`,
    },
    {
      name: 'one that has not lapsed yet',
      template: withMetadata('false', entry.replace(' }', ', until: 2026-12-01 }')),
      today: '2026-12-01',
    },
    {
      name: 'one for a rule that does not run',
      template: trail('true', '# incident-lint-disable-next-line trail-write-only -- it is meant so'),
      alongside: ['trail-integrity'],
    },
    {
      name: 'a text that only looks like a comment',
      template: trail('true').replace(
        'S3BucketName: audit',
        "S3BucketName: 'a # incident-lint-disable-line trail-integrity -- no'",
      ),
    },
  ].map(alongside),
  bad: [
    {
      name: 'a fault that is mended',
      template: trail('true', '', '«# incident-lint-disable-line trail-integrity -- the bucket is locked»'),
      message: 'This suppression of "trail-integrity" hides nothing.',
    },
    {
      name: 'a comment on another line',
      template: trail('false', '«# incident-lint-disable-next-line trail-integrity -- the bucket is locked»'),
    },
    {
      name: 'one rule of two that are named',
      template: trail(
        'false',
        '',
        '«# incident-lint-disable-line trail-integrity, trail-missing -- the bucket is locked»',
      ),
      message: 'This suppression of "trail-missing" hides nothing.',
    },
    {
      name: 'metadata of another resource, written as JSON',
      template: `{
  "Resources": {
    "Replication": {
      "Type": "AWS::SSMIncidents::ReplicationSet",
      "Metadata": {
        "incident-lint": { "disable": [«{ "rule": "trail-integrity", "reason": "the bucket is locked" }»] }
      },
      "Properties": { "Regions": [{ "RegionName": "eu-west-1" }] }
    },
    "Trail": {
      "Type": "AWS::CloudTrail::Trail",
      "Properties": { "IsLogging": true, "S3BucketName": "audit" }
    }
  }
}`,
    },
    {
      name: 'one that lapsed yesterday',
      template: withMetadata('false', `«${entry.replace(' }', ', until: 2026-11-30 }')}»`),
      today: '2026-12-01',
      message: 'This suppression of "trail-integrity" lapsed on 2026-11-30.',
    },
  ].map(alongside),
  alwaysCertain: 'whether something was hidden is known when everything is judged',
});
