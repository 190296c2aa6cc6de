import { cases } from '../../../test/rule-cases.js';
import { afterApply, planOf, stateOf } from '../../../test/terraform-documents.js';

const set = (key: string, more = ''): string => `
  ${key}:
    Type: AWS::SSMIncidents::ReplicationSet${more}
    Properties: { Regions: [{ RegionName: eu-central-1 }] }`;

const regions = [{ name: 'eu-central-1' }];
const configuration = (label: string): string => `
resource "aws_ssmincidents_replication_set" ${label} {
  regions {
    name = "eu-central-1"
  }
}
`;

export default cases({
  good: [
    {
      name: 'trap 4: the use of Incident Manager is no fault',
      template: `
Resources:
  Ann:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: ann, DisplayName: Ann, Type: PERSONAL }`,
    },
    {
      name: 'a replication set that exists, by its state',
      template: stateOf({ 'aws_ssmincidents_replication_set.main': { arn: 'arn:r', regions } }),
    },
    {
      name: 'a configuration beside a state that shows one',
      template: {
        'main.tf': configuration('"main"'),
        'state.json': stateOf({ 'aws_ssmincidents_replication_set.main': { arn: 'arn:r', regions } }),
      },
    },
    { name: 'no Incident Manager', template: 'Resources:\n  Topic: { Type: AWS::SNS::Topic }' },
  ],
  bad: [
    {
      name: 'a replication set',
      template: `Resources:${set('«Replication»')}`,
      severity: 'info',
      message:
        'Replication set "Replication" starts Incident Manager, which has been closed to new customers since 7 November 2025.',
    },
    {
      name: 'once for a workspace, in the first file by name',
      template: {
        'b.yaml': `Resources:${set('Second')}`,
        'a.yaml': `Resources:${set('«First»')}${set('Third')}`,
      },
    },
    {
      name: 'written as JSON',
      template: `{
        "Resources": {
          «"Replication"»: {
            "Type": "AWS::SSMIncidents::ReplicationSet",
            "Properties": { "Regions": [{ "RegionName": "eu-central-1" }] }
          }
        }
      }`,
    },
    { name: 'a configuration', template: { 'main.tf': configuration('«"main"»') } },
    {
      name: 'a plan that creates one',
      template: planOf({ '«aws_ssmincidents_replication_set.main»': { regions, arn: afterApply } }),
    },
  ],
  possible: [
    {
      name: 'a replication set under a condition',
      template: `
Conditions: { IsFirst: !Equals [!Ref AWS::Region, eu-central-1] }
Resources:${set('«~Replication»', '\n    Condition: IsFirst')}`,
      when: 'IsFirst',
    },
  ],
});
